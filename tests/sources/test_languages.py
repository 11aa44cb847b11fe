"""Tables in English, German, French and Spanish: headings, our words, yes and no, months, decimal commas."""

from pathlib import Path

import pytest

from alongside.sources.columns import TABLES, table_of
from alongside.sources.columns.table import words_of
from alongside.sources.contract import Refused, Row
from alongside.sources.tables import Tables
from alongside.sources.values import iso_date, known_word, yes_or_no
from alongside.vocabulary import AwardOutcome

TABLE_OF = {
    "Firma;Webseite;Branche;Kunde seit": "accounts",
    "Raison sociale;Site web;Secteur d'activité;Ville": "accounts",
    "Empresa;Sitio web;Sector;Cliente desde": "accounts",
    "Vorname;Nachname;E-Mail;Firma;Telefon": "contacts",
    "Prénom;Nom de famille;Adresse e-mail;Société;Fonction": "contacts",
    "Nombre;Apellidos;Correo electrónico;Empresa;Cargo": "contacts",
    "Verkaufschance;Firma;Verkaufsphase;Betrag;Abschlussdatum": "opportunities",
    "Opportunité;Compte;Étape;Montant;Date de clôture": "opportunities",
    "Oportunidad;Cuenta;Etapa;Ingresos esperados;Fecha de cierre": "opportunities",
    "Bestellnummer;Kunde;Bestelldatum;Artikel;Menge;Einzelpreis": "orders",
    "N° de commande;Client;Date de commande;Désignation;Quantité;Prix unitaire": "orders",
    "Nº de pedido;Cliente;Fecha de pedido;Artículo;Cantidad;Precio unitario": "orders",
    "Firma;Vergabedatum;Wert;Ergebnis;Vergabeart": "awards",
    "Client;Date d'attribution;Montant;Résultat;Procédure": "awards",
    "Cliente;Fecha de adjudicación;Importe;Resultado;Procedimiento": "awards",
    "Firma;Kontakt;Aktivitätstyp;Datum;Betreff;Notiz": "activities",
    "Société;Interlocuteur;Type d'activité;Date;Objet;Compte rendu": "activities",
    "Empresa;Contacto;Tipo de actividad;Fecha;Asunto;Observaciones": "activities",
    "Firma;Thema;Was wir wissen;Stand vom;Quelle": "facts",
    "Client;Thème;Ce que nous savons;Appris le": "facts",
    "Cliente;Tema;Lo que sabemos;Sabido el": "facts",
    "Firma;Bedarf;Gehört am;Auswirkung;Rang": "needs",
    "Client;Besoin;Entendu le;Conséquence": "needs",
    "Cliente;Necesidad;Oído el;Consecuencia": "needs",
    "Firma;Vorschlag;Vorgeschlagen am;Ergebnis": "suggestions",
    "Client;Suggestion;Proposé le;Suite donnée": "suggestions",
    "Cliente;Sugerencia;Propuesto el;Desenlace": "suggestions",
}


@pytest.mark.parametrize("headings", TABLE_OF)
def test_a_table_is_known_by_its_headings_in_each_language(headings: str) -> None:
    found = table_of(headings.split(";"), "export.csv")
    assert found is not None
    assert found.name == TABLE_OF[headings]


def test_umlauts_and_accents_may_be_written_out_or_left_out() -> None:
    for headings in (
        "Währung;Kunde;Bestelldatum;Menge",
        "Waehrung;Kunde;Bestelldatum;Menge",
        "Wahrung;Kunde;Bestelldatum;Menge",
    ):
        found = table_of(headings.split(";"), "export.csv")
        assert found is not None
        assert found.name == "orders"


def test_no_heading_stands_for_two_fields_of_a_table() -> None:
    for table in TABLES:
        every = [heading for headings in table.headings.values() for heading in set(headings)]
        assert len(every) == len(set(every)), table.name


def test_no_word_may_stand_for_two_of_ours() -> None:
    with pytest.raises(ValueError, match="sure stands for won and lost"):
        words_of(AwardOutcome, won=("sure",), lost=("sure",))


@pytest.mark.parametrize(
    ("table", "field", "words"),
    [
        (
            "accounts",
            "standing",
            {"customer": "Kunde, client, cliente", "prospect": "Interessent, prospect, prospecto"},
        ),
        ("contacts", "role", {"procurement": "Einkauf, achats, compras", "user": "Anwender, utilisateur, usuario"}),
        ("awards", "outcome", {"won": "gewonnen, gagné, ganado", "lost": "verloren, perdu, perdido"}),
        ("awards", "route", {"direct_award": "Direktvergabe, gré à gré, adjudicación directa"}),
        ("awards", "no_bid_reason", {"emergency": "Notfall, urgence, emergencia"}),
        ("awards", "origin", {"developed_together": "gemeinsam, ensemble, juntos"}),
        ("awards", "first_heard", {"after_award": "nach der Vergabe, après l'attribution, después"}),
        ("activities", "kind", {"call": "Anruf, appel, llamada", "visit": "Besuch, visite, visita"}),
        ("needs", "kind", {"explicit": "Wunsch, souhait, deseo", "implied": "Problem, problème, problema"}),
        ("suggestions", "outcome", {"accepted": "angenommen, acceptée, aceptada"}),
    ],
)
def test_our_words_are_known_in_each_language(table: str, field: str, words: dict[str, str]) -> None:
    known = next(each for each in TABLES if each.name == table).words[field]
    for value, spellings in words.items():
        assert {known_word(each, known) for each in spellings.split(",")} == {value}


