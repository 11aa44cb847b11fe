"""People on cards of all three versions."""

from pathlib import Path

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
