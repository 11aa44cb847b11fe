"""Where we stand, category by category: prospect, vendor, preferred vendor or partner, read from how business was awarded.

An award line says what came of it, the route, the reason it did not go to bid, who awarded it, its value and whose idea
it was. An award without a route is one that nobody has confirmed.
"""

from datetime import date

import pytest

from alongside.judgement.finding import Finding
from alongside.judgement.level import account_level, levels
from tests.spec.diary import Diary, read

A_PARTNER = """
    2024-06-01 award pellets won direct relationship by Joe recommended
    2024-09-01 award pellets won direct relationship by Ann specified
    2025-03-01 award pellets won direct relationship by Joe recommended
    2025-06-01 award pellets won direct relationship by Ann specified
    2025-08-01 award pellets won direct relationship by Joe recommended
"""


def judged(diary: Diary) -> Finding:
    """The finding of the only category."""
    (found,) = levels(diary.dossier, as_of=diary.as_of)
    return found


def figures(found: Finding) -> dict[str, object]:
    return found.extra or {}


def test_without_any_award_they_are_a_prospect(diary: Diary) -> None:
    """
    2025-11-01 rfq pellets
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == "prospect"
    assert found.reason == "No order and no quote of ours is on record yet."


def test_the_first_order_makes_a_vendor_on_that_day(diary: Diary) -> None:
    """
    2025-11-20 order pellets 40000 no 4471
    as of 2025-11-23
    """
    assert judged(diary).value == "vendor"


def test_a_lost_quote_makes_a_vendor_too(diary: Diary) -> None:
    """
    2025-11-20 award pellets lost bid
    as of 2025-11-23
    """
    assert judged(diary).value == "vendor"
    assert judged(diary).reason == "The only award known went to bid."


def test_orders_that_were_all_bid_show_a_vendor_however_many(diary: Diary) -> None:
    """
    monthly from 2024-06-10 to 2025-10-10: award pellets won bid specified
    as of 2025-11-23
    """
    assert judged(diary).value == "vendor"
    assert judged(diary).reason == "None of the last 17 awards came without a bid."


def test_on_the_list_in_writing_is_a_preferred_vendor(diary: Diary) -> None:
    """
    2025-03-01 on the list pellets
    2025-06-01 award pellets won bid specified
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == "preferred_vendor"
    assert found.reason == "On their list since March 2025; the only award known went to bid."


def test_three_invitations_of_three_make_a_preferred_vendor(diary: Diary) -> None:
    """
    2025-03-01 award pellets lost invited
    2025-06-01 award pellets won invited specified
    2025-09-01 award pellets lost invited
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == "preferred_vendor"
    assert found.reason.startswith("Asked by name, or given directly, in all three awards;")


def test_two_invitations_are_too_few(diary: Diary) -> None:
    """
    2025-03-01 award pellets lost invited
    2025-06-01 award pellets won invited specified
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == "vendor"
    assert (
        found.would_change == "A place on their list in writing, or one more invitation, would show preferred vendor."
    )


def test_an_award_we_were_not_asked_for_speaks_against_us(diary: Diary) -> None:
    """
    2025-03-01 award pellets won invited specified
    2025-04-01 award pellets won invited specified
    2025-05-01 award pellets won invited specified
    2025-06-01 award pellets not_invited
    2025-07-01 award pellets not_invited
    as of 2025-11-23
    """
    assert judged(diary).value == "vendor"


