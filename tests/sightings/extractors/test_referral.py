"""What brings two people together, and whom it names."""

import pytest

from alongside.sightings.extractors.referral import find
from tests.sightings.extractors.writing import found_in, lines, only, pairs


@pytest.mark.parametrize(
    ("sentence", "what"),
    pairs("""
    You should talk to Karen Oakes at Lakeside Foundry. -> Karen Oakes at Lakeside Foundry
    I gave your name to Miguel Torres of Bayshore Steel. -> Miguel Torres at Bayshore Steel
    Let me introduce my colleague Petra Lindqvist. -> Petra Lindqvist
    I've copied in Tom Reyes, our new logistics lead. -> Tom Reyes
    The right person for this is Ingrid Solheim. -> Ingrid Solheim
    Dave Kowalski suggested I contact you. -> Dave Kowalski
    I would like to put you in touch with our technical director, Frank Maier. -> Frank Maier
    Talk to Greta Olsen at Norse Metals, she is looking for a supplier. -> Greta Olsen at Norse Metals
    """),
)
def test_a_referral_names_the_person(sentence: str, what: str) -> None:
    found = only(find, sentence)
    assert found.detail["what"] == what
    assert what.startswith(found.detail["referred_name"])


@pytest.mark.parametrize(
    "sentence",
    lines("""
    You should talk to him.
    Please contact our customer service.
    Please call Joe at extension 12 if you have questions.
    You can contact me on Monday.
    I met Karen yesterday.
    I recommend the coarse grade.
    Talk to Susan about the invoice.
    """),
)
def test_no_referral(sentence: str) -> None:
    assert found_in(find, sentence) == []
