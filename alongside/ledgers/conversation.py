"""The ledgers that are read from the conversation: promises both ways, requests, and suggestions made, account by account.

Rows are posted from sightings, settled by what the record shows later, and a person's word on a row holds over both.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Length

from alongside.config.zone import here
from alongside.interactions.models import Attachment
from alongside.judgement.settling import Asked, Matter, Settled, Turn, Updates, follow_requests, settle_promise
from alongside.ledgers.commitments.models import Commitment, CommitmentDecision
from alongside.ledgers.needs.models import Suggestion
from alongside.ledgers.orders.models import Order
from alongside.ledgers.requests.abreast import by_mouth, intervals, updates_said, updates_sent
from alongside.ledgers.requests.decide import word_on
from alongside.ledgers.requests.models import Request, RequestDecision, Update
from alongside.sightings.models import Sighting
from alongside.sync import sync
from alongside.touches.models import Touch
from alongside.vocabulary import (
    Automatic,
    CommitmentState,
    Direction,
    InteractionKind,
    RequestState,
    Review,
    Side,
    SightingKind,
    SuggestionOutcome,
)

CHARACTERS_A_WORD = 6
"""Characters of a body that make about one word, quotes and signature included. Used only to tell an answer from a nod."""

WORDS_OF_A_GO_AHEAD = 6
"""Words up to which a bare order ("Send the invoice, you earned it.") is a go-ahead rather than a request. Unit: words."""

_ASKS = re.compile(r"\?|\b(please|could|can|would|need|want|ask|asking|like|hope|appreciate|grateful|must)\b", re.I)

_THREAD = {"thread_id": F("interaction__placement__thread_id")}

SEEN = "seen:"
"""Keys of suggestions that were found in the mail begin so."""

Sightings = dict[int, list[Sighting]]
"""What was found and not rejected, by account, in the order in which it was said."""

Kept = defaultdict[int, dict[int, list[Settled | None]]]
"""How promises of ours ended (None: still open), by account and the interaction that they were made in."""


def post_accounts(owner: Any, account_ids: Collection[int]) -> None:
    """Bring the promises, requests and suggestions of some accounts in line with what was said in them."""
    sightings = _sightings(account_ids)
    turns = _turns(account_ids, sightings, updates_sent(owner))
    kept = _post_commitments(owner, account_ids, sightings, turns)
    _post_requests(owner, account_ids, sightings, turns, kept)
    _post_suggestions(owner, account_ids, sightings)


def _sightings(account_ids: Collection[int]) -> Sightings:
    rows = (
        Sighting.objects.filter(account__in=account_ids)
        .exclude(review=Review.REJECTED)
        .filter(interaction__placement__automatic=Automatic.PERSONAL)  # what is said to a whole list is asked of nobody
        .annotate(**_THREAD)
        .order_by("at", "pk")
    )
    found: Sightings = {account_id: [] for account_id in account_ids}
    for row in rows:
        if row.account_id:
            found[row.account_id].append(row)
    return found


def _turns(account_ids: Collection[int], sightings: Sightings, updates: Collection[int]) -> dict[int, list[Turn]]:
    delivers: dict[tuple[int | None, int, str], str] = defaultdict(str)
    promises: set[tuple[int | None, int, str]] = set()
    for s in _all(sightings):
        if s.kind == SightingKind.DELIVERY:
            delivers[s.account_id, s.interaction_id, s.side] += " " + s.quote
        elif s.kind == SightingKind.PROMISE:
            promises.add((s.account_id, s.interaction_id, s.side))
    rows = (
        Touch.objects.filter(account__in=account_ids, person__isnull=False)
        .exclude(kind=InteractionKind.NOTE)
        .annotate(
            has_file=Exists(Attachment.objects.filter(interaction_id=OuterRef("interaction_id"))),
            length=Length("interaction__body__text"),
        )
        .order_by("at", "pk")
    )
    columns = [
        "account_id",
        "interaction_id",
        "at",
        "person_id",
        "thread_id",
        "direction",
        "kind",
        "has_file",
        "length",
        "interaction__body__subject",
    ]
    found: dict[int, list[Turn]] = defaultdict(list)
    for account, pk, at, person, thread, direction, kind, has_file, length, subject in rows.values_list(*columns):
        side = Side.OURS if direction == Direction.OUTBOUND else Side.THEIRS
        found[account].append(
            Turn(
                interaction_id=pk,
                at=here(at),
                person_id=person,
                thread_id=thread,
                by_us=side == Side.OURS,
                is_meeting=kind != InteractionKind.MAIL,
                has_file=has_file,
                delivers=delivers.get((account, pk, side), ""),
                promises=(account, pk, side) in promises,
                words=(length or 0) // CHARACTERS_A_WORD,
                subject=subject or "",
                is_update=pk in updates,
            )
        )
    return found


def _matter(s: Sighting, *, by_us: bool) -> Matter:
    due = s.detail.get("due_on", "")
    return Matter(
        key=s.key,
        at=here(s.at),
        person_id=s.person_id,
        thread_id=s.thread_id,
        interaction_id=s.interaction_id,
        what=s.detail.get("what", "") or s.quote,
        quote=s.quote,
        by_us=by_us,
        due_on=date.fromisoformat(due) if due else None,
    )


def _all(sightings: Sightings) -> list[Sighting]:
    return [s for of_account in sightings.values() for s in of_account]


def _post_commitments(
    owner: Any, account_ids: Collection[int], sightings: Sightings, turns: dict[int, list[Turn]]
) -> Kept:
    """Post promises; return how those of ours ended, by account and the interaction that they were made in."""
    orders: dict[int, list[date]] = defaultdict(list)
    for account_id, on in Order.objects.filter(account__in=account_ids).values_list("account_id", "ordered_on"):
        orders[account_id].append(on)
    promises = [(pk, s) for pk, said in sightings.items() for s in said if s.kind == SightingKind.PROMISE]
    decisions = _latest(CommitmentDecision.objects.visible_to(owner), [s.key for _, s in promises])
    wanted: dict[str, dict[str, Any]] = {}
    kept: Kept = defaultdict(lambda: defaultdict(list))
    for account_id, s in promises:
        matter = _matter(s, by_us=s.side == Side.OURS)
        settled = settle_promise(matter, turns.get(account_id, []), orders_on=orders[account_id])
        fields = _commitment(owner, account_id, s, matter, settled)
        if decision := decisions.get(s.key):
            _decide_commitment(fields, decision)
        wanted[s.key] = fields
        if matter.by_us:
            is_open = fields["state"] == CommitmentState.OPEN
            kept[account_id][s.interaction_id].append(
                None if is_open else Settled(fields["kept_on"] or here(s.at).date(), s.interaction_id)
            )
    sync(_of_accounts(Commitment.objects.visible_to(owner), account_ids), wanted, key="sighting_key")
    return kept


def _commitment(owner: Any, account_id: int, s: Sighting, matter: Matter, settled: Settled | None) -> dict[str, Any]:
    return {
        "owner_id": owner.pk,
        "account_id": account_id,
        "person_id": s.person_id,
        "interaction_id": s.interaction_id,
        "side": s.side,
        "what": matter.what,
        "quote": s.quote,
        "promised_on": here(s.at).date(),
        "due_on": matter.due_on,
        "other_due_on": _other_due_on(s),
        "due_words": s.detail.get("due_words", "")[:200],
        "state": CommitmentState.KEPT if settled else CommitmentState.OPEN,
        "kept_on": settled.on if settled else None,
        "kept_by_id": settled.interaction_id if settled else None,
        "moved_to": None,
        "moved_on": None,
        "importance": 1,
    }


def _other_due_on(s: Sighting) -> date | None:
    """Give the second reading of the words for the due day; where a person corrected the promise there is one reading."""
    other = s.detail.get("other_due_on", "")
    return date.fromisoformat(other) if other and s.review != Review.CORRECTED else None


def _decide_commitment(fields: dict[str, Any], decision: CommitmentDecision) -> None:
    """A person's word holds over what the record seems to show."""
    fields["state"] = decision.state
    if decision.state == CommitmentState.KEPT:
        fields["kept_on"] = fields["kept_on"] or decision.on
    else:
        fields["kept_on"] = fields["kept_by_id"] = None
    if decision.moved_to:
        fields["moved_to"], fields["moved_on"] = decision.moved_to, decision.on
    if decision.importance:
        fields["importance"] = decision.importance


