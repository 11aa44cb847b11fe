"""Whether we are there often enough for the part each person plays, and whether there is a next time."""

from alongside.judgement.finding import Finding
from alongside.judgement.presence import presence
from tests.spec.diary import Diary


def judged(diary: Diary, name: str = "Joe") -> Finding:
    member = diary.dossier.member(diary.person(name))
    assert member
    return presence(diary.dossier, member, as_of=diary.as_of)


def figures(found: Finding) -> dict[str, object]:
    return found.extra or {}


def test_an_economic_buyer_met_within_sixty_days_is_fine(diary: Diary) -> None:
    """
    Joe: economic buyer, VP raw materials
    2025-09-24 visit Joe
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == "ok"
    assert (
        found.reason == "The last touch in both directions was nine weeks ago; for this part every 60 days is the aim."
    )
    assert found.would_change == "Without another touch it is due after Sunday 23 November."


def test_up_to_half_as_long_again_it_is_due_then_overdue_then_dark(diary: Diary) -> None:
    """
    Ann: procurement
    Bob: procurement
    Cyd: procurement
    2025-09-20 visit Ann
    2025-08-01 visit Bob
    2025-06-01 visit Cyd
    as of 2025-11-23
    (64, 114 and 175 days at a cadence of 45)
    """
    assert [judged(diary, name).value for name in ("Ann", "Bob", "Cyd")] == ["due", "overdue", "dark"]


def test_a_planned_next_touch_is_no_neglect(diary: Diary) -> None:
    """
    Joe: user
    2025-06-01 visit Joe
    2025-12-02 planned visit Joe
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == "planned"
    assert figures(found)["next_on"] == "2025-12-02"


def test_a_meeting_nobody_knew_of_yet_does_not_count(diary: Diary) -> None:
    """
    Joe: user
    2025-06-01 visit Joe
    2025-12-02 planned visit Joe, known 2025-11-25
    as of 2025-11-23
    """
    assert judged(diary).value == "dark"


def test_what_they_told_us_they_like_overrides_the_part_they_play(diary: Diary) -> None:
    """
    Joe: user
    2025-09-20 visit Joe
    2025-03-01 fact contact_every_days of Joe 90
    as of 2025-11-23
    """
    assert judged(diary).value == "ok"


def test_a_mail_without_an_answer_is_no_presence(diary: Diary) -> None:
    """
    Joe: user
    2025-08-01 visit Joe
    2025-11-20 mail to Joe
    as of 2025-11-23
    """
    assert judged(diary).value == "dark"


def test_of_several_parts_the_shortest_cadence_counts(diary: Diary) -> None:
    """
    Joe: economic buyer, user
    2025-10-10 visit Joe
    as of 2025-11-23
    """
    assert figures(judged(diary))["cadence_days"] == 30


def test_without_a_known_part_it_is_unknown(diary: Diary) -> None:
    """
    2025-08-01 visit Joe
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value is None
    assert found.unknown == ("Which part Joe plays is not known.",)


def test_a_guessed_part_is_said_to_be_guessed(diary: Diary) -> None:
    """
    Joe: VP raw materials
    2025-11-01 visit Joe
    as of 2025-11-23
    """
    assert judged(diary).unknown == ("The part Joe plays is guessed from the title “VP raw materials”.",)


def test_never_in_touch_is_unknown_and_not_dark(diary: Diary) -> None:
    """
    Joe: user
    as of 2025-11-23
    """
    assert judged(diary).value is None
    assert judged(diary).reason.startswith("We have not been in touch yet")


def test_half_of_our_touches_should_bring_them_something(diary: Diary) -> None:
    """
    Joe: user
    2025-11-01 visit Joe (benefit)
    2025-11-05 call Joe
    2025-11-10 call Joe
    2025-11-11 mail from Joe
    as of 2025-11-23
    (the mail is theirs and is not counted)
    """
    found = judged(diary)
    assert figures(found)["benefit_share"] == 0.33
    assert found.reckoning[1].met is False


def test_one_unsolicited_mail_in_seven_days_is_enough(diary: Diary) -> None:
    """
    Joe: user
    2025-11-20 mail to Joe about an idea
    2025-11-21 mail from Joe about laydays
    2025-11-22 mail to Joe about laydays
    as of 2025-11-23
    (the answer about laydays is not unsolicited; the idea is)
    """
    assert figures(judged(diary))["may_write_on"] == "2025-11-27"


def test_it_measures_the_share_of_the_year_in_cadence(diary: Diary) -> None:
    """
    Joe: user
    2025-01-01 visit Joe
    2025-07-01 visit Joe
    2025-07-16 visit Joe
    as of 2025-12-31
    (30 and 45 of 365 days)
    """
    assert figures(judged(diary))["year_share"] == round(75 / 365, 2)
