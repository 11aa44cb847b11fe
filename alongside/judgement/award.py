"""What does one award show? Whether it was ours, came without a bid, was asked of us, and grew from our advice.

Only a confirmed route counts: what nobody confirmed is unknown, neither a bid nor a direct award. Counts nothing
together and names no level (ladder.py does).
"""

from alongside.judgement.dossier import Award
from alongside.vocabulary import AwardOrigin, AwardOutcome, AwardRoute, FirstHeard, NoBidReason

ALL_BUSINESS = "All business"
"""The category of awards and orders that name none; every solicitation may be for it."""

NO_BID_ROUTES = (AwardRoute.DIRECT_AWARD, AwardRoute.CALL_OFF, AwardRoute.RENEWAL)
"""Routes without a bid that show a relationship only when that was the reason. Source: measures, section 1."""

BID_ROUTES = (AwardRoute.OPEN_BID, AwardRoute.INVITED_QUOTE)
"""Routes by which others could offer too."""

HEARD_BEFORE_SPEC = (FirstHeard.BEFORE_NEED, FirstHeard.NEED)
"""When we heard of it before the specification was written. Source: measures, section 1."""


def was_decided(award: Award) -> bool:
    """Did somebody get it: we or another who was weighed against us?"""
    return award.outcome in (AwardOutcome.WON, AwardOutcome.LOST)


def was_won(award: Award) -> bool:
    return award.outcome == AwardOutcome.WON


def was_direct(award: Award) -> bool | None:
    """Did we get it without a bid because of the relationship? None when route or reason is not known.

    A single quote counts unless another reason is on record; every other way without a bid needs the reason
    "relationship": a sole source, an emergency or a frame that was bid shows no trust. What went to another was not
    direct, whatever its route.
    """
    if not was_won(award) or award.route in BID_ROUTES:
        return False
    if award.route is None:
        return None
    if award.no_bid_reason is None:
        return True if award.route == AwardRoute.SINGLE_QUOTE else None
    return award.no_bid_reason == NoBidReason.RELATIONSHIP


def was_invited(award: Award) -> bool | None:
    """Were we asked by name, or given it directly? None when the route is not known."""
    if award.outcome == AwardOutcome.NOT_INVITED:
        return False
    if award.route is None:
        return None
    if award.route in (AwardRoute.INVITED_QUOTE, AwardRoute.SINGLE_QUOTE):
        return True
    return award.route in NO_BID_ROUTES and was_won(award) and not was_in_a_bid_frame(award)


def was_in_a_bid_frame(award: Award) -> bool:
    """Was it called off under a frame that had itself been bid? Then its route proves nothing."""
    return award.no_bid_reason == NoBidReason.FRAME_THAT_WAS_BID


def was_recommended(award: Award) -> bool | None:
    """Did it come from our recommendation or from work done together? A renewal did not; None when not known."""
    if award.route == AwardRoute.RENEWAL:
        return False
    if award.origin is None:
        return None
    return award.origin in (AwardOrigin.WE_RECOMMENDED, AwardOrigin.DEVELOPED_TOGETHER)


def was_heard_before_spec(award: Award) -> bool | None:
    """Did we hear of it before the specification was written? None when that is not known."""
    return None if award.first_heard is None else award.first_heard in HEARD_BEFORE_SPEC
