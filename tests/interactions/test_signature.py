"""A signature says who its writer is: name, title, company, phones, links and addresses."""

import pytest

from alongside.interactions.said import separate
from alongside.interactions.sign_off import sign_off_start
from alongside.interactions.signature import SignatureFields, read_signature


def read(signature: str) -> SignatureFields:
    return read_signature(signature, (0, len(signature)))


@pytest.mark.parametrize(
    ("signature", "name", "title", "company"),
    [
        ("Joe Kowalski | VP Raw Materials", "Joe Kowalski", "VP Raw Materials", ""),
        ("Joe Kowalski | VP Raw Materials | National Steel", "Joe Kowalski", "VP Raw Materials", "National Steel"),
        ("Joe Kowalski\nVice President, Raw Materials", "Joe Kowalski", "Vice President, Raw Materials", ""),
        ("Joe Kowalski, VP Raw Materials, National Steel", "Joe Kowalski", "VP Raw Materials", "National Steel"),
        ("Joe Kowalski\nBuyer\nNational Steel Corp.", "Joe Kowalski", "Buyer", "National Steel Corp."),
        ("Ann Lee\nHead of Procurement at Bright Metals", "Ann Lee", "Head of Procurement", "Bright Metals"),
        ("Ann Lee\nMaintenance Superintendent\nHot Mill", "Ann Lee", "Maintenance Superintendent", "Hot Mill"),
        ("Ann Lee\nNorthfield Foods, Inc.\nPlant Manager", "Ann Lee", "Plant Manager", "Northfield Foods, Inc."),
        ("Ann Lee - Chief Operating Officer", "Ann Lee", "Chief Operating Officer", ""),
        ("ANN LEE\nProduction Planner", "ANN LEE", "Production Planner", ""),
        ("Dr. Anna-Lena Lu\nLeiterin Einkauf\nStahl Süd AG", "Dr. Anna-Lena Lu", "Leiterin Einkauf", "Stahl Süd AG"),
        ("Best regards,\nJan van der Berg\nInkoper", "Jan van der Berg", "Inkoper", ""),
        ("Regards, Roman", "Roman", "", ""),
        ("Thanks,\nJoe", "Joe", "", ""),
        ("-- \nJoe Kowalski\nCFO", "Joe Kowalski", "CFO", ""),
    ],
)  # fmt: skip
def test_name_title_and_company_are_told_apart(signature: str, name: str, title: str, company: str) -> None:
    found = read(signature)
    assert (found.name, found.title, found.company) == (name, title, company)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("+1 219 555 0134", ("+12195550134",)),
        ("Tel: (219) 555-0134", ("+12195550134",)),
        ("219.555.0134 (cell)", ("+12195550134",)),
        ("Tel. +49 (0)211 123456", ("+49211123456",)),
        ("Phone: 0211 123456", ("0211 123456",)),
        ("Office (281) 518-1093\nFax: (281) 518-1106", ("+12815181093",)),
        ("503.464.5066\t503.701.1160 (cell)\t503.464.3740 (fax)", ("+15034645066", "+15037011160")),
        ("x 3-6259", ()),
        ("P.O. Box 692000-110706\nHouston, Texas 77269-2000", ()),
        ("2025-02-03", ()),
    ],
)
def test_phones_are_read_as_e164_where_they_can_be(written: str, read_as: tuple[str, ...]) -> None:
    assert read(f"Ann Lee\n{written}").phones == read_as


def test_a_region_gives_numbers_without_country_code_their_country() -> None:
    signature = "Ann Lee\nTel. 0211 123456"
    assert read_signature(signature, (0, len(signature)), region="DE").phones == ("+49211123456",)


def test_links_and_addresses_are_read_once_each() -> None:
    found = read("Ann Lee\nAnn.Lee@bright.example.com | www.bright.example.com\nann.lee@bright.example.com")
    assert found.addresses == ("ann.lee@bright.example.com",)
    assert found.links == ("www.bright.example.com",)


def test_a_street_is_neither_company_nor_title() -> None:
    found = read("Ann Lee\nBuyer\n121 SW Salmon Street\nPortland, OR 97204")
    assert (found.title, found.company) == ("Buyer", "")


def test_an_empty_signature_says_nothing() -> None:
    assert read("") == SignatureFields(name="", title="", company="", phones=(), links=(), addresses=())


def test_the_signature_found_in_a_mail_can_be_read() -> None:
    mail = (
        "Forty tons.\n\nMit freundlichen Gruessen\nAnna Schmidt\nEinkaufsleiterin\nStahlwerk Süd GmbH\n+49 211 123456\n"
    )
    span = separate(mail).signature
    assert span is not None
    assert read_signature(mail, span) == SignatureFields(
        name="Anna Schmidt",
        title="Einkaufsleiterin",
        company="Stahlwerk Süd GmbH",
        phones=("+49211123456",),
        links=(),
        addresses=(),
    )


@pytest.mark.parametrize(
    ("lines", "start"),
    [
        (["Forty tons.", "", "Best regards,", "Joe"], 2),
        (["Forty tons.", "", "Regards, Joe"], 2),
        (["Forty tons.", "Your pal, Craig."], 1),
        (["Forty tons.", "", "-joe"], 2),
        (["Call me.", "Stephane Brodeur", "(403) 974-6721"], 1),
        (["Call me.", "", "Barry Tycholiz - 713-853-1587."], 2),
        (["Forty tons.", "", "Thanks,", "", "Susan", "*7086"], 2),
        (["Call me.", "", "Joe Kowalski | VP Raw Materials | National Steel Corporation | +1 219 555 0134 | Gary"], 2),
        (["Call me.", "Thanks,", "Joe", "219 555 0134", "We are your partner in steel."], 1),
        (["Thanks for the forty tons, they came on time."], None),
        (["Here is the list:", "Steel", "we need it soon, please hurry"], None),
        (["Forty tons.", "Thanks"], None),
        (["Please come on", "Friday"], None),
        ([], None),
    ],
)  # fmt: skip
def test_a_sign_off_begins_with_closing_words_or_a_name(lines: list[str], start: int | None) -> None:
    assert sign_off_start(lines) == start


@pytest.mark.timeout(20)
@pytest.mark.parametrize("hostile", ["Al " * 300_000, "1-" * 400_000, "a@" * 400_000, "www." * 200_000, ".a" * 400_000])
def test_a_hostile_signature_is_read_to_its_end(hostile: str) -> None:
    assert read(hostile).title == ""
