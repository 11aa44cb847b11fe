"""Every check value that the measures state, reckoned on diaries: if one of them moves, a judgement has moved."""

from datetime import timedelta
from math import comb

import pytest

from alongside.judgement.coverage import effective_contacts
from alongside.judgement.dossier import Dossier
from alongside.judgement.ladder import Proof, level_shown, proof_of, records
from alongside.judgement.level import levels
from alongside.judgement.promises import promises
from alongside.judgement.proportion import wilson_lower_bound
from alongside.judgement.tie import tie
from alongside.vocabulary import RelationshipLevel, Side
from tests.spec.diary import Diary, read


def strength(diary: Diary, *, silent_days: int = 0) -> int:
    found = tie(diary.touches_with("Joe"), as_of=diary.as_of + timedelta(days=silent_days))
    return int(found.value)


def test_weekly_two_way_mail_for_a_year_makes_a_tie_of_94(diary: Diary) -> None:
    """
    weekly from 2025-01-08 to 2025-12-31: mail to Joe about the week
    weekly from 2025-01-08 to 2025-12-31: mail from Joe about the week
    as of 2025-12-31
    """
    assert strength(diary) == 94


@pytest.mark.parametrize(("silent_days", "value"), [(0, 74), (180, 53), (365, 39)])
def test_monthly_mail_and_a_quarterly_visit_make_74_then_silence_53_and_39(
    diary: Diary, silent_days: int, value: int
) -> None:
    """
    monthly from 2025-01-28 to 2025-12-28: mail to Joe about the month
    monthly from 2025-01-28 to 2025-12-28: mail from Joe about the month
    quarterly from 2025-03-28 to 2025-12-28: visit Joe
    as of 2025-12-28
    (then 180 days and 365 days without a word)
    """
    assert strength(diary, silent_days=silent_days) == value


def test_a_video_meeting_every_quarter_makes_32(diary: Diary) -> None:
    """
    quarterly from 2025-03-28 to 2025-12-28: video Joe
    as of 2025-12-28
    """
    assert strength(diary) == 32


def test_one_lunch_makes_21(diary: Diary) -> None:
    """
    2025-12-14 lunch Joe
    as of 2025-12-28
    (on the day itself it is 22; the stated 21 holds from the eighth to the twentieth day after)
    """
    assert strength(diary) == 21


def test_fifty_unanswered_mails_make_5(diary: Diary) -> None:
    """
    weekly from 2025-01-18 to 2025-12-27: mail to Joe
    as of 2025-12-28
    """
    assert len(diary.touches_with("Joe")) == 50
    assert strength(diary) == 5


@pytest.mark.parametrize(("those", "of", "bound"), [(3, 3, 0.65), (4, 5, 0.51), (8, 10, 0.60), (19, 20, 0.85)])
def test_the_cautious_share_of_few_cases_is_stated_low(those: int, of: int, bound: float) -> None:
    """
    (three of three .65, four of five .51, eight of ten .60, nineteen of twenty .85)
    """
    assert wilson_lower_bound(those, of) == pytest.approx(bound, abs=0.005)


def ten_awards(direct: int) -> Dossier:
    """Ten awards over 22 months, so many of them without a bid, by two people, all on our recommendation."""
    lines = [
        f"{2024 + month // 12}-{month % 12 + 1:02}-15 award pellets "
        + (f"won direct relationship by {'Joe' if place % 2 else 'Ann'} recommended" if place < direct else "lost bid")
        for place, month in enumerate([0, 22, 2, 4, 6, 8, 12, 14, 16, 18])
    ]
    return read("\n".join(lines)).dossier


def proof_with(direct: int) -> Proof:
    dossier = ten_awards(direct)
    return proof_of(records(dossier)[0], read("as of 2025-12-31").as_of)


def test_with_ten_decided_awards_partner_needs_eight_without_a_bid() -> None:
    """
    (ten awards in 22 months, by two people, on our recommendation: seven without a bid do not show partner, eight do)
    """
    shows_partner = [n for n in range(11) if level_shown(proof_with(n)) is RelationshipLevel.PARTNER]
    assert shows_partner == [8, 9, 10]


@pytest.mark.parametrize(("true_share", "chance"), [(0.4, 0.01), (0.5, 0.05), (0.75, 0.53), (0.9, 0.93)])
def test_the_chance_that_ten_awards_say_partner_is_small_unless_it_is_true(true_share: float, chance: float) -> None:
    """
    (true share of direct awards .4: said in .01 of the cases; .5: .05; .75: .53; .9: .93)
    """
    says_partner = [n for n in range(11) if level_shown(proof_with(n)) is RelationshipLevel.PARTNER]
    exact = sum(comb(10, n) * true_share**n * (1 - true_share) ** (10 - n) for n in says_partner)
    assert exact == pytest.approx(chance, abs=0.005)


def test_five_of_seven_without_a_bid_are_47_and_a_sixth_of_eight_would_be_52(diary: Diary) -> None:
    """
    2024-06-01 award pellets won direct relationship by Joe recommended
    2024-09-01 award pellets lost invited
    2024-12-01 award pellets won direct relationship by Joe recommended
    2025-02-01 award pellets lost invited
    2025-04-01 award pellets won direct relationship by Joe specified
    2025-06-01 award pellets won direct relationship by Joe specified
    2025-08-01 award pellets won direct relationship by Joe specified
    as of 2025-11-23
    """
    (found,) = levels(diary.dossier, as_of=diary.as_of)
    assert found.value == "preferred_vendor"
    assert [(s.label, s.actual, s.met) for s in found.reckoning] == [
        ("without a bid, at least 3", "5", True),
        ("share, cautiously, of 7 decided: at least .50", ".47", False),
        ("people who awarded, at least 2", "1", False),
        ("we recommended, at least .30", ".40", True),
        ("over months, at least 12", "14", True),
    ]
    assert wilson_lower_bound(6, 8) == pytest.approx(0.52, abs=0.005)


def test_seven_promises_of_seven_kept_are_green_and_six_of_six_are_not() -> None:
    """
    (seven promises kept on the day; before that six)
    """
    six, seven = (kept_promises(n) for n in (6, 7))
    assert (six.extra or {})["colour"] == "amber"
    assert (seven.extra or {})["colour"] == "green"


def kept_promises(n: int):  # type: ignore[no-untyped-def]
    lines = [f"2025-03-{day:02} we promise Joe certificates by 2025-04-01, kept 2025-04-01" for day in range(1, n + 1)]
    return promises(read("\n".join(lines)).dossier, Side.OURS, as_of=read("as of 2025-06-01").as_of)


@pytest.mark.parametrize(("shares", "contacts"), [((80, 10, 10), 1.5), ((50, 30, 20), 2.6)])
def test_contacts_that_hang_on_one_person_count_as_few(shares: tuple[float, ...], contacts: float) -> None:
    """
    (touches of 80, 10 and 10: 1.5 effective contacts; of 50, 30 and 20: 2.6)
    """
    assert effective_contacts(shares) == pytest.approx(contacts, abs=0.05)
