"""By which headings are people known, and how is their part in buying said?"""

from alongside.sources.columns.shared import COMPANY
from alongside.sources.columns.table import Table, spelt, words_of
from alongside.vocabulary import StakeholderRole

NO_PART = frozenset(
    spelt(
        en="other, influencer, champion, blocker, legal and compliance, evaluator, none",
        de="Sonstige, Beeinflusser, Fürsprecher, keine",
        fr="autre, influenceur, prescripteur, aucun",
        es="otro, influenciador, prescriptor, ninguno",
    )
)
"""Roles of other programs that say nothing of the parts that are told apart here."""

CONTACTS = Table(
    name="contacts",
    file_words=spelt(
        en="contact, people, person, address book",
        de="kontakt, ansprechpartner, adressbuch",
        fr="annuaire",
        es="agenda",
    ),
    headings={
        "name": spelt(
            en="name, full name, contact, contact name, person, display name, person name, complete name",
            de="Name, vollständiger Name, Kontakt, Kontaktname, Ansprechpartner, Ansprechpartnerin, Anzeigename",
            fr="nom, nom complet, contact, nom du contact, personne, interlocuteur, nom et prénom",
            es="nombre, nombre completo, contacto, nombre del contacto, persona, nombre y apellidos",
        ),
        "first_name": spelt(
            en="first name, given name, forename, first, name / first name",
            de="Vorname, Rufname",
            fr="prénom",
            es="nombre de pila, primer nombre",
        ),
        "last_name": spelt(
            en="last name, surname, family name, last, name / last name",
            de="Nachname, Familienname, Zuname",
            fr="nom de famille",
            es="apellido, apellidos, primer apellido",
        ),
        "address": spelt(
            en="email, mail, address, email address, mail address, email address 1, email 1, e-mail 1 - value, primary email, "
            "work email, email work, business email, contact email, email 2, e-mail 2 - value, emails / primary email, emails",
            de="E-Mail, E-Mail-Adresse, Mailadresse, Mail, E-Mail geschäftlich, E-Mail dienstlich, Email",
            fr="e-mail, courriel, adresse e-mail, adresse électronique, adresse mail, mail, mél, e-mail professionnel",
            es="correo, correo electrónico, e-mail, email, dirección de correo, dirección de correo electrónico, "
            "correo de trabajo",
        ),
        "phone": spelt(
            en="phone, phone number, telephone, tel, business phone, work phone, mobile phone, mobile, mobile number, cell, "
            "cell phone, phone 1 - value, phone work, phone mobile, direct phone, mobile phone number, "
            "phones / primary phone number",
            de="Telefon, Telefonnummer, Tel, Rufnummer, Telefon geschäftlich, Telefon dienstlich, Durchwahl, Mobil, Handy, "
            "Mobiltelefon, Mobilnummer, Handynummer",
            fr="téléphone, tél, numéro de téléphone, téléphone professionnel, téléphone fixe, mobile, portable, "
            "téléphone mobile, téléphone portable, ligne directe",
            es="teléfono, tel, número de teléfono, teléfono de trabajo, teléfono fijo, móvil, celular, teléfono móvil",
        ),
        "title": spelt(
            en="title, job title, position, job, function, organization title, organization 1 - title, job position",
            de="Titel, Funktion, Position, Stelle, Berufsbezeichnung, Stellenbezeichnung, Jobtitel, Jobbezeichnung",
            fr="titre, fonction, poste, intitulé du poste, qualité",
            es="título, cargo, puesto, función, puesto de trabajo",
        ),
        "account": COMPANY,
        "role": spelt(
            en="role, buying role, stakeholder role, contact role, role in buying",
            de="Rolle, Rolle im Einkauf, Kaufrolle, Kontaktrolle, Entscheiderrolle",
            fr="rôle, rôle d'achat, rôle dans l'achat, rôle du contact",
            es="rol, rol de compra, papel en la compra, rol de contacto",
        ),
        "reports_to": spelt(
            en="reports to, manager, boss, superior, manager name, reports to name",
            de="berichtet an, Vorgesetzter, Vorgesetzte, Chef, Chefin",
            fr="supérieur, responsable hiérarchique, rend compte à, manager, n+1",
            es="superior, depende de, jefe, jefa, responsable, reporta a",
        ),
        "note": spelt(
            en="note, notes, comment, comments, remark, remarks, description",
            de="Notiz, Notizen, Bemerkung, Bemerkungen, Kommentar, Beschreibung, Anmerkung",
            fr="note, notes, remarque, remarques, commentaire, commentaires, description",
            es="nota, notas, comentario, comentarios, observaciones, descripción",
        ),
    },
    needs=(("name", "address"),),
    people=frozenset({"reports_to"}),
    long=frozenset({"note"}),
    words={
        "role": words_of(
            StakeholderRole,
            economic_buyer=spelt(
                en="budget holder, decision maker, economic, economic decision maker",
                de="Entscheider, Entscheiderin, Budgetverantwortlicher, Budgetverantwortliche, wirtschaftlicher Entscheider",
                fr="décideur, décideuse, responsable du budget, décideur économique",
                es="decisor, decisora, responsable del presupuesto, comprador económico",
            ),
            user=spelt(
                en="end user, users",
                de="Anwender, Anwenderin, Nutzer, Nutzerin, Benutzer",
                fr="utilisateur, utilisatrice, utilisateur final",
                es="usuario, usuaria, usuario final",
            ),
            technical_buyer=spelt(
                en="technical, specifier, technical evaluator",
                de="Technik, technischer Entscheider, technischer Einkäufer, Spezifizierer",
                fr="technique, acheteur technique, décideur technique",
                es="técnico, comprador técnico, decisor técnico",
            ),
            procurement=spelt(
                en="purchasing, purchaser, buyer, sourcing, buying",
                de="Einkauf, Einkäufer, Einkäuferin, Beschaffung",
                fr="achats, achat, acheteur, acheteuse, approvisionnement",
                es="compras, comprador, compradora, aprovisionamiento",
            ),
            operations=spelt(
                en="ops, production, logistics",
                de="Betrieb, Produktion, Fertigung, Logistik",
                fr="exploitation, production, logistique, opérations",
                es="operaciones, producción, logística",
            ),
            executive_sponsor=spelt(
                en="sponsor, executive",
                de="Geschäftsführung, Geschäftsleitung, Förderer",
                fr="direction, sponsor exécutif, parrain",
                es="dirección, patrocinador, patrocinador ejecutivo",
            ),
        ),
    },
)
