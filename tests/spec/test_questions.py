"""The bank of questions: which are asked about a request, which are still open, and which of these tells most."""

from dataclasses import replace

import pytest

from alongside.judgement.questions import SHIPPED, asked_of, kind_of_request, still_open
from alongside.vocabulary import QuestionKind, RequestKind


def keys(*answered: str, kind: RequestKind = RequestKind.OTHER) -> list[str]:
    return [each.key for each in still_open(asked_of(SHIPPED, kind), answered)]


def test_every_request_is_asked_the_five_questions_about_its_origin() -> None:
    asked = asked_of(SHIPPED, RequestKind.OTHER)
    assert [each.key for each in asked] == ["behind", "happened", "since", "costs", "gain"]


def test_a_request_about_terms_is_asked_what_fits_terms_as_well() -> None:
    assert {"terms-rule", "terms-else"} <= {each.key for each in asked_of(SHIPPED, RequestKind.TERMS)}


def test_what_is_wrong_tells_most_and_facts_of_the_situation_least() -> None:
    assert keys() == ["happened", "costs", "gain", "behind", "since"]


def test_what_was_answered_is_not_asked_again() -> None:
    assert keys("happened", "costs") == ["gain", "behind", "since"]
    assert keys("behind", "happened", "since", "costs", "gain") == []


def test_a_retired_question_is_asked_no_more() -> None:
    bank = [replace(each, is_retired=each.key == "gain") for each in SHIPPED]
    assert "gain" not in [each.key for each in asked_of(bank, RequestKind.OTHER)]


def test_there_are_questions_of_each_kind() -> None:
    assert {each.kind for each in SHIPPED} == set(QuestionKind)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("I must ask you to move to 90-day terms from the first of next month.", RequestKind.TERMS),
        ("The last train was full of fines, please see to it.", RequestKind.QUALITY),
        ("Could you ship the next cargo a week earlier?", RequestKind.DELIVERY),
        ("Could we change the grade of the blend for a trial?", RequestKind.TECHNICAL),
        ("Please send us the certificate for the last cargo.", RequestKind.DOCUMENT),
        ("Could you call me back?", RequestKind.OTHER),
    ],
)
def test_the_kind_is_told_by_the_words(words: str, kind: RequestKind) -> None:
    assert kind_of_request(words) is kind