def test_yes_and_no_are_known_in_each_language() -> None:
    assert {yes_or_no(each) for each in ("yes", "Ja", "oui", "Sí", "si", "wahr", "VRAI", "verdadero")} == {"yes"}
    assert {yes_or_no(each) for each in ("no", "Nein", "non", "falsch", "FAUX", "falso")} == {"no"}


@pytest.mark.parametrize(
    "text",
    [
        *("3 March 2025", "March 3, 2025", "March 3rd, 2025", "Mon, 3 Mar 2025 10:00", "3-Mar-25", "Mar 3, 2025"),
        *(
            "3. März 2025",
            "3. Maerz 2025",
            "3. Mrz. 2025",
            "Mo., 3. März 2025",
            "Montag, den 3. März 2025",
            "3. MÄRZ 25",
        ),
        *("3 mars 2025", "le 3 mars 2025", "lundi 3 mars 2025", "3-mars-2025"),
        *("3 de marzo de 2025", "3 de marzo del 2025", "lunes, 3 de marzo de 2025", "3-mar-2025", "3 marzo 2025"),
    ],
)
def test_a_date_with_its_month_in_words_is_read_in_each_language(text: str) -> None:
    assert iso_date(text, None) == "2025-03-03"


def test_the_months_of_each_language_are_told_apart() -> None:
    months = {
        1: "January, Jan, Januar, Jänner, janvier, janv., enero, ene",
        2: "February, Feb, Februar, février, févr., febrero",
        4: "April, Apr, avril, avr., abril, abr",
        5: "May, Mai, mayo",
        6: "June, Juni, juin, junio, jun",
        7: "July, Juli, juillet, juil., julio, jul",
        8: "August, Aug, août, aoû, agosto, ago",
        9: "September, Sept., Sep, septembre, septiembre, setiembre",
        10: "October, Oktober, Okt., octobre, octubre, oct.",
        12: "December, Dezember, Dez., décembre, déc., diciembre, dic",
    }
    for number, names in months.items():
        assert {iso_date(f"1 {name.strip()} 2025", None) for name in names.split(",")} == {f"2025-{number:02}-01"}
    assert iso_date("1 jui 2025", None) is None  # June or July


def read(folder: Path, text: str) -> tuple[list[Row], list[Refused]]:
    (folder / "table.csv").write_text(text, encoding="cp1252")
    items = [each.item for each in Tables().read(folder / "table.csv")]
    return [i for i in items if isinstance(i, Row)], [i for i in items if isinstance(i, Refused)]


@pytest.mark.parametrize(
    "text",
    [
        "Kunde;Bestelldatum;Artikel;Menge;Einzelpreis;Storniert\nN-Steel;3. März 2025;Pellets;1.000,5;92,10 €;nein\n",
        "Client;Date de commande;Désignation;Quantité;Prix unitaire;Annulée\nN-Steel;3 mars 2025;Pellets;1\xa0000,5;92,10 €;non\n",
        "Cliente;Fecha de pedido;Artículo;Cantidad;Precio unitario;Cancelado\nN-Steel;3 de marzo de 2025;Pellets;1.000,5;92,10 €;no\n",
    ],
)
def test_a_whole_row_says_the_same_in_each_language(text: str, tmp_path: Path) -> None:
    (row,), refused = read(tmp_path, text)
    assert not refused
    assert row.fields == {
        "account": "N-Steel",
        "ordered_on": "2025-03-03",
        "product": "Pellets",
        "quantity": "1000.5",
        "unit_price": "92.1",
        "cancelled": "no",
    }


def test_an_activity_is_told_by_its_headings_though_each_of_them_is_of_every_day(tmp_path: Path) -> None:
    rows, _ = read(
        tmp_path, "Company;Contact;Type;Date;Subject;Notes\nN-Steel;Ann Berg;Visit;2025-03-03;Plant;Saw the line.\n"
    )
    assert (rows[0].table, rows[0].fields["kind"]) == ("activities", "visit")


def test_dates_that_can_be_read_in_two_ways_are_refused_with_both_readings_and_what_to_do(tmp_path: Path) -> None:
    rows, (refused,) = read(tmp_path, "Kunde;Bestelldatum\nN-Steel;3/4/2025\nN-Steel;5/6/2025\n")
    assert not rows
    for word in ("“Bestelldatum”", "3/4/2025", "2025-04-03", "2025-03-04", "YYYY-MM-DD"):
        assert word in refused.reason
