"""What thanks for something done, and what is only courtesy."""

import pytest

from alongside.sightings.extractors.thanks import find
from tests.sightings.extractors.writing import found_in, lines, only


@pytest.mark.parametrize(
    "sentence",
    lines("""
    Thank you for getting those trucks through on Saturday.
    Many thanks for all your help with the claim.
    We really appreciated how fast your people fixed the certificate.
    We could not have kept the plant going without you.
    Great work by your lab on the trial cargo!
    Your help during the strike meant a lot to us.
    I am very grateful to you for the introduction.
    Thanks for taking the time to explain how your budget works.
    """),
)
def test_real_thanks(sentence: str) -> None:
    assert len(found_in(find, sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    lines("""
    Thanks, Joe
    Thanks and best regards,
    Thank you.
    Thank you for your mail.
    Thanks for your prompt reply.
    Thank you for your order.
    Thank you for your patience.
    Thanks in advance for your help.
    Your help would be much appreciated.
    I'd appreciate it if you called.
    No thanks.
    Thank God it is Friday.
    Thank you for confirming by Friday.
    """),
)
def test_courtesy(sentence: str) -> None:
    assert found_in(find, sentence) == []


def test_the_reason_names_the_deed() -> None:
    found = only(find, "Thank you for sorting out the customs papers.")
    assert found.because == "“Thank you for sorting out the customs papers” thanks for something done."