def test_trusted_without_a_bid_by_two_people_over_a_year_is_a_partner(diary: Diary) -> None:
    """
    2024-06-01 award pellets won direct relationship by Joe recommended
    2024-12-01 award pellets won direct relationship by Ann specified
    2025-03-01 award pellets lost bid
    2025-06-01 award pellets won direct relationship by Joe recommended
    2025-08-01 award pellets won single by Ann specified
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == "partner"
    assert found.reason == ("Four of the last five awards came without a bid, two of them on our recommendation.")
    assert all(step.met for step in found.reckoning)


def test_awarded_by_one_person_only_the_partnership_is_one_person_deep(diary: Diary) -> None:
    """
    2024-06-01 award pellets won direct relationship by Joe recommended
    2024-12-01 award pellets won direct relationship by Joe recommended
    2025-08-01 award pellets won direct relationship by Joe recommended
    as of 2025-11-23
    """
    found = judged(diary)
    assert (found.value, figures(found)["label"]) == ("partner", "partner, one person deep")
    assert found.would_change == "An award by somebody other than Joe would make it more than one person deep."


def test_three_direct_awards_within_a_few_months_are_not_yet_a_partner(diary: Diary) -> None:
    """
    2025-03-01 award pellets won direct relationship by Joe recommended
    2025-05-01 award pellets won direct relationship by Ann recommended
    2025-07-01 award pellets won direct relationship by Joe recommended
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == "preferred_vendor"
    assert found.would_change == "One more without a bid, the last not before March 2026, would show partner."


def test_a_partner_recommends_what_is_bought(diary: Diary) -> None:
    """
    2024-06-01 award pellets won direct relationship by Joe specified
    2024-12-01 award pellets won direct relationship by Ann specified
    2025-08-01 award pellets won direct relationship by Joe specified
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == "preferred_vendor"
    assert found.would_change == "Two more without a bid, both of them on our recommendation, would show partner."


@pytest.mark.parametrize("reason", ["emergency", "sole_technical_source", "below_threshold", "frame_that_was_bid"])
def test_without_a_bid_for_another_reason_shows_no_trust(reason: str) -> None:
    """
    2024-06-01 award pellets won direct emergency by Joe recommended
    2024-12-01 award pellets won direct emergency by Ann recommended
    2025-08-01 award pellets won direct emergency by Joe recommended
    as of 2025-11-23
    (the same with a sole technical source, below the threshold, or a frame that had been bid)
    """
    text = test_without_a_bid_for_another_reason_shows_no_trust.__doc__ or ""
    diary = read(text.replace("emergency", reason))
    assert figures(judged(diary))["direct"] == 0
    assert "partner" not in str(judged(diary).value)


def test_a_renewal_is_no_recommendation(diary: Diary) -> None:
    """
    2024-06-01 award pellets won renewal relationship by Joe recommended
    2024-12-01 award pellets won renewal relationship by Ann recommended
    2025-08-01 award pellets won renewal relationship by Joe recommended
    as of 2025-11-23
    """
    found = judged(diary)
    assert figures(found)["recommended"] == 0
    assert found.value == "preferred_vendor"


def test_a_route_nobody_confirmed_is_unknown_and_a_yes_would_count(diary: Diary) -> None:
    """
    2024-06-01 award pellets won direct relationship by Joe recommended
    2024-09-01 award pellets lost invited
    2024-12-01 award pellets won direct relationship by Joe recommended
    2025-02-01 award pellets lost invited
    2025-04-01 award pellets won direct relationship by Joe specified
    2025-06-01 award pellets won direct relationship by Joe specified
    2025-08-01 award pellets won direct relationship by Joe specified
    2025-11-19 award pellets won 820000 no 4471 suggested direct
    as of 2025-11-23
    """
    found = judged(diary)
    assert (figures(found)["direct"], figures(found)["decided"]) == (5, 7)
    assert (found.known, found.needed) == (7, 8)
    assert found.unknown[0] == "The route of order 4471 is not confirmed; the record suggests a direct award."
    assert found.would_change == "Confirm the route of order 4471: a yes makes six of eight."


def test_one_more_by_somebody_else_is_what_is_missing(diary: Diary) -> None:
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
    found = judged(diary)
    assert found.reason.endswith("five of the last seven awards came without a bid, two of them on our recommendation.")
    assert found.would_change == "One more without a bid, awarded by somebody other than Joe, would show partner."


def test_why_it_came_without_a_bid_must_be_said_before_it_counts(diary: Diary) -> None:
    """
    2025-08-01 award pellets won direct by Joe recommended no 4471
    as of 2025-11-23
    """
    found = judged(diary)
    assert figures(found)["decided"] == 0
    assert "Why order 4471 came without a bid is not recorded." in found.unknown


def test_when_few_origins_are_known_recommending_is_unknown_not_nought(diary: Diary) -> None:
    """
    2024-06-01 award pellets won direct relationship by Joe recommended
    2024-12-01 award pellets won direct relationship by Ann
    2025-08-01 award pellets won direct relationship by Joe
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == "preferred_vendor"
    assert ("we recommended, at least .30", "unknown", None) in [(s.label, s.actual, s.met) for s in found.reckoning]
    assert found.would_change == "Say whose idea it was for two of the three wins."


