"""What places an order, and what tells who got the business."""

import pytest

from alongside.sightings.extractors.order import find
from alongside.vocabulary import SightingKind
from tests.sightings.extractors.writing import found_in, lines, only


@pytest.mark.parametrize(
    ("sentence", "quantity", "unit", "products"),
    [
        ("Please find attached our PO 4500123 for 8,200 t of pellets.", "8200", "t", "pellets"),
        ("We hereby order 500 t of DR pellets for delivery in December.", "500", "t", "DR pellets"),
        ("I'd like to place an order for 40 filter bags.", "40", "", "filter bags"),
        ("Please deliver 300 t of lump ore to the Gary plant.", "300", "t", "lump ore"),
        ("We'll take 2,000 t at that price.", "2000", "t", ""),
        ("Purchase order 4500123 attached.", "", "", ""),
        ("Order 4317 follows today.", "", "", ""),
        ("So here is order 4443 for 900 t of lump ore.", "900", "t", "lump ore"),
        ("I've just released the call-off for January.", "", "", "January"),
    ],
)
def test_an_order_names_its_goods(sentence: str, quantity: str, unit: str, products: str) -> None:
    found = only(find, sentence)
    assert found.kind == SightingKind.ORDER
    assert found.detail.get("quantity", "") == quantity
    assert found.detail.get("unit", "") == unit
    if quantity:
        assert found.detail.get("products", "") == products


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("We have decided to award you the contract.", "won"),
        ("You have been awarded the business for 2026.", "won"),
        ("We'll go with your offer.", "won"),
        ("The job is yours.", "won"),
        ("Unfortunately we went with another supplier.", "lost"),
        ("Your bid was not successful.", "lost"),
        ("The contract has gone to a competitor.", "lost"),
        ("After long discussion we decided to stay with our current supplier.", "lost"),
    ],
)
def test_an_award_tells_its_outcome(sentence: str, outcome: str) -> None:
    found = only(find, sentence)
    assert found.kind == SightingKind.AWARD
    assert found.detail["outcome"] == outcome


@pytest.mark.parametrize(
    "sentence",
    lines("""
    Thank you for your order.
    Have you received our order?
    In order to proceed we need the drawing.
    We ordered 500 t from you last year.
    If the price falls we may order more.
    The pump is out of order.
    We plan to place an order in spring.
    If you are awarded the contract, could you start in May?
    We hope that you will be selected.
    Your company has been selected to take part in our tender.
    What is the status of our order?
    """),
)
def test_neither_order_nor_award(sentence: str) -> None:
    assert found_in(find, sentence) == []
