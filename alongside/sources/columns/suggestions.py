"""By which headings are our suggestions to them known?"""

from alongside.sources.columns.shared import COMPANY, DATE, PERSON
from alongside.sources.columns.table import Table, spelt, words_of
from alongside.vocabulary import SuggestionOutcome

SUGGESTIONS = Table(
    name="suggestions",
    file_words=spelt(
        en="suggestion, proposal, idea", de="vorschlag, vorschläge, idee", fr="idée", es="sugerencia, propuesta"
    ),
    headings={
        "account": COMPANY,
        "person": (*PERSON, *spelt(en="made to, name", de="gemacht an, Name", fr="faite à, nom", es="hecha a, nombre")),
        "text": spelt(
            en="text, suggestion, proposal, idea, what, description, suggested",
            de="Text, Vorschlag, Idee, Anregung, Beschreibung, Was",
            fr="texte, suggestion, proposition, idée, description",
            es="texto, sugerencia, propuesta, idea, descripción",
        ),
        "made_on": (
            *spelt(
                en="made on, suggested on, proposed on, date made",
                de="gemacht am, vorgeschlagen am",
                fr="faite le, suggéré le, proposé le",
                es="hecha el, sugerido el, propuesto el",
            ),
            *DATE,
        ),
        "outcome": spelt(
            en="outcome, result, status, what came of it",
            de="Ergebnis, Status, was daraus wurde, Ausgang",
            fr="résultat, statut, issue, suite donnée",
            es="resultado, estado, desenlace",
        ),
        "before_they_raised_it": spelt(
            en="before they raised it, unasked, proactive, before they asked, was first",
            de="ungefragt, von uns aus, bevor sie fragten, proaktiv",
            fr="spontanée, avant leur demande, proactif, de notre initiative",
            es="espontánea, antes de que lo pidieran, por iniciativa nuestra, proactiva",
        ),
    },
    needs=(("account",), ("text",), ("made_on",)),
    dates=frozenset({"made_on"}),
    yes_no=frozenset({"before_they_raised_it"}),
    people=frozenset({"person"}),
    long=frozenset({"text"}),
    words={
        "outcome": words_of(
            SuggestionOutcome,
            open=spelt(
                en="pending, waiting, under review",
                de="offen, wartet, in Prüfung",
                fr="ouvert, ouverte, en attente, à l'étude",
                es="abierta, abierto, pendiente, en estudio",
            ),
            accepted=spelt(
                en="yes, taken up, agreed, adopted, done",
                de="ja, angenommen, aufgegriffen, umgesetzt",
                fr="oui, acceptée, accepté, adoptée, retenue",
                es="sí, aceptada, aceptado, adoptada",
            ),
            declined=spelt(
                en="no, rejected, refused",
                de="nein, abgelehnt, verworfen",
                fr="non, refusée, refusé, rejetée",
                es="no, rechazada, rechazado",
            ),
            overtaken=spelt(
                en="they asked first, too late",
                de="überholt, sie fragten zuerst, zu spät",
                fr="dépassée, ils ont demandé d'abord, trop tard",
                es="superada, lo pidieron antes, demasiado tarde",
            ),
        )
    },
)