def test_a_level_rises_only_when_it_holds_on_two_monthly_runs(diary: Diary) -> None:
    """
    2024-06-01 award pellets won direct relationship by Joe recommended
    2024-12-01 award pellets won direct relationship by Ann recommended
    2025-11-05 award pellets won direct relationship by Joe recommended
    """
    seen = {
        on: levels(diary.dossier, as_of=on)[0] for on in (date(2025, 11, 23), date(2025, 11, 30), date(2025, 12, 1))
    }
    assert [f.value for f in seen.values()] == ["vendor", "vendor", "partner"]
    assert figures(seen[date(2025, 11, 23)])["rising_to"] == "partner"
    assert seen[date(2025, 11, 23)].reason.endswith(
        "The awards show partner since this month; if they still do on Monday 1 December, it counts."
    )


def test_a_level_falls_at_once(diary: Diary) -> None:
    """
    2024-06-01 award pellets won direct relationship by Joe recommended
    2024-12-01 award pellets won direct relationship by Ann recommended
    2025-08-01 award pellets won direct relationship by Joe recommended
    2025-11-10 award pellets lost bid
    2025-11-12 award pellets lost bid
    2025-11-14 award pellets lost bid
    """
    assert levels(diary.dossier, as_of=date(2025, 11, 9))[0].value == "partner"
    assert levels(diary.dossier, as_of=date(2025, 11, 15))[0].value == "vendor"


def test_a_formerly_direct_item_that_goes_to_bid_puts_the_level_at_risk_at_once(diary: Diary) -> None:
    """
    2024-06-01 award pellets won direct relationship by Joe recommended
    2024-12-01 award pellets won direct relationship by Ann recommended
    2025-08-01 award pellets won direct relationship by Joe recommended
    2025-11-20 rfq pellets
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == "partner"
    assert figures(found)["at_risk"] is True
    assert found.reason.endswith("The level is at risk: what came directly before went to bid on Thursday 20 November.")


def test_a_question_for_information_is_no_risk_and_a_direct_award_ends_one(diary: Diary) -> None:
    """
    2024-06-01 award pellets won direct relationship by Joe recommended
    2025-03-01 rfq pellets
    2025-08-01 award pellets won direct relationship by Joe recommended
    2025-11-20 rfi pellets
    as of 2025-11-23
    """
    assert figures(judged(diary))["at_risk"] is False


def test_a_public_body_is_judged_by_advice_and_not_by_route(diary: Diary) -> None:
    """
    public body
    2025-01-01 award salt won bid recommended heard need
    2025-03-01 award salt won bid together heard before_need
    2025-06-01 award salt won bid specified heard rfq
    as of 2025-11-23
    """
    found = judged(diary)
    assert figures(found)["label"] == "partner-like (competed)"
    assert found.reason == (
        "They must bid, so the route proves nothing: we had heard of two of the three wins before the specification"
        " and recommended two."
    )


def test_a_frame_that_was_itself_bid_proves_nothing_by_its_call_offs(diary: Diary) -> None:
    """
    2024-06-01 award wire won call_off frame_that_was_bid by Joe recommended heard need
    2025-01-01 award wire won call_off frame_that_was_bid by Ann recommended heard need
    2025-06-01 award wire won call_off frame_that_was_bid by Joe specified heard rfq
    as of 2025-11-23
    """
    found = judged(diary)
    assert figures(found)["competed"] is True
    assert figures(found)["label"] == "partner-like (competed)"


def test_awards_older_than_two_years_no_longer_count(diary: Diary) -> None:
    """
    2022-06-01 award pellets won direct relationship by Joe recommended
    2022-12-01 award pellets won direct relationship by Ann recommended
    2023-08-01 award pellets won direct relationship by Joe recommended
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == "vendor"
    assert found.reason == "Nothing was awarded in the last two years."


