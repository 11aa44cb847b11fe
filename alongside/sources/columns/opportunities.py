"""By which headings is business known that may come? Stages stay as the other program calls them."""

from alongside.sources.columns.shared import CATEGORY, COMPANY, CURRENCY, PERSON, VALUE
from alongside.sources.columns.table import Table, spelt

OPPORTUNITIES = Table(
    name="opportunities",
    file_words=spelt(
        en="opportunit, deal, pipeline, quote, quotation",
        de="verkaufschance, chance, angebot",
        fr="opportunité, affaire, devis",
        es="oportunidad, negocio, presupuesto",
    ),
    headings={
        "name": spelt(
            en="name, opportunity, opportunity name, deal, deal name, subject, deal title, title, quote name, quote title",
            de="Name, Verkaufschance, Chance, Opportunity, Titel, Betreff, Bezeichnung, Projekt, Name der Verkaufschance, "
            "Opportunity-Name, Deal-Name, Angebotsname",
            fr="nom, opportunité, nom de l'opportunité, affaire, nom de l'affaire, nom de la transaction, titre, objet, libellé",
            es="nombre, oportunidad, nombre de la oportunidad, negocio, nombre del negocio, título, asunto",
        ),
        "account": COMPANY,
        "category": CATEGORY,
        "stage": spelt(
            en="stage, deal stage, opportunity stage, sales stage, phase, pipeline stage, status, stage name, quote status",
            de="Phase, Verkaufsphase, Stufe, Deal-Phase, Stadium, Status, Vertriebsphase",
            fr="étape, phase, étape de vente, phase de la transaction, statut, étape de l'opportunité",
            es="etapa, fase, etapa de ventas, etapa del negocio, estado, etapa de la oportunidad",
        ),
        "value": (
            *VALUE,
            *spelt(
                en="deal value, deal amount, opportunity value, expected revenue, expected value, amount / amount, quote amount, "
                "amount / amount micros",
                de="erwarteter Umsatz, Erlös, erwarteter Erlös, Angebotswert, Auftragsvolumen, Volumen, Dealwert",
                fr="revenu espéré, revenu attendu, chiffre d'affaires attendu, montant estimé, montant de la transaction",
                es="ingresos esperados, importe previsto, valor estimado, valor del negocio, importe estimado",
            ),
        ),
        "currency": (*CURRENCY, *spelt(en="amount / currency code")),
        "closes_on": spelt(
            en="closes on, close date, closing date, expected close date, expected close, close on, due date, "
            "expected closing, expiration date",
            de="Abschlussdatum, voraussichtlicher Abschluss, Abschluss am, Abschluss, erwarteter Abschluss, Schlusstermin, "
            "erwartetes Abschlussdatum, Auftragserwartung",
            fr="date de clôture, date de fermeture, clôture prévue, clôture attendue, date de signature prévue, échéance",
            es="fecha de cierre, cierre previsto, cierre esperado, fecha esperada de cierre, fecha prevista de cierre",
        ),
        "contact": (
            *PERSON,
            *spelt(
                en="primary contact, contact email, point of contact, point of contact / emails / primary email",
                de="Hauptkontakt, Hauptansprechpartner",
                fr="contact principal",
                es="contacto principal",
            ),
        ),
    },
    needs=(("name",), ("account",)),
    dates=frozenset({"closes_on"}),
    numbers=frozenset({"value"}),
    people=frozenset({"contact"}),
)
