"""By which headings is decided business known, won or not, and how is said how it was decided?"""

from alongside.sources.columns.shared import CATEGORY, COMPANY, CURRENCY, DATE, VALUE
from alongside.sources.columns.table import Table, spelt, words_of
from alongside.vocabulary import AwardOrigin, AwardOutcome, AwardRoute, FirstHeard, NoBidReason

AWARDS = Table(
    name="awards",
    file_words=spelt(
        en="award, tender, bid",
        de="vergabe, zuschlag, ausschreibung",
        fr="attribution, appel d'offre, marche",
        es="adjudicacion, licitacion",
    ),
    headings={
        "account": COMPANY,
        "category": CATEGORY,
        "decided_on": (
            *spelt(
                en="decided on, decision date, award date, awarded on, date of award, decided",
                de="entschieden am, Vergabedatum, Vergabe am, Zuschlag am, Zuschlagsdatum, Entscheidungsdatum, Vergabetag",
                fr="décidé le, date de décision, date d'attribution, attribué le",
                es="decidido el, fecha de decisión, fecha de adjudicación, adjudicado el",
            ),
            *DATE,
        ),
        "value": (
            *VALUE,
            *spelt(
                en="award value, contract value",
                de="Vergabewert, Vertragswert",
                fr="montant du marché, valeur du contrat",
                es="valor del contrato, importe de adjudicación",
            ),
        ),
        "currency": CURRENCY,
        "outcome": spelt(
            en="outcome, result, won/lost, win/loss, won or lost, decision",
            de="Ergebnis, Ausgang, gewonnen/verloren, Entscheidung",
            fr="résultat, issue, gagné/perdu, décision",
            es="resultado, ganado/perdido, decisión",
        ),
        "route": spelt(
            en="route, award route, procurement route, procedure, bidding route, procurement procedure",
            de="Vergabeart, Vergabeweg, Vergabeverfahren, Beschaffungsweg, Verfahren",
            fr="procédure, mode d'attribution, procédure d'achat, voie d'attribution, type de procédure",
            es="procedimiento, vía de adjudicación, procedimiento de compra, tipo de procedimiento",
        ),
        "no_bid_reason": spelt(
            en="no bid reason, why no bid, reason not bid, reason without bid, reason for no bid",
            de="Grund ohne Ausschreibung, warum ohne Ausschreibung, Grund der Direktvergabe",
            fr="motif sans mise en concurrence, motif de gré à gré, raison sans appel d'offres",
            es="motivo sin concurso, motivo sin licitación, razón sin licitación",
        ),
        "origin": spelt(
            en="origin, award origin, spec origin, origin of the specification",
            de="Herkunft, Herkunft der Spezifikation, Ursprung der Spezifikation",
            fr="origine, origine du cahier des charges, origine de la spécification",
            es="origen, origen de la especificación",
        ),
        "first_heard": spelt(
            en="first heard, when first heard, first heard of, when we heard, heard at",
            de="zuerst gehört, erstmals gehört, wann gehört",
            fr="première information, quand entendu, appris quand",
            es="primera noticia, cuándo lo supimos",
        ),
        "awarded_by": spelt(
            en="awarded by, decided by, decision maker, awarder, given by",
            de="vergeben von, entschieden von, Entscheider, Entscheiderin",
            fr="attribué par, décidé par, décideur",
            es="adjudicado por, decidido por, decisor",
        ),
        "order_number": spelt(
            en="order number, order no, order id, order, invoice no",
            de="Bestellnummer, Auftragsnummer, Bestellnr, Auftragsnr",
            fr="numéro de commande, n° de commande, n° commande",
            es="número de pedido, nº de pedido, nº pedido",
        ),
        "on_list": spelt(
            en="on list, on the list, approved supplier, listed, supplier list",
            de="gelistet, auf der Liste, zugelassener Lieferant, Lieferantenliste",
            fr="référencé, sur la liste, fournisseur agréé, fournisseur référencé",
            es="homologado, en la lista, proveedor homologado, proveedor aprobado",
        ),
        "listed_since": spelt(
            en="listed since, on list since, approved since, listed on",
            de="gelistet seit, zugelassen seit",
            fr="référencé depuis, agréé depuis",
            es="homologado desde, en la lista desde",
        ),
        "label": spelt(
            en="label, name, title, subject, description, what, award name",
            de="Bezeichnung, Name, Titel, Betreff, Beschreibung, Gegenstand",
            fr="libellé, nom, titre, objet, description",
            es="etiqueta, nombre, título, asunto, objeto, descripción",
        ),
    },
    needs=(("account",), ("decided_on", "on_list")),
    dates=frozenset({"decided_on", "listed_since"}),
    numbers=frozenset({"value"}),
    yes_no=frozenset({"on_list"}),
    people=frozenset({"awarded_by"}),
    words={
        "outcome": words_of(
            AwardOutcome,
            won=spelt(
                en="win, awarded, closed won, yes, success",
                de="gewonnen, ja, erhalten",
                fr="gagné, oui, remporté",
                es="ganado, sí",
            ),
            lost=spelt(en="loss, lose, closed lost, no", de="verloren, nein", fr="perdu, non", es="perdido, no"),
            no_bid=spelt(
                en="declined to bid, did not bid, we did not bid",
                de="nicht angeboten, kein Angebot, ohne Angebot",
                fr="pas d'offre, sans offre, nous n'avons pas répondu",
                es="sin oferta, no ofertado, no presentado",
            ),
            not_invited=spelt(
                en="not asked, no invitation",
                de="nicht eingeladen, nicht angefragt",
                fr="pas consulté, non consulté, pas invité",
                es="no invitado, no consultado",
            ),
            cancelled=spelt(
                en="canceled, withdrawn, called off",
                de="aufgehoben, abgesagt, zurückgezogen, storniert",
                fr="annulé, abandonné, sans suite",
                es="cancelado, anulado, desierto",
            ),
        ),
        "route": words_of(
            AwardRoute,
            open_bid=spelt(
                en="open tender, tender, public tender, open, bid, competitive bid, open procedure, rfp",
                de="öffentliche Ausschreibung, offenes Verfahren, Ausschreibung, offen",
                fr="appel d'offres, appel d'offres ouvert, procédure ouverte, ouvert",
                es="licitación, licitación abierta, concurso, concurso público, procedimiento abierto, abierto",
            ),
            invited_quote=spelt(
                en="invited, invitation, invited tender, restricted tender, rfq, quote, three quotes, selective tender",
                de="beschränkte Ausschreibung, Anfrage, eingeladenes Angebot, drei Angebote, nichtoffenes Verfahren",
                fr="consultation, consultation restreinte, appel d'offres restreint, trois devis, sur invitation",
                es="invitación, procedimiento restringido, tres presupuestos, por invitación, petición de oferta",
            ),
            single_quote=spelt(
                en="one quote, single tender, only us asked",
                de="ein Angebot, einziges Angebot, nur wir gefragt",
                fr="devis unique, un seul devis",
                es="presupuesto único, un solo presupuesto",
            ),
            direct_award=spelt(
                en="direct, direct order, without bid, no competition, negotiated",
                de="Direktvergabe, Direktauftrag, freihändig, freihändige Vergabe, ohne Ausschreibung",
                fr="gré à gré, attribution directe, commande directe, négocié, sans mise en concurrence",
                es="adjudicación directa, pedido directo, negociado, sin licitación, sin concurso",
            ),
            call_off=spelt(
                en="frame call off, framework call off, under frame, frame agreement, framework",
                de="Abruf, Rahmenabruf, Abruf aus Rahmenvertrag, Rahmenvertrag",
                fr="appel de commande, sur accord-cadre, accord-cadre, contrat-cadre",
                es="pedido abierto, acuerdo marco, contrato marco, bajo acuerdo marco",
            ),
            renewal=spelt(
                en="renewed, extension, contract renewal",
                de="Verlängerung, Vertragsverlängerung, Erneuerung",
                fr="renouvellement, reconduction, prolongation",
                es="renovación, prórroga",
            ),
        ),
        "no_bid_reason": words_of(
            NoBidReason,
            relationship=spelt(
                en="trust, our relationship, preferred",
                de="Beziehung, Vertrauen",
                fr="relation, confiance",
                es="relación, confianza",
            ),
            sole_technical_source=spelt(
                en="sole source, sole technical, only source, only supplier",
                de="Alleinstellung, technisches Alleinstellungsmerkmal, einziger Lieferant",
                fr="source unique, exclusivité technique, seul fournisseur",
                es="fuente única, proveedor único, exclusividad técnica",
            ),
            emergency=spelt(
                en="urgent, urgency",
                de="Notfall, dringend, Dringlichkeit",
                fr="urgence, urgent",
                es="emergencia, urgencia, urgente",
            ),
            below_threshold=spelt(
                en="small, threshold, below limit",
                de="unter Schwellenwert, unter Wertgrenze, Kleinauftrag",
                fr="sous le seuil, inférieur au seuil",
                es="bajo umbral, por debajo del umbral, contrato menor",
            ),
            frame_that_was_bid=spelt(
                en="frame, framework, frame was bid, frame agreement",
                de="Rahmenvertrag, ausgeschriebener Rahmen",
                fr="accord-cadre, contrat-cadre",
                es="acuerdo marco, contrato marco",
            ),
        ),
        "origin": words_of(
            AwardOrigin,
            customer_spec=spelt(
                en="customer, their spec, customer specification, spec",
                de="Kunde, Kundenspezifikation, Vorgabe des Kunden",
                fr="client, cahier des charges du client, spécification client",
                es="cliente, especificación del cliente",
            ),
            we_recommended=spelt(
                en="recommended, our recommendation, we suggested",
                de="empfohlen, unsere Empfehlung, von uns empfohlen",
                fr="recommandé, notre recommandation",
                es="recomendado, nuestra recomendación",
            ),
            developed_together=spelt(
                en="together, joint, joint development",
                de="gemeinsam, gemeinsam entwickelt",
                fr="ensemble, développé ensemble, développement commun",
                es="juntos, desarrollo conjunto, conjunto",
            ),
        ),
        "first_heard": words_of(
            FirstHeard,
            before_need=spelt(
                en="before the need", de="vor dem Bedarf", fr="avant le besoin", es="antes de la necesidad"
            ),
            need=spelt(
                en="at need, the need",
                de="Bedarf, beim Bedarf",
                fr="besoin, au besoin",
                es="necesidad, con la necesidad",
            ),
            spec=spelt(
                en="specification, at spec",
                de="Spezifikation",
                fr="cahier des charges, spécification",
                es="especificación",
            ),
            rfq=spelt(
                en="rfp, tender, quote, at rfq, enquiry, inquiry",
                de="Anfrage, Ausschreibung",
                fr="consultation, appel d'offres, demande de prix",
                es="petición de oferta, licitación, solicitud de oferta",
            ),
            after_award=spelt(
                en="afterwards, too late",
                de="nach der Vergabe, danach, zu spät",
                fr="après l'attribution, après coup, trop tard",
                es="después de la adjudicación, después, demasiado tarde",
            ),
        ),
    },
)
