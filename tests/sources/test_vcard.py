"""People on cards of all three versions."""

from pathlib import Path

import pytest

from alongside.interactions.keys import record_key
from alongside.sources.caps import CARD_VALUES_MAX
from alongside.sources.contract import Card, Refused
from alongside.sources.vcard import Vcard

SAMPLES = Path(__file__).parent / "samples"


def read(path: Path) -> list[Card | Refused]:
    return [each.item for each in Vcard().read(path) if isinstance(each.item, Card | Refused)]


def read_text(folder: Path, text: str) -> list[Card | Refused]:
    path = folder / "some.vcf"
    path.write_bytes(text.encode())
    return read(path)


def test_a_card_of_version_3_gives_the_preferred_address_first_and_no_fax() -> None:
    assert read(SAMPLES / "people.vcf")[0] == Card(
        uid="card-1",
        name="Eva Test",
        addresses=("eva@customer.example", "eva@home.example"),
        phones=("+49 170 1234567",),
        organisation="Customer, Inc.",
        title="Head of buying",
        note="Likes short mails\nand long walks",
        units=("Buying",),
    )


def test_a_card_of_version_4_gives_plain_numbers() -> None:
    assert read(SAMPLES / "people.vcf")[1] == Card(
        uid="",
        name="Ana Silva",
        addresses=("ana@mills.example", "ana@home.example"),
        phones=("+55-11-5555-0100 ext. 12",),
    )


def test_a_card_of_version_2_with_encoded_lines_is_read() -> None:
    assert read(SAMPLES / "people.vcf")[2] == Card(
        uid="", name="Jörg Müller", addresses=("joerg@acme.example",), phones=("+49 30 1234",)
    )


def test_a_card_of_nobody_is_refused() -> None:
    nobody = read(SAMPLES / "people.vcf")[3]
    assert isinstance(nobody, Refused)
    assert "neither a name nor a mail address" in nobody.reason


def test_cards_with_other_line_ends_agents_and_odd_lines_are_read(tmp_path: Path) -> None:
    old = "BEGIN:VCARD\rVERSION:3.0\rFN:x\rodd line\rEND:VCARD\r"
    agent = "BEGIN:VCARD\nVERSION:2.1\nN:Test;Eva\nAGENT:\nBEGIN:VCARD\nFN:other\nEND:VCARD\nEND:VCARD\n"
    assert [card.name for card in read_text(tmp_path, old + agent) if isinstance(card, Card)] == ["x", "Eva Test"]


def test_cards_nested_without_end_are_refused(tmp_path: Path) -> None:
    (refused,) = read_text(tmp_path, "BEGIN:VCARD\n" * 1000 + "END:VCARD\n" * 1000)
    assert isinstance(refused, Refused)


def test_hundreds_of_addresses_and_numbers_that_are_none_are_left_out(tmp_path: Path) -> None:
    mails = "".join(f"EMAIL:p{n}@x.example\n" for n in range(500))
    (card,) = read_text(tmp_path, f"BEGIN:VCARD\nVERSION:3.0\nFN:x\n{mails}TEL:;;;\nTEL:+{'9' * 5000}\nEND:VCARD\n")
    assert isinstance(card, Card)
    assert (len(card.addresses), card.phones) == (CARD_VALUES_MAX, ())


def people(name: str) -> list[Card]:
    return [each for each in read(SAMPLES / name) if isinstance(each, Card)]


def test_a_card_of_android_gives_its_encoded_names_its_nickname_and_its_maiden_name() -> None:
    joerg, jose = people("android.vcf")
    assert (joerg.name, joerg.nicknames, joerg.former_names) == ("Jörg Müller", ("Jojo",), ("Berger",))
    assert joerg.addresses == ("joerg@staehle.example", "joerg@home.example")
    assert joerg.phones == ("0170 1234567", "030 1234")
    assert (joerg.organisation, joerg.units, joerg.title) == ("Stähle AG", ("Einkauf",), "Leiter Einkauf, Erze")
    assert joerg.note == "Zeile 1\nZeile 2"
    assert (jose.name, jose.addresses) == ("José García", ("jose@acero.example",))


