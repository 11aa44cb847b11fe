"""How soon they answer what we ask, against their own habit; nobody is ranked by it.

Questions are asked at ten in the morning and, in these diaries, answered at ten on a later day: ten working hours a day.
"""

from datetime import UTC, datetime

from alongside.judgement.finding import Finding
from alongside.judgement.responsiveness import responsiveness
from alongside.judgement.waits import working_hours
from tests.spec.diary import Diary


def judged(diary: Diary, subject: str = "theirs") -> Finding:
    return {f.subject: f for f in responsiveness(diary.dossier, as_of=diary.as_of)}[subject]


def figures(found: Finding) -> dict[str, object]:
    return found.extra or {}


def test_only_working_hours_count() -> None:
    """
    (asked on Friday 14 November at 16:00, answered on Monday 17 November at 9:00: three hours)
    """
    asked, answered = datetime(2025, 11, 14, 16, tzinfo=UTC), datetime(2025, 11, 17, 9, tzinfo=UTC)
    assert working_hours(asked, answered) == 3
    assert working_hours(answered, asked) == 0


def test_a_weekend_night_is_no_time_at_all() -> None:
    """
    (asked on Saturday 15 November at noon, answered on Sunday at noon)
    """
    noon = [datetime(2025, 11, day, 12, tzinfo=UTC) for day in (15, 16)]
    assert working_hours(*noon) == 0


def test_whoever_answers_as_always_is_steady(diary: Diary) -> None:
    """
    fortnightly from 2025-01-06 to 2025-11-10: exchange Joe (asks)
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == "steady"
    assert found.reason == "They usually answer within ten hours, in the last two months within ten hours."


def test_twice_as_slow_as_usual_is_cooling_from_five_answers_on(diary: Diary) -> None:
    """
    weekly from 2025-01-06 to 2025-08-25: exchange Joe (asks)
    2025-10-06 mail to Joe about a (asks)
    2025-10-09 mail from Joe about a
    2025-10-13 mail to Joe about b (asks)
    2025-10-16 mail from Joe about b
    2025-10-20 mail to Joe about c (asks)
    2025-10-23 mail from Joe about c
    2025-10-27 mail to Joe about d (asks)
    2025-10-30 mail from Joe about d
    2025-11-03 mail to Joe about e (asks)
    2025-11-06 mail from Joe about e
    as of 2025-11-23
    """
    found = judged(diary)
    assert (found.value, figures(found)["z"], found.n) == ("cooling", 1.58, 5)
    assert found.reason == "They usually answer within ten hours, in the last two months within three working days."


def test_four_slow_answers_are_too_few_to_say(diary: Diary) -> None:
    """
    weekly from 2025-01-06 to 2025-08-25: exchange Joe (asks)
    2025-10-06 mail to Joe about a (asks)
    2025-10-09 mail from Joe about a
    2025-10-13 mail to Joe about b (asks)
    2025-10-16 mail from Joe about b
    2025-10-20 mail to Joe about c (asks)
    2025-10-23 mail from Joe about c
    2025-10-27 mail to Joe about d (asks)
    2025-10-30 mail from Joe about d
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value is None
    assert found.unknown == ("Four answers in two months; fewer than five say little.",)


def test_a_question_left_for_more_than_seven_working_days_is_left_alone(diary: Diary) -> None:
    """
    weekly from 2025-01-06 to 2025-10-27: exchange Joe (asks)
    2025-11-03 mail to Joe about laydays (asks)
    as of 2025-11-23
    (140 working hours; at least 72 and three times the habit must have passed)
    """
    found = judged(diary, "person:1")
    assert found.value == "ghosted"
    assert found.reason.endswith("one question has been left alone.")
    assert judged(diary).value == "steady"


def test_a_slow_answerer_is_given_three_times_the_habit(diary: Diary) -> None:
    """
    2025-06-02 mail to Joe about a (asks)
    2025-06-30 mail from Joe about a
    2025-11-03 mail to Joe about laydays (asks)
    as of 2025-11-23
    """
    assert judged(diary, "person:1").value is None


def test_a_question_after_which_we_met_is_not_left_alone(diary: Diary) -> None:
    """
    2025-11-03 mail to Joe about laydays (asks)
    2025-11-05 call Joe
    as of 2025-11-23
    """
    assert figures(judged(diary, "person:1"))["unanswered"] == []


def test_a_reminder_does_not_shorten_the_wait(diary: Diary) -> None:
    """
    2025-11-03 mail to Joe about laydays (asks)
    2025-11-06 mail to Joe about laydays (asks)
    2025-11-07 mail from Joe about laydays
    as of 2025-11-23
    """
    assert figures(judged(diary))["median_hours"] == 40


def test_ours_to_them_is_measured_the_same_way(diary: Diary) -> None:
    """
    2025-11-03 mail from Joe about laydays (asks)
    2025-11-05 mail to Joe about laydays
    as of 2025-11-23
    """
    found = judged(diary, "ours")
    assert figures(found)["median_hours"] == 20
    assert found.reason == "We usually answer within two working days, in the last two months within two working days."


def test_when_nothing_was_asked_nothing_is_known(diary: Diary) -> None:
    """
    2025-11-03 mail to Joe
    as of 2025-11-23
    """
    found = judged(diary)
    assert (found.value, found.reason) == (None, "We asked them nothing by mail in the last year.")


def test_an_answer_that_came_later_than_the_day_is_not_seen(diary: Diary) -> None:
    """
    2025-11-20 mail to Joe about laydays (asks)
    2025-11-24 mail from Joe about laydays
    as of 2025-11-23
    """
    assert figures(judged(diary))["answers"] == 0
