"""By which headings is what we know of them known?"""

from alongside.sources.columns.shared import COMPANY, DATE, PERSON
from alongside.sources.columns.table import Table, spelt

FACTS = Table(
    name="facts",
    file_words=spelt(en="fact, knowledge", de="fakt, wissen", fr="fait, connaissance", es="hecho, dato, conocimiento"),
    headings={
        "account": COMPANY,
        "person": (*PERSON, *spelt(en="about, name", de="über, Name", fr="à propos de, nom", es="sobre, nombre")),
        "topic": spelt(
            en="topic, facet, subject, fact about",
            de="Thema, Bereich",
            fr="thème, sujet, domaine",
            es="tema, ámbito, aspecto",
        ),
        "value": spelt(
            en="value, fact, text, what we know, knowledge, content",
            de="Wert, Fakt, Text, was wir wissen, Inhalt, Wissen",
            fr="valeur, fait, texte, ce que nous savons, contenu",
            es="valor, hecho, texto, lo que sabemos, contenido, dato",
        ),
        "as_of": (
            *spelt(
                en="as of, as of date, learnt on, learned, valid on",
                de="Stand vom, erfahren am, gültig am",
                fr="appris le, valable le, constaté le",
                es="sabido el, válido el, a fecha de",
            ),
            *DATE,
        ),
        "source": spelt(
            en="source, from, told by, where",
            de="Quelle, von, gesagt von",
            fr="source, de, dit par",
            es="fuente, de, dicho por",
        ),
        "confirmed_by_them": spelt(
            en="confirmed by them, confirmed, they confirmed, is confirmed",
            de="von ihnen bestätigt, bestätigt, vom Kunden bestätigt",
            fr="confirmé par eux, confirmé, confirmé par le client",
            es="confirmado por ellos, confirmado, confirmado por el cliente",
        ),
    },
    needs=(("account",), ("topic",), ("value",), ("as_of",)),
    dates=frozenset({"as_of"}),
    yes_no=frozenset({"confirmed_by_them"}),
    people=frozenset({"person"}),
    long=frozenset({"value"}),
)
