"""The next concrete step on the weakest of the five rules."""

from dataclasses import replace
from datetime import date

import pytest

from alongside.judgement.dossier import Dossier, Fact, Need, Order, Suggestion
from alongside.judgement.finding import Finding
from alongside.judgement.judge import judge
from alongside.plays.contract import Suggested
from alongside.plays.weakest_rule import suggest
from alongside.vocabulary import NeedKind, OperationsFacet, RuleName, SightingKind, SuggestionOutcome
from tests.spec.plays.cast import ANN, JOE, MONDAY, mail_to, nov, record, seen, the_one
from tests.spec.plays.test_going_quiet import weekly_mail

BOUGHT = (Order(310, "4471", nov(2), "Pellets", None),)
WITH_BOTH = weekly_mail(JOE, date(2026, 1, 7), nov(18)) + weekly_mail(ANN, date(2026, 6, 3), nov(18))
BAG_HOUSE = Need(600, NeedKind.IMPLIED, "bag-house problem", nov(3), JOE.id)


def with_weakest(dossier: Dossier, rule: RuleName) -> list[Suggested]:
    """Ask the play where this rule stands at nought and the others at two."""
    findings = judge(dossier, as_of=MONDAY)
    for name in RuleName:
        value = 0 if name is rule else 2
        findings[f"rule:{name}"] = (Finding(f"rule:{name}", "", value, "So many of so many."),)
    return list(suggest(dossier, findings, as_of=MONDAY))


def test_a_problem_is_heard_and_nobody_asked_what_it_costs() -> None:
    """3 Nov: Joe speaks of the bag-house problem. What it costs them nobody has asked."""
    item = the_one(with_weakest(record(WITH_BOTH, needs=(BAG_HOUSE,), orders=BOUGHT), RuleName.KNOW_THEIR_NEEDS))
    assert item.say == "Ask Joe Kowalski what the bag-house problem costs them."
    assert (
        item.why == "“Know their needs” is the weakest of the five rules here, at nought of four. So many of so many."
    )
    assert "What does the bag-house problem cost you, in time or in money?" in item.draft_text
    assert ("need", 600) in [(e.kind, e.id) for e in item.evidence]


def test_a_want_is_asked_after_by_what_its_absence_costs() -> None:
    """3 Nov: Joe says that they want a supplier who stays."""
    want = Need(601, NeedKind.EXPLICIT, "A supplier who stays", nov(3), JOE.id)
    item = the_one(with_weakest(record(WITH_BOTH, needs=(want,), orders=BOUGHT), RuleName.KNOW_THEIR_NEEDS))
    assert item.say == "Ask Joe Kowalski what it costs them not to have it: “A supplier who stays”"


def test_a_public_body_is_not_asked_what_it_sells() -> None:
    """Nothing is known of their business, and they are a county."""
    dossier = record(WITH_BOTH, orders=BOUGHT, is_public_body=True)
    assert the_one(with_weakest(dossier, RuleName.LEARN_THEIR_BUSINESS)).key.endswith(":goals_and_kpis")


def test_it_settles_itself_when_the_cost_is_known() -> None:
    """10 Nov: Joe says that it costs them forty thousand a year; the step moves on."""
    known = replace(BAG_HOUSE, consequence="40,000 a year", quantified=True)
    item = the_one(with_weakest(record(WITH_BOTH, needs=(known,), orders=BOUGHT), RuleName.KNOW_THEIR_NEEDS))
    assert "bag-house" not in item.say


def test_a_complaint_is_a_problem_too() -> None:
    """9 Nov: Ann complains of the dust in the last cargo."""
    complaint = seen(SightingKind.COMPLAINT, ANN, nov(9), "There was far too much dust in the last cargo.")
    item = the_one(with_weakest(record(WITH_BOTH, complaint, orders=BOUGHT), RuleName.KNOW_THEIR_NEEDS))
    assert item.say == "Ask Ann Petrov what this costs them: “There was far too much dust in the last cargo.”"


def test_the_first_unknown_facet_is_asked_of_who_is_likely_to_know() -> None:
    """What they make and what they must deliver is known; their raw materials are not."""
    facts = tuple(
        Fact(700 + n, facet, "known", nov(2), True)
        for n, facet in enumerate((OperationsFacet.PRODUCTS_AND_MARKETS, OperationsFacet.GOALS_AND_KPIS))
    )
    item = the_one(with_weakest(record(WITH_BOTH, facts=facts, orders=BOUGHT), RuleName.LEARN_THEIR_BUSINESS))
    assert item.say == "Ask Joe Kowalski which raw materials they run on, and what they watch in them."
    assert item.key.endswith(":raw_materials")


def test_a_suggestion_is_made_on_what_they_need() -> None:
    """The bag-house problem is known; nobody has suggested anything."""
    item = the_one(with_weakest(record(WITH_BOTH, needs=(BAG_HOUSE,), orders=BOUGHT), RuleName.OFFER_SUGGESTIONS))
    assert item.say == "Make Joe Kowalski one suggestion on the bag-house problem that nobody has asked for."


@pytest.mark.parametrize(
    ("rule", "begins"),
    [
        (RuleName.BUILD_RAPPORT, "Call Joe Kowalski without a deal in it"),
        (RuleName.BE_THERE, "Put the next meeting with"),
    ],
)
def test_rapport_and_presence_are_steps_to_a_person(rule: RuleName, begins: str) -> None:
    """Weekly mail with both, all of it about orders."""
    assert the_one(with_weakest(record(WITH_BOTH, orders=BOUGHT), rule)).say.startswith(begins)


def test_the_judged_rules_are_read_as_they_are() -> None:
    """Nothing is known of their business, and one suggestion was made: needs are the weakest that is known."""
    made = Suggestion(650, "covered wagons", nov(2), SuggestionOutcome.OPEN)
    dossier = record(WITH_BOTH, orders=BOUGHT, suggestions=(made,))
    findings = judge(dossier, as_of=MONDAY)
    item = the_one(suggest(dossier, findings, as_of=MONDAY))
    assert findings["rule:know_their_needs"][0].value == 0
    assert item.say == "Ask Joe Kowalski which problem costs them the most at the moment."


def test_an_account_that_never_bought_gets_no_step() -> None:
    """Weekly mail, but no order and no award."""
    assert not with_weakest(record(WITH_BOTH), RuleName.KNOW_THEIR_NEEDS)


def test_an_order_of_three_years_ago_is_not_worth_it_any_more() -> None:
    """They bought once, in 2023."""
    long_ago = (Order(310, "1201", date(2023, 3, 2), "Pellets", None),)
    assert not with_weakest(record(WITH_BOTH, orders=long_ago), RuleName.KNOW_THEIR_NEEDS)


def test_our_mail_lets_it_rest_for_a_week() -> None:
    """19 Nov: I wrote to Joe unasked."""
    wrote = mail_to(JOE, nov(19), thread=900)
    assert not with_weakest(record(WITH_BOTH, wrote, needs=(BAG_HOUSE,), orders=BOUGHT), RuleName.KNOW_THEIR_NEEDS)


def test_at_the_top_of_all_five_there_is_no_step() -> None:
    """All five rules stand at four."""
    dossier = record(WITH_BOTH, orders=BOUGHT)
    findings = judge(dossier, as_of=MONDAY)
    for name in RuleName:
        findings[f"rule:{name}"] = (Finding(f"rule:{name}", "", 4, "All of it."),)
    assert not list(suggest(dossier, findings, as_of=MONDAY))
