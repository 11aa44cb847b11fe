"""Which questions wait for an answer, theirs for ours and ours for theirs: whoever had the last word asked."""

from alongside.judgement.unanswered import waiting_for_them, waiting_for_us
from tests.spec.diary import Diary


def test_a_question_of_theirs_waits_until_one_of_us_writes_in_the_thread(diary: Diary) -> None:
    """
    2025-11-10 mail from Joe about demurrage (asks)
    2025-11-11 mail from Ann about laydays (asks)
    2025-11-12 Bob's mail to Ann about laydays
    as of 2025-11-23
    """
    (waiting,) = waiting_for_us(diary.dossier, diary.as_of)
    assert (waiting.person_id, waiting.days(diary.as_of)) == (diary.person("Joe"), 13)


def test_a_question_of_ours_waits_for_any_of_those_addressed(diary: Diary) -> None:
    """
    2025-11-10 mail to Joe and Ann about laydays (asks)
    2025-11-10 mail to Bob about samples (asks)
    2025-11-11 mail from Ann about laydays
    as of 2025-11-23
    """
    (waiting,) = waiting_for_them(diary.dossier, diary.as_of)
    assert waiting.person_id == diary.person("Bob")


def test_after_a_conversation_nothing_is_left_unanswered(diary: Diary) -> None:
    """
    2025-11-10 mail from Joe about demurrage (asks)
    2025-11-14 call Joe
    as of 2025-11-23
    """
    assert waiting_for_us(diary.dossier, diary.as_of) == ()


def test_asking_again_counts_and_the_first_day_stays(diary: Diary) -> None:
    """
    2025-11-10 mail from Joe about demurrage (asks)
    2025-11-18 mail from Joe about demurrage (asks)
    as of 2025-11-23
    """
    (waiting,) = waiting_for_us(diary.dossier, diary.as_of)
    assert (waiting.asked_on.isoformat(), waiting.asked_again) == ("2025-11-10", 1)


def test_a_new_question_after_an_answer_waits_anew(diary: Diary) -> None:
    """
    2025-11-10 mail from Joe about demurrage (asks)
    2025-11-12 mail to Joe about demurrage
    2025-11-18 mail from Joe about demurrage (asks)
    as of 2025-11-23
    """
    (waiting,) = waiting_for_us(diary.dossier, diary.as_of)
    assert waiting.asked_on.isoformat() == "2025-11-18"


def test_mail_that_asks_nothing_waits_for_nothing(diary: Diary) -> None:
    """
    2025-11-10 mail from Joe about demurrage
    2025-11-10 mail to Ann about laydays
    as of 2025-11-23
    """
    assert waiting_for_us(diary.dossier, diary.as_of) == waiting_for_them(diary.dossier, diary.as_of) == ()


def test_an_answer_later_than_the_day_is_not_seen(diary: Diary) -> None:
    """
    2025-11-10 mail from Joe about demurrage (asks)
    2025-11-24 mail to Joe about demurrage
    as of 2025-11-23
    """
    assert len(waiting_for_us(diary.dossier, diary.as_of)) == 1
