"""How an award came is proposed from the record and confirmed by a person."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from alongside.judgement.dossier import Award, Order, Solicitation
from alongside.plays.award_route import suggest
from alongside.vocabulary import AwardOrigin, AwardOutcome, AwardRoute, NoBidReason
from tests.spec.plays.cast import JOE, MONDAY, nov, record, the_one

NOVEMBER = Award(
    300, "Pellets", nov(19), Decimal(900_000), AwardOutcome.WON, proposed_route=AwardRoute.DIRECT_AWARD, order_id=310
)
ORDER = Order(310, "4471", nov(19), "Pellets", Decimal(900_000), Decimal(8200), "t")


def earlier(*, direct: int, bid: int) -> tuple[Award, ...]:
    """Awards of the fourteen months before, one a month, those without a bid first."""
    days = [date(2025 + (8 + n) // 12, (8 + n) % 12 + 1, 15) for n in range(direct + bid)]
    return tuple(
        Award(
            320 + n,
            "Pellets",
            on,
            Decimal(900_000),
            AwardOutcome.WON,
            AwardRoute.DIRECT_AWARD if n < direct else AwardRoute.INVITED_QUOTE,
            no_bid_reason=NoBidReason.RELATIONSHIP if n < direct else None,
            origin=AwardOrigin.WE_RECOMMENDED,
            awarded_by=JOE.id,
        )
        for n, on in enumerate(days)
    )


def test_a_proposed_route_is_asked_and_says_what_a_yes_would_make() -> None:
    """Five of seven awards since September 2025 came without a bid. 19 Nov: order 4471, with no request for
    quotation before it."""
    dossier = record(awards=(*earlier(direct=5, bid=2), NOVEMBER), orders=(ORDER,))
    item = the_one(suggest(dossier, {}, as_of=MONDAY))
    assert item.say == "Was the November order of pellets awarded without a bid?"
    assert "was found in the 60 days before" in item.why
    assert item.why.endswith("A yes makes six of eight without a bid in 14 months, if the relationship was the reason.")
    assert item.advances == "Pellets: would show partner, one person deep"
    assert (item.action, item.action_label, item.subject_id, item.gain) == ("confirm_route", "Yes, no bid", 300, 3)
    assert ("order", 310, "order 4471, 8,200 t") in [(e.kind, e.id, e.label) for e in item.evidence]


def test_a_request_for_quotation_makes_it_an_invited_quote() -> None:
    """3 Nov: Joe asks for a quotation for pellets. 19 Nov: the order."""
    asked = Solicitation(330, "Pellets", nov(3), "rfq", "pellets", JOE.id)
    invited = replace(NOVEMBER, proposed_route=AwardRoute.INVITED_QUOTE)
    item = the_one(suggest(record(awards=(invited,), solicitations=(asked,)), {}, as_of=MONDAY))
    assert item.say == "Was the November order of pellets an invited quote?"
    assert item.why.endswith("A yes makes one of one to which we were invited.")
    assert ("sighting", 330) in [(e.kind, e.id) for e in item.evidence]


def test_it_settles_itself_with_the_word_of_a_person() -> None:
    """20 Nov: the user confirms that there was no bid."""
    said = replace(NOVEMBER, route=AwardRoute.DIRECT_AWARD, no_bid_reason=NoBidReason.RELATIONSHIP)
    assert not list(suggest(record(awards=(said,)), {}, as_of=MONDAY))


def test_only_the_latest_is_asked_and_the_others_are_counted() -> None:
    """October and November are both unconfirmed."""
    october = replace(NOVEMBER, id=301, decided_on=date(2026, 10, 12))
    item = the_one(suggest(record(awards=(october, NOVEMBER)), {}, as_of=MONDAY))
    assert item.subject_id == 300
    assert item.why.endswith("One more award waits for the same word.")


def test_an_award_without_a_proposal_is_not_asked() -> None:
    """A table brought the award, and nothing in the record speaks of its route."""
    assert not list(suggest(record(awards=(replace(NOVEMBER, proposed_route=None),)), {}, as_of=MONDAY))


def test_an_award_beyond_two_years_no_longer_matters() -> None:
    """Three years later nobody is asked."""
    assert not list(suggest(record(awards=(NOVEMBER,)), {}, as_of=date(2029, 11, 23)))


def test_where_they_have_to_bid_the_route_proves_nothing() -> None:
    """National Steel as a public body."""
    item = the_one(suggest(record(awards=(NOVEMBER,), is_public_body=True), {}, as_of=MONDAY))
    assert "They have to bid, so the route proves nothing by itself" in item.why
    assert item.gain == 0
