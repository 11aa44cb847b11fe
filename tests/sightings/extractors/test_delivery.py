"""What hands something over or tells a deed done, and what is yet to come."""

import pytest

from alongside.sightings.extractors.delivery import find
from alongside.vocabulary import Side
from tests.sightings.extractors.writing import found_in, lines, only


@pytest.mark.parametrize(
    "sentence",
    lines("""
    Attached is the breakdown of the demurrage.
    Please find attached the corrected certificate.
    Here is the drawing you asked for.
    As promised, the sieve results.
    I have found out where the demurrage comes from.
    The answer is a worn scale at the chute.
    We shipped the missing 150 t yesterday.
    The credit note was issued this morning.
    I checked with our lab: the lot is fine.
    The report is attached.
    """),
)
def test_a_deed(sentence: str) -> None:
    assert only(find, sentence, by_us=True).side == Side.OURS


@pytest.mark.parametrize(
    "sentence",
    lines("""
    I have not sent it yet.
    I will send the report tomorrow.
    Did you send the report?
    If we have shipped it, I will tell you.
    The answer is not known yet.
    We are attached to the old ways.
    Once the credit note was issued on Monday, nobody asked.
    """),
)
def test_no_deed(sentence: str) -> None:
    assert found_in(find, sentence, by_us=True) == []


def test_what_is_handed_over_is_named() -> None:
    assert only(find, "Attached are the sieve results for lot 7.").detail["what"] == "the sieve results for lot 7"
