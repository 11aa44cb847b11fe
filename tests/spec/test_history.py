"""The level of every category at the end of every month: the same verdict as on that day."""

from datetime import date

from alongside.judgement.history import level_at_month_ends
from alongside.judgement.level import levels
from alongside.vocabulary import RelationshipLevel
from tests.spec.diary import Diary


def test_every_month_end_says_what_was_judged_on_that_day(diary: Diary) -> None:
    """
    2024-01-10 rfq pellets
    2024-03-15 award pellets won bid specified
    2024-06-01 award pellets won direct relationship by Joe recommended
    2024-09-01 award lump lost bid
    2024-12-01 award pellets won direct relationship by Ann recommended
    2025-05-01 on the list lump
    2025-06-05 award pellets won direct relationship by Joe recommended
    2025-08-01 award pellets won direct relationship by Joe recommended
    2025-08-02 award pellets won direct relationship by Ann recommended
    2025-10-10 award pellets lost bid
    2025-10-11 award pellets lost bid
    """
    found = level_at_month_ends(diary.dossier, since=date(2024, 1, 1), as_of=date(2025, 12, 31))
    judged = [
        (end, f.subject, RelationshipLevel(f.value))
        for end in sorted({end for end, _, _ in found})
        for f in sorted(levels(diary.dossier, as_of=end), key=lambda f: f.subject)
    ]
    assert list(found) == judged
    assert {level for _, _, level in found} == set(RelationshipLevel)


def test_a_category_begins_with_its_first_day_in_the_record(diary: Diary) -> None:
    """
    2025-03-15 rfq pellets
    2025-05-02 award pellets won bid specified
    """
    found = level_at_month_ends(diary.dossier, since=date(2025, 1, 1), as_of=date(2025, 6, 10))
    assert [(end.isoformat(), level.value) for end, _, level in found] == [
        ("2025-03-31", "prospect"),
        ("2025-04-30", "prospect"),
        ("2025-05-31", "vendor"),
    ]


def test_a_month_that_has_not_ended_has_no_level_yet(diary: Diary) -> None:
    """
    2025-11-02 award pellets won bid specified
    """
    assert level_at_month_ends(diary.dossier, since=date(2025, 1, 1), as_of=date(2025, 11, 29)) == ()