def _post_requests(
    owner: Any, account_ids: Collection[int], sightings: Sightings, turns: dict[int, list[Turn]], kept: Kept
) -> None:
    outcomes: dict[str, Asked] = {}
    asked = {account_id: _asked(said) for account_id, said in sightings.items()}
    said_updates = updates_said(owner, [s.key for said in asked.values() for s in said])
    updates = {
        key: Updates(days=frozenset(u.on for u in said if not u.message_id)) for key, said in said_updates.items()
    }
    for account_id, said in asked.items():
        matters = [_matter(s, by_us=True) for s in said]
        outcomes |= follow_requests(matters, turns.get(account_id, []), kept[account_id], updates)
    decisions = _by_key(RequestDecision.objects.visible_to(owner), list(outcomes))
    days = intervals(owner, account_ids)
    wanted: dict[str, dict[str, Any]] = {}
    for account_id, said in asked.items():
        for s in said:
            if s.key not in outcomes:
                continue
            wanted[s.key] = _request(owner, account_id, s, outcomes[s.key]) | {"update_days": days[account_id]}
            _tell(wanted[s.key], outcomes[s.key], said_updates.get(s.key, []))
            _decide_request(wanted[s.key], decisions.get(s.key, []))
    sync(_of_accounts(Request.objects.visible_to(owner), account_ids), wanted, key="sighting_key")