def test_the_account_stands_where_its_largest_category_stands(diary: Diary) -> None:
    """
    2025-03-01 award pellets won invited specified 500000
    2025-04-01 award pellets won invited specified 500000
    2025-05-01 award pellets won invited specified 500000
    2025-06-01 award lump lost bid 20000
    as of 2025-11-23
    """
    found = account_level(diary.dossier, as_of=diary.as_of)
    assert (found.subject, found.value) == ("pellets", "preferred_vendor")
    assert [(o["category"], o["level"]) for o in figures(found)["others"]] == [("lump", "vendor")]  # type: ignore[attr-defined]


def test_an_account_without_business_is_a_prospect_with_nothing_beside_it(diary: Diary) -> None:
    """
    2025-11-02 mail to Joe
    as of 2025-11-23
    """
    found = account_level(diary.dossier, as_of=diary.as_of)
    assert (found.subject, found.value, figures(found)["others"]) == ("", "prospect", [])


def test_what_lies_after_the_day_is_not_looked_at(diary: Diary) -> None:
    """
    2024-06-01 award pellets won bid specified
    2025-11-24 award pellets won direct relationship by Joe recommended
    2025-11-25 on the list pellets
    as of 2025-11-23
    """
    found = judged(diary)
    assert (found.n, found.value) == (1, "vendor")
    assert figures(found)["on_list"] is False


def test_it_says_since_when_the_level_holds() -> None:
    """
    2024-06-01 award pellets won direct relationship by Joe recommended
    2024-09-01 award pellets won direct relationship by Ann specified
    2025-03-01 award pellets won direct relationship by Joe recommended
    2025-06-01 award pellets won direct relationship by Ann specified
    2025-08-01 award pellets won direct relationship by Joe recommended
    as of 2025-11-23
    (twelve months lay between two of them from June on; the run at the end of July was the second to show it)
    """
    diary = read(A_PARTNER)
    assert figures(levels(diary.dossier, as_of=date(2025, 11, 23))[0])["since"] == "2025-07-31"


def test_it_says_how_far_the_proof_of_the_next_rung_has_come(diary: Diary) -> None:
    """
    2025-03-01 award pellets won invited specified
    as of 2025-11-23
    """
    found = judged(diary)
    assert figures(found)["next"] == "preferred_vendor"
    assert 0 < float(str(figures(found)["proof"])) < 1
    assert [step.label for step in found.reckoning] == [
        "on their list, in writing",
        "or invited or given directly, at least 3",
        "or share invited, cautiously, of 1 known: at least .50",
    ]


def test_it_shows_the_share_by_value_beside_the_share_by_count(diary: Diary) -> None:
    """
    2025-03-01 award pellets won direct relationship by Joe 10000 recommended
    2025-04-01 award pellets lost bid 500000
    as of 2025-11-23
    """
    found = figures(judged(diary))
    assert (found["direct"], found["decided"]) == (1, 2)
    assert (found["direct_value"], found["decided_value"]) == (10000.0, 510000.0)
