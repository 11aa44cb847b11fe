"""Rule 3, know their needs: what they want, what it costs them not to have it, and what comes first."""

from alongside.judgement.finding import Finding
from alongside.judgement.rules.know_their_needs import judge
from tests.spec.diary import Diary


def judged(diary: Diary) -> Finding:
    return judge(diary.dossier, as_of=diary.as_of)


def test_without_contact_and_without_needs_nothing_is_known(diary: Diary) -> None:
    """
    Joe: user
    as of 2025-11-23
    """
    assert judged(diary).value is None


def test_talking_without_hearing_a_need_is_nought(diary: Diary) -> None:
    """
    2025-11-10 lunch Joe
    as of 2025-11-23
    """
    assert (judged(diary).value, judged(diary).reason) == (0, "We talk with them, and no need of theirs is recorded.")


def test_a_problem_heard_is_one_and_a_complaint_is_such_a_problem(diary: Diary) -> None:
    """
    2025-11-10 complaint Joe too much dust again
    as of 2025-11-23
    """
    found = judged(diary)
    assert (found.value, found.reason) == (1, "One problem heard, nobody has asked what they cost.")


def test_a_want_with_the_name_of_who_stated_it_is_two(diary: Diary) -> None:
    """
    2025-11-10 explicit need of Joe pellets with less dust
    as of 2025-11-23
    """
    assert judged(diary).value == 2


def test_a_want_of_nobody_in_particular_stays_one(diary: Diary) -> None:
    """
    2025-11-10 explicit need pellets with less dust
    as of 2025-11-23
    """
    assert judged(diary).value == 1


def test_half_of_the_key_roles_and_a_cost_are_three(diary: Diary) -> None:
    """
    Joe: user
    Ann: procurement
    2025-11-10 explicit need of Joe pellets with less dust, costs 40000
    2025-11-11 explicit need of Ann one invoice a month
    as of 2025-11-23
    """
    assert judged(diary).value == 3


def test_without_a_cost_it_stays_two(diary: Diary) -> None:
    """
    Joe: user
    Ann: procurement
    2025-11-10 explicit need of Joe pellets with less dust
    2025-11-11 explicit need of Ann one invoice a month
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == 2
    assert found.unknown == ("What two needs cost them is not known.",)


def test_ranked_by_them_and_reviewed_lately_is_four(diary: Diary) -> None:
    """
    Joe: user
    Ann: procurement
    2025-05-10 explicit need of Joe pellets with less dust, costs 40000, rank 1, reviewed 2025-11-01
    2025-05-11 explicit need of Ann one invoice a month, rank 2
    as of 2025-11-23
    """
    assert judged(diary).value == 4


def test_ninety_days_without_a_word_on_it_cost_a_rung(diary: Diary) -> None:
    """
    2025-08-10 explicit need of Joe pellets with less dust
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == 1
    assert found.would_change == "Going through it with them once more brings the rung back."
