"""By which headings is known what took place before: calls, meetings, visits, mails and notes out of an older program?"""

from alongside.sources.columns.shared import COMPANY, DATE, PERSON
from alongside.sources.columns.table import Table, spelt, words_of
from alongside.vocabulary import InteractionKind

KIND_OF_FILE = {
    "call": spelt(en="call, phone", de="anruf, telefonat", fr="appel", es="llamada"),
    "visit": spelt(en="visit", de="besuch", fr="visite", es="visita"),
    "meeting": spelt(
        en="meeting, event, appointment", de="besprechung, termin", fr="reunion, rendezvous", es="reunion, cita"
    ),
    "mail": spelt(en="mail", fr="courriel", es="correo"),
}
"""Words in the name of a file or sheet that tell what its rows are, where no column does; else they are notes."""

ACTIVITIES = Table(
    name="activities",
    file_words=(
        *spelt(
            en="activit, interaction, task, note, history",
            de="aktivit, kontakthistorie, notiz",
            fr="activite",
            es="actividad",
        ),
        *(word for words in KIND_OF_FILE.values() for word in words),
    ),
    headings={
        "account": (
            *COMPANY,
            *spelt(
                en="regarding, related to, parent name",
                de="bezieht sich auf, bezüglich",
                fr="concernant, rattaché à",
                es="relacionado con, referente a",
            ),
        ),
        "person": (
            *PERSON,
            *spelt(
                en="with, participants, attendees, contacts, spoke to, related contact",
                de="Teilnehmer, Kontakte, mit, gesprochen mit",
                fr="participants, contacts, avec",
                es="participantes, asistentes, contactos, con",
            ),
        ),
        "kind": spelt(
            en="kind, type, activity type, interaction type, activity, task subtype, call type, engagement type",
            de="Art, Typ, Aktivitätstyp, Aktivitätsart, Aktivität, Kontaktart",
            fr="genre, type, type d'activité, activité, nature",
            es="clase, tipo, tipo de actividad, actividad",
        ),
        "happened_on": (
            *spelt(
                en="happened on, activity date, took place on, held on, start, date start, start date, start time, "
                "meeting start time, meeting date, call date, visit date, date/time, logged on, note date",
                de="stattgefunden am, Aktivitätsdatum, Beginn, Startdatum, Gesprächsdatum, Besuchsdatum, Termin, Anrufdatum, "
                "Kontaktdatum",
                fr="eu lieu le, date d'activité, date de l'activité, début, date de début, date de l'appel, date de la visite, "
                "date de la réunion",
                es="tuvo lugar el, fecha de actividad, fecha de la actividad, inicio, fecha de inicio, fecha de comienzo, "
                "fecha de la llamada, fecha de la reunión, fecha de visita",
            ),
            *DATE,
            *spelt(en="due date, created at, create date, created on, creation date, created date", de="erstellt am"),
            *spelt(fr="créé le, date de création", es="creado en, creado el, fecha de creación"),
        ),
        "subject": spelt(
            en="subject, title, summary, call title, meeting name, meeting subject, email subject, task title, topic, name",
            de="Betreff, Titel, Thema, Zusammenfassung, Anlass, Name",
            fr="objet, sujet, titre, résumé, motif, nom",
            es="asunto, tema, título, resumen, motivo, nombre",
        ),
        "text": spelt(
            en="text, note, notes, full comments, comments, comment, description, body, content, call notes, meeting notes, "
            "meeting description, internal meeting notes, note body, email body, task notes, body / markdown, outcome notes",
            de="Text, Notiz, Notizen, Gesprächsnotiz, Beschreibung, Bemerkung, Bemerkungen, Kommentar, Inhalt, Protokoll",
            fr="texte, note, notes, commentaire, commentaires, compte rendu, compte-rendu, description, contenu, remarque",
            es="texto, nota, notas, comentario, comentarios, descripción, contenido, observaciones, acta",
        ),
        "by": spelt(
            en="by, assigned to, assigned, activity assigned to, assigned user, assigned user name, owner, owner name, author, "
            "created by, logged by, our person, organizer, created by / name, salesperson, user, activity created by",
            de="von, zugewiesen an, zugewiesener Benutzer, Zuständig, Bearbeiter, Bearbeiterin, Verfasser, erstellt von, "
            "Besitzer, Benutzer, Mitarbeiter, Verantwortlich",
            fr="par, attribué à, assigné à, utilisateur assigné, auteur, créé par, responsable, propriétaire, utilisateur",
            es="por, asignado a, usuario asignado, autor, creado por, responsable, propietario, usuario",
        ),
    },
    needs=(("account", "person"), ("happened_on",), ("subject", "text")),
    together=(("kind", "happened_on", "subject"),),
    dates=frozenset({"happened_on"}),
    people=frozenset({"person"}),
    long=frozenset({"text"}),
    words={
        "kind": words_of(
            InteractionKind,
            mail=spelt(
                en="email, e-mail, letter, outbound email, inbound email, list email",
                de="E-Mail, Email, Brief, Schreiben",
                fr="courriel, e-mail, email, lettre, courrier",
                es="correo, correo electrónico, e-mail, email, carta",
            ),
            meeting=spelt(
                en="event, appointment, online meeting, video call, conference, demo, web meeting",
                de="Besprechung, Termin, Treffen, Meeting, Sitzung, Videokonferenz, Onlinetermin",
                fr="réunion, rendez-vous, entretien, visioconférence, rdv",
                es="reunión, cita, encuentro, videoconferencia, evento",
            ),
            call=spelt(
                en="phone, phone call, telephone, outbound call, inbound call, log a call, inbound, outbound",
                de="Anruf, Telefonat, Telefon, Telefongespräch",
                fr="appel, appel téléphonique, téléphone",
                es="llamada, llamada telefónica, teléfono",
            ),
            visit=spelt(
                en="site visit, on-site, customer visit, plant visit, lunch, dinner",
                de="Besuch, Kundenbesuch, Vor-Ort-Termin, Besuchsbericht",
                fr="visite, visite client, déplacement",
                es="visita, visita al cliente",
            ),
            note=spelt(
                en="notes, comment, task, to-do, todo, other, memo, reminder, linkedin message, sms, message",
                de="Notiz, Aufgabe, Bemerkung, Vermerk, Sonstiges, Wiedervorlage, Nachricht",
                fr="remarque, commentaire, tâche, autre, mémo, message, rappel",
                es="nota, tarea, comentario, otro, mensaje, recordatorio",
            ),
        )
    },
    states=spelt(
        en="status, state, call outcome, meeting outcome, outcome, activity status",
        de="Status, Aktivitätsstatus, Ergebnis",
        fr="statut, état",
        es="estado",
    ),
    not_yet=frozenset(
        spelt(
            en="planned, scheduled, not started, open, not held, no show, cancelled, canceled, rescheduled, deferred, to do",
            de="geplant, nicht begonnen, offen, nicht durchgeführt, abgesagt, storniert, verschoben, zurückgestellt",
            fr="prévu, planifié, non effectué, annulé, reporté, à faire, n'a pas démarré",
            es="planeadas, planificada, planificado, programada, sin celebrar, sin empezar, cancelado, cancelada, pendiente, "
            "diferido",
        )
    ),
    not_yet_is="has not taken place",
)