def _tell(fields: dict[str, Any], outcome: Asked, updates: list[Update]) -> None:
    """Join what was told by mail with what was told by mouth."""
    told = [(each.on, each.interaction_id) for each in outcome.told] + [
        (on, 0) for on in by_mouth(updates, outcome.told)
    ]
    fields["told"] = [[on.isoformat(), pk] for on, pk in sorted(told)]
    last = max((on for on, pk in told if not pk and not outcome.answered), default=None)
    fields["last_update_on"] = max(filter(None, (fields["last_update_on"], last)), default=None)


def _asked(sightings: Sequence[Sighting]) -> list[Sighting]:
    go_aheads = go_aheads_among(sightings)
    return [s for s in sightings if s.kind == SightingKind.REQUEST and s.side == Side.THEIRS and s.pk not in go_aheads]


def go_aheads_among(sightings: Sequence[Sighting]) -> set[int]:
    """Name the requests of theirs that leave nothing to answer; what a person confirmed as a request stays one."""
    ordered = {s.interaction_id for s in sightings if s.kind == SightingKind.ORDER and s.side == Side.THEIRS}
    return {
        s.pk
        for s in sightings
        if s.kind == SightingKind.REQUEST and s.side == Side.THEIRS and s.review == Review.UNREVIEWED
        and _is_go_ahead(s.quote, s.interaction_id in ordered)
    }  # fmt: skip


def _is_go_ahead(quote: str, is_order: bool) -> bool:
    """ "Book it." and "Send us 8,400 t next." say yes to us: they are the order or the go-ahead, and nothing is left to answer."""
    is_bare = not _ASKS.search(quote)
    return is_bare and (is_order or len(quote.split()) <= WORDS_OF_A_GO_AHEAD)


def _request(owner: Any, account_id: int, s: Sighting, outcome: Asked) -> dict[str, Any]:
    answered = outcome.answered
    return {
        "owner_id": owner.pk,
        "account_id": account_id,
        "person_id": s.person_id,
        "interaction_id": s.interaction_id,
        "what": s.detail.get("what", "") or s.quote,
        "quote": s.quote,
        "asked_on": here(s.at).date(),
        "state": RequestState.ANSWERED if answered else RequestState.OPEN,
        "answered_on": answered.on if answered else None,
        "answered_by_id": answered.interaction_id if answered else None,
        "last_update_on": outcome.last_update_on,
        "next_update_on": None,
        "asked_again": len(outcome.repeats),
    }


def _decide_request(fields: dict[str, Any], decisions: Sequence[RequestDecision]) -> None:
    """A person's latest word on the state, and the latest on the next update, hold over what the record seems to show."""
    state, settled_on, next_update_on = word_on(decisions)
    if state:
        fields["state"] = state
    if state == RequestState.OPEN:
        fields["answered_on"] = fields["answered_by_id"] = None
        fields["last_update_on"] = date.fromisoformat(fields["told"][-1][0]) if fields["told"] else None
    elif state:
        fields["answered_on"] = fields["answered_on"] or settled_on
    if next_update_on:
        fields["next_update_on"] = next_update_on


def _post_suggestions(owner: Any, account_ids: Collection[int], sightings: Sightings) -> None:
    wanted = {
        (SEEN + s.key)[:64]: {
            "owner_id": owner.pk,
            "account_id": account_id,
            "person_id": s.person_id,
            "interaction_id": s.interaction_id,
            "text": s.detail.get("what", "") or s.quote,
            "made_on": here(s.at).date(),
            "outcome": s.detail.get("outcome") or SuggestionOutcome.OPEN,
            "before_they_raised_it": False,
        }
        for account_id, said in sightings.items()
        for s in said
        if s.kind == SightingKind.SUGGESTION and s.side == Side.OURS
    }
    there = Suggestion.objects.visible_to(owner).filter(key__startswith=SEEN)
    there = there.filter(Q(account_id__in=account_ids) | Q(key__in=list(wanted)))
    sync(there, wanted)


def _of_accounts(rows: QuerySet[Any], account_ids: Collection[int]) -> QuerySet[Any]:
    """Take the rows of these accounts, and those that still stand under another although their words are now theirs."""
    said_here = Sighting.objects.filter(account__in=account_ids).values("key")
    return rows.filter(Q(account_id__in=account_ids) | Q(sighting_key__in=said_here))


def _latest(decisions: Any, keys: Iterable[str]) -> dict[str, Any]:
    """Give the decision that holds for each row: the latest that was not taken back."""
    return {key: said[-1] for key, said in _by_key(decisions, keys).items()}


def _by_key(decisions: Any, keys: Iterable[str]) -> dict[str, list[Any]]:
    """Give the decisions on each row that were not taken back, the oldest first."""
    wanted, found = set(keys), defaultdict(list)
    for row in decisions.filter(withdrawn_at__isnull=True).order_by("said_at", "pk"):
        if row.sighting_key in wanted:
            found[row.sighting_key].append(row)
    return found
