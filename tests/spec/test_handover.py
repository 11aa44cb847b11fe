"""The handover: what was never settled before an account became yours, the weightiest first, each in their own words."""

from datetime import date

from alongside.judgement.handover import Handover, handover
from alongside.vocabulary import InheritedKind
from tests.spec.diary import Diary

TAKEN_OVER = date(2025, 6, 1)


def _of(diary: Diary) -> Handover:
    return handover(diary.dossier, since=TAKEN_OVER, as_of=diary.as_of)


def test_what_was_asked_before_and_never_answered_is_inherited(diary: Diary) -> None:
    """
    Ann: procurement
    2024-09-01 Ann asks for payment terms of 90 days, repeated 1
    2025-05-20 mail from Ann
    as of 2025-06-10
    """
    [issue] = _of(diary).issues
    assert issue.kind is InheritedKind.REQUEST
    assert issue.reason == "Asked twice, first nine months ago; nobody answered."
    assert issue.evidence[0].kind == "request"


def test_what_was_asked_later_or_answered_is_not(diary: Diary) -> None:
    """
    Ann: procurement
    2025-06-05 Ann asks for new certificates
    2024-09-01 Ann asks for payment terms of 90 days, answered 2024-09-20
    as of 2025-06-10
    """
    assert _of(diary).issues == ()


def test_what_you_settled_since_is_counted(diary: Diary) -> None:
    """
    Ann: procurement
    2024-09-01 Ann asks for payment terms of 90 days, answered 2025-06-08
    2025-01-10 we promise Ann the index formula by 2025-02-01, kept 2025-06-09
    as of 2025-06-10
    """
    found = _of(diary)
    assert (found.issues, found.settled_since) == ((), 2)


def test_our_promise_that_is_past_its_day_is_inherited_and_one_that_is_still_to_come_passes_on(diary: Diary) -> None:
    """
    Ann: procurement
    2025-01-10 we promise Ann the index formula by 2025-02-01
    2025-05-10 we promise Ann a visit by 2025-07-01
    2025-05-10 Ann promises us a forecast by 2025-05-20
    2025-05-20 mail from Ann
    as of 2025-06-10
    """
    [issue] = _of(diary).issues
    assert (issue.kind, issue.what) == (InheritedKind.PROMISE, "the index formula")
    assert issue.reason == "We promised it five months ago for 1 Feb, and no deed is on record."


def test_a_complaint_that_came_back_in_other_words_is_one_issue(diary: Diary) -> None:
    """
    Joe: operations
    2024-03-01 complaint Joe the moisture of the last cargo was far above the limit
    2024-08-01 complaint Joe again a cargo with too much moisture
    2025-02-01 complaint Joe moisture, third cargo in a year
    2025-05-20 mail from Joe
    as of 2025-06-10
    """
    [issue] = _of(diary).issues
    assert (issue.kind, issue.times, len(issue.evidence)) == (InheritedKind.COMPLAINT, 3, 3)
    assert issue.reason == "It came back: said three times, first 15 months ago, last four months ago."


def test_complaints_of_different_things_are_issues_of_their_own(diary: Diary) -> None:
    """
    Joe: operations
    2024-03-01 complaint Joe the moisture of the last cargo was far above the limit
    2024-08-01 complaint Joe the invoice has the wrong purchase order on it
    2025-05-20 mail from Joe
    as of 2025-06-10
    """
    assert [issue.times for issue in _of(diary).issues] == [1, 1]


def test_a_conversation_that_ended_with_their_question_is_inherited(diary: Diary) -> None:
    """
    Joe: operations
    2025-04-01 mail to Joe about berths
    2025-04-02 mail from Joe about berths (asks)
    as of 2025-06-10
    """
    [issue] = _of(diary).issues
    assert issue.kind is InheritedKind.QUESTION
    assert issue.evidence[0].kind == "interaction"


def test_what_somebody_still_cares_for_comes_first_then_what_was_said_most_often(diary: Diary) -> None:
    """
    Ann: procurement
    Joe: operations
    Eva: quality
    2024-01-01 Eva asks for a new specimen, repeated 5
    2024-09-01 Ann asks for payment terms of 90 days, repeated 1
    2024-10-01 Joe asks for a berth on Sundays
    2025-05-20 mail from Ann
    2025-05-20 mail from Joe
    2025-03-01 Eva left
    as of 2025-06-10
    """
    found = _of(diary)
    assert [issue.person_id for issue in found.issues] == [diary.person(name) for name in ("Ann", "Joe", "Eva")]
    assert found.first == found.issues[0]


def test_where_nobody_is_left_who_cares_nothing_is_proposed_first(diary: Diary) -> None:
    """
    Eva: quality
    2024-01-01 Eva asks for a new specimen
    2025-03-01 Eva left
    as of 2025-06-10
    """
    found = _of(diary)
    assert len(found.issues) == 1 and found.first is None


def test_of_a_promise_and_a_request_said_as_often_the_promise_weighs_more(diary: Diary) -> None:
    """
    Ann: procurement
    2024-09-01 Ann asks for payment terms of 90 days
    2025-01-10 we promise Ann the index formula by 2025-02-01
    2025-05-20 mail from Ann
    as of 2025-06-10
    """
    assert [issue.kind for issue in _of(diary).issues] == [InheritedKind.PROMISE, InheritedKind.REQUEST]
