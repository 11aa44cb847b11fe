"""What asks for a price, of which kind, for which goods, answer wanted by when."""

import pytest

from alongside.sightings.extractors.solicitation import find
from tests.sightings.extractors.writing import found_in, lines, only


@pytest.mark.parametrize(
    ("sentence", "kind", "quantity", "unit", "products"),
    [
        ("Please quote for 5,000 t of DR pellets, delivery in January.", "rfq", "5000", "t", "DR pellets"),
        ("Could you send us your best price for 12 bag-house filters?", "rfq", "12", "", "bag-house filters"),
        ("We would like to invite you to quote for the supply of lump ore.", "invitation", "", "", "lump ore"),
        ("Attached is our RFQ for 40,000 mt of BF pellets.", "rfq", "40000", "mt", "BF pellets"),
        ("You are invited to tender for the annual supply of bentonite.", "tender", "", "", "bentonite"),
        ("Our RFP for conveyor belts will be issued next week.", "rfp", "", "", "conveyor belts"),
        ("This is a request for information on low-silica concentrate.", "rfi", "", "", "low-silica concentrate"),
        ("What would you charge us for 500 t of bentonite?", "rfq", "500", "t", "bentonite"),
        ("Let us have your offer for 1.5k tonnes of sinter feed.", "rfq", "1500", "tonnes", "sinter feed"),
        ("Find attached our RFQ 2291 covering 18 crusher liners.", "rfq", "18", "", "crusher liners"),
    ],
)
def test_a_solicitation_names_kind_and_goods(sentence: str, kind: str, quantity: str, unit: str, products: str) -> None:
    detail = only(find, sentence).detail
    goods = tuple(detail.get(name, "") for name in ("quantity", "unit", "products"))
    assert (detail["solicitation"], *goods) == (kind, quantity, unit, products)


@pytest.mark.parametrize(
    "sentence",
    lines("""
    Thank you for your RFQ of 3 November.
    We will quote by Friday.
    Please quote your order number.
    Our best offer is attached.
    They did not quote.
    The stock price fell.
    Could you offer some advice?
    We lost the tender last year.
    He got a job offer.
    """),
)
def test_no_solicitation(sentence: str) -> None:
    assert found_in(find, sentence) == []


def test_the_day_of_the_answer_is_read_and_the_day_of_delivery_is_not() -> None:
    answer = only(find, "Please quote for 500 t of lump ore by 28 November.")
    delivery = only(find, "Please quote for 500 t of lump ore, delivered by 28 November.")
    assert answer.detail["due_on"] == "2025-11-28"
    assert "due_on" not in delivery.detail


def test_the_reason_names_the_words_and_what_is_asked() -> None:
    found = only(find, "Please quote for 500 t of lump ore by 28 November.")
    assert found.because == "“Please quote” asks for a quotation by 28 November."
    assert found.detail["what"] == "a quotation for 500 t lump ore"