def test_a_card_of_apple_gives_grouped_values_and_says_which_card_is_a_companys() -> None:
    joe, company = people("apple.vcf")
    assert (joe.name, joe.nicknames, joe.former_names) == ("Joseph Kowalski", ("Joe", "Joey"), ("Nowak",))
    assert joe.addresses == ("joe@nsteel.example", "joe@home.example")
    assert joe.phones == ("+1 (313) 555-0100", "+1-313-555-0101")
    assert (joe.organisation, joe.units) == ("National Steel", ("Raw Materials", "Ores"))
    assert joe.links == ("https://nsteel.example/joe",)
    assert (company.name, company.is_company, company.addresses) == (
        "Customer, Inc.",
        True,
        ("info@customer.example",),
    )


def test_a_list_of_cards_is_no_person() -> None:
    (refused,) = [each for each in read(SAMPLES / "apple.vcf") if isinstance(each, Refused)]
    assert "no person" in refused.reason


def test_a_card_of_outlook_in_western_characters_gives_the_name_as_it_is_said_and_whole_lines() -> None:
    (joerg,) = people("outlook.vcf")
    assert (joerg.name, joerg.organisation, joerg.title) == ("Jörg Müller", "Acme GmbH", "Einkäufer")
    assert joerg.note == "Kommt aus Köln, mag kurze Mails; nie freitags"
    assert joerg.phones == ("+49 (30) 1234-5",)


def test_a_card_of_version_4_gives_values_behind_quoted_parameters() -> None:
    ana, company = people("version4.vcf")
    assert (ana.name, ana.nicknames) == ("Ana Silva", ("Aninha",))
    assert ana.addresses == ("ana@mills.example", "ana@home.example")
    assert ana.phones == ("+55-11-5555-0100 ext. 12",)
    assert (ana.title, ana.role, ana.units) == ("Buyer", "Buyer", ("Compras",))
    assert ana.links == ("https://mills.example/a,b",)
    assert ana.note == "first, second\nthird; and \\ this"
    assert company.is_company


def test_birthdays_and_pictures_are_not_kept() -> None:
    for name in ("android.vcf", "apple.vcf", "version4.vcf"):
        for card in people(name):
            assert not any(year in repr(card) for year in ("1970", "1964", "4AAQSkZ"))


def test_the_name_is_put_together_where_only_its_parts_are_stated(tmp_path: Path) -> None:
    text = "BEGIN:VCARD\nVERSION:3.0\nN:Test;Eva;Maria;Dr.;\nFN:eva@x.example\nEMAIL:eva@x.example\nEND:VCARD\n"
    assert [each.name for each in read_text(tmp_path, text) if isinstance(each, Card)] == ["Eva Maria Test"]


def test_a_card_without_a_nickname_or_links_is_known_again_by_the_key_it_always_had() -> None:
    _, plain, kept = record_key(Card("u", "Eva", ("eva@x.example",)))
    _, named, _ = record_key(Card("u", "Eva", ("eva@x.example",), nicknames=("Evi",)))
    assert sorted(kept) == ["addresses", "name", "note", "organisation", "phones", "title", "uid"]
    assert plain != named


HOSTILE = {
    "an encoded line that never ends": "NOTE;ENCODING=QUOTED-PRINTABLE:=\n" + "=41=\n" * 100_000,
    "a hundred thousand parameters": "EMAIL" + ";TYPE=work" * 100_000 + ":a@x.example",
    "quotation marks without end": "TEL;TYPE=" + '"' * 100_000 + ":030 1234",
    "backslashes without end": "NOTE:" + "\\" * 100_000,
    "a name of a hundred thousand parts": "N:" + ";" * 100_000,
    "a character set that does not exist": "NOTE;CHARSET=no-such-set;ENCODING=QUOTED-PRINTABLE:=FF=FE",
    "broken base64": "NOTE;ENCODING=b:%%%=",
    "zeros and directions": "TITLE:\x00\u202egnp.exe",
}


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_line_costs_nothing_but_itself(tmp_path: Path, line: str) -> None:
    (card,) = read_text(tmp_path, f"BEGIN:VCARD\nVERSION:2.1\nFN:Eva\n{line}\nEND:VCARD\n")
    assert isinstance(card, Card)
    assert card.name == "Eva"
    assert "\x00" not in repr(card) and "\u202e" not in repr(card)
