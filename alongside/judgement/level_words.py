"""How is a level said in one sentence, and what is not known about it? Words only; the level is decided in level.py."""

from datetime import date, timedelta

from alongside.judgement.award import BID_ROUTES, was_decided, was_direct
from alongside.judgement.dossier import Award
from alongside.judgement.ladder import Proof
from alongside.judgement.months import month_end
from alongside.judgement.words import count, day, joined, month, number, part_of, plural, sentence, short_day
from alongside.vocabulary import AwardRoute, RelationshipLevel

NAMED_AWARDS = 3
"""Awards named one by one before the rest are counted."""

_A_ROUTE = {
    AwardRoute.OPEN_BID: "an open bid",
    AwardRoute.INVITED_QUOTE: "an invited quote",
    AwardRoute.SINGLE_QUOTE: "a single quote",
    AwardRoute.DIRECT_AWARD: "a direct award",
    AwardRoute.CALL_OFF: "a call-off",
    AwardRoute.RENEWAL: "a renewal",
}


def reason_of(
    proof: Proof, level: RelationshipLevel, *, rising_to: RelationshipLevel | None, went_to_bid_on: date | None
) -> str:
    """Say why this level, with its figures; then what endangers it, or since when more is shown."""
    said = [_because(proof, level)]
    if went_to_bid_on:
        said.append(
            f"The level is at risk: what came directly before went to bid on {day(went_to_bid_on, proof.as_of)}"
        )
    if rising_to:
        runs = day(month_end(proof.as_of) + timedelta(days=1), proof.as_of)
        said.append(f"The awards show {rising_to.label} since this month; if they still do on {runs}, it counts")
    return " ".join(sentence(part) for part in said)


def unknown_of(proof: Proof) -> tuple[str, ...]:
    """Say in sentences which routes, reasons, origins and people are not known."""
    said = [_route_unconfirmed(a) for a in reversed(proof.unconfirmed[-NAMED_AWARDS:])]
    if more := len(proof.unconfirmed) - NAMED_AWARDS:
        said += [f"The routes of {count(more, 'more award')} are not confirmed either."] if more > 0 else []
    said += [f"Why {name(a)} came without a bid is not recorded." for a in proof.reasonless[:NAMED_AWARDS]]
    if no_origin := len(proof.won) - proof.origins_known:
        said.append(f"Whose idea it was is not recorded for {part_of(no_origin, len(proof.won), 'win')}.")
    nobody = sum(a.awarded_by is None for a in proof.direct)
    if nobody:
        said.append(f"Who awarded {part_of(nobody, len(proof.direct), 'award')} without a bid is not recorded.")
    return tuple(said)


def name(award: Award) -> str:
    """Name an award as people know it: its label, else what it was and when."""
    return award.label or f"the {award.category} award of {short_day(award.decided_on)} {award.decided_on.year}"


def _because(proof: Proof, level: RelationshipLevel) -> str:
    if level is RelationshipLevel.PROSPECT:
        return "No order and no quote of ours is on record yet"
    if not any(was_decided(a) for a in proof.awards):
        return _on_list(proof) + _ordered(proof)
    if proof.is_competed:
        return _on_list(proof) + _competed(proof)
    if level is RelationshipLevel.PREFERRED_VENDOR and not proof.on_list_since:
        return f"Asked by name, or given directly, in {part_of(proof.invited, proof.known, 'award')}; {_direct(proof)}"
    return (_on_list(proof) if level is RelationshipLevel.PREFERRED_VENDOR else "") + _direct(proof)


def _ordered(proof: Proof) -> str:
    if not proof.orders:
        return "nothing was awarded in the last two years"
    came = f"how {plural(proof.orders, 'it', 'they')} came"
    return f"{count(proof.orders, 'order')} in two years, and {came} is not recorded"


def _on_list(proof: Proof) -> str:
    return f"On their list since {month(proof.on_list_since)}; " if proof.on_list_since else ""


def _direct(proof: Proof) -> str:
    if not proof.decided:
        wins = len(proof.won)
        return f"{count(wins, 'award')}, and how {plural(wins, 'it', 'they')} came is not confirmed"
    others = [a for a in proof.won if a.route not in BID_ROUTES and was_direct(a) is False]
    if proof.decided == 1:
        return _the_only_one(proof, others)
    said = f"{_so_many(len(proof.direct), proof.decided)} of the last {number(proof.decided)} awards came without a bid"
    recommended = f", {_on_our_recommendation(proof)}" if proof.recommended else ""
    return f"{said}{recommended}{_for_other_reasons(others)}"


def _so_many(those: int, all_: int) -> str:
    if those == all_:
        return "both" if all_ == 2 else "all"
    return "neither" if not those and all_ == 2 else number(those)


def _the_only_one(proof: Proof, others: list[Award]) -> str:
    if others:
        return f"the only award known came without a bid, but for another reason ({_reasons(others)})"
    return f"the only award known {'came without a bid' if proof.direct else 'went to bid'}"


def _for_other_reasons(others: list[Award]) -> str:
    if not others:
        return ""
    return f"; {number(len(others))} that did not go to bid had another reason ({_reasons(others)})"


def _reasons(awards: list[Award]) -> str:
    return joined(sorted({a.no_bid_reason.label for a in awards if a.no_bid_reason}))


def _on_our_recommendation(proof: Proof) -> str:
    recommended = number(proof.recommended)
    if len(proof.won) != len(proof.direct):
        return f"and {recommended} of the {count(len(proof.won), 'win')} on our recommendation"
    return f"{'all' if proof.recommended == len(proof.won) > 1 else recommended} of them on our recommendation"


def _competed(proof: Proof) -> str:
    if not proof.won:
        return "they must bid, so the route proves nothing; nothing was won in the last two years"
    early = f"we had heard of {part_of(proof.heard_early, len(proof.won), 'win')} before the specification"
    return f"they must bid, so the route proves nothing: {early} and recommended {number(proof.recommended)}"


def _route_unconfirmed(award: Award) -> str:
    said = f"The route of {name(award)} is not confirmed"
    proposed = f"; the record suggests {_A_ROUTE[award.proposed_route]}" if award.proposed_route else ""
    return f"{said}{proposed}."
