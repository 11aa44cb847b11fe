"""By which headings are their needs known?"""

from alongside.sources.columns.shared import COMPANY, DATE, PERSON
from alongside.sources.columns.table import Table, spelt, words_of
from alongside.vocabulary import NeedKind

NEEDS = Table(
    name="needs",
    file_words=spelt(en="need", de="bedarf, bedürfnis", fr="besoin", es="necesidad"),
    headings={
        "account": COMPANY,
        "person": (
            *PERSON,
            *spelt(en="said by, name", de="gesagt von, Name", fr="dit par, nom", es="dicho por, nombre"),
        ),
        "kind": spelt(
            en="kind, need kind, type, need type",
            de="Art, Bedarfsart, Typ",
            fr="genre, type, type de besoin",
            es="clase, tipo",
        ),
        "text": spelt(
            en="text, need, what, description, wish",
            de="Text, Bedarf, Bedürfnis, Wunsch, Beschreibung, Was",
            fr="texte, besoin, souhait, description",
            es="texto, necesidad, deseo, descripción",
        ),
        "heard_on": (
            *spelt(
                en="heard on, heard, said on, date heard",
                de="gehört am, gesagt am",
                fr="entendu le, dit le",
                es="oído el, dicho el, escuchado el",
            ),
            *DATE,
        ),
        "consequence": spelt(
            en="consequence, impact, implication, effect, cost of it",
            de="Folge, Folgen, Auswirkung, Auswirkungen, Konsequenz",
            fr="conséquence, conséquences, impact, effet",
            es="consecuencia, consecuencias, impacto, efecto",
        ),
        "rank": spelt(
            en="rank, priority, importance",
            de="Rang, Priorität, Wichtigkeit",
            fr="rang, priorité",
            es="rango, prioridad, orden",
        ),
        "reviewed_on": spelt(
            en="reviewed on, reviewed, last reviewed, review date",
            de="geprüft am, zuletzt geprüft, überprüft am",
            fr="revu le, vérifié le, dernière revue",
            es="revisado el, última revisión",
        ),
    },
    needs=(("account",), ("text",), ("heard_on",)),
    dates=frozenset({"heard_on", "reviewed_on"}),
    numbers=frozenset({"rank"}),
    people=frozenset({"person"}),
    long=frozenset({"text", "consequence"}),
    words={
        "kind": words_of(
            NeedKind,
            implied=spelt(
                en="problem, pain", de="Problem, implizit, Schmerz", fr="problème, implicite", es="problema, implícita"
            ),
            explicit=spelt(
                en="want, stated, wish",
                de="Wunsch, explizit, ausdrücklich",
                fr="souhait, explicite, exprimé",
                es="deseo, explícita, expresada",
            ),
        )
    },
)
