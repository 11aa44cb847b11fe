"""The only door from rows to judgement: one account, everything that judging reads, in a fixed number of queries."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F

from alongside.config.zone import here
from alongside.judgement import dossier as d
from alongside.judgement.roles import guess_roles
from alongside.ledgers.awards.models import Award, Listing
from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.conversation import go_aheads_among
from alongside.ledgers.knowledge.models import Fact
from alongside.ledgers.needs.models import Need, Suggestion
from alongside.ledgers.orders.models import Order
from alongside.ledgers.requests.models import Request
from alongside.people.models import Account, Doubt, Person, Position, Tenure
from alongside.sightings.models import Sighting
from alongside.touches.models import Touch
from alongside.vocabulary import (
    AwardOrigin,
    AwardOutcome,
    AwardRoute,
    CommitmentState,
    Direction,
    FirstHeard,
    InteractionKind,
    NeedKind,
    NoBidReason,
    RequestState,
    Review,
    Side,
    SightingKind,
    StakeholderRole,
    SuggestionOutcome,
)

DEAL_KINDS = (SightingKind.SOLICITATION, SightingKind.ORDER, SightingKind.AWARD, SightingKind.COMPLAINT)
"""What makes a thread one about a deal: rule 1 asks for touches outside of these."""

BENEFIT_KINDS = (SightingKind.DELIVERY, SightingKind.SUGGESTION)
"""What of ours carries something for them."""

ASKING_KINDS = (
    SightingKind.REQUEST,
    SightingKind.ADVICE_SOUGHT,
    SightingKind.SOLICITATION,
    SightingKind.MEETING_PROPOSAL,
)

_DEAL = re.compile(
    r"\b(quote|quotation|rfq|rfp|tender|bid|pric(?:e|es|ing)|offer|contract|invoice|complaint|claim|deviation|demurrage)\b",
    re.I,
)
"""Words of a subject that tie its thread to a quote or a complaint, where nothing was found in the text."""

_IN_PROCESS = re.compile(r"\b(budget|planning|plan|forecast|spec|specification|stock|review|s&op|tender)\b", re.I)
_VIDEO = re.compile(r"\b(zoom|teams|meet\.google|webex|video|skype)\b", re.I)


def load(account: Account) -> d.Dossier:
    """Load one account. Rejected sightings are left out; superseded meetings have no touches."""
    sightings = _sightings(account)
    touches = _touches(account, sightings)
    awards = list(Award.objects.filter(account=account).select_related("order").order_by("decided_on", "pk"))
    return d.Dossier(
        account_id=account.pk,
        account_name=account.name,
        is_public_body=account.is_public_body,
        customer_since=account.since,
        yours_since=_yours_since(account),
        members=_members(account),
        touches=tuple(touches),
        awards=tuple(_award(a) for a in awards),
        solicitations=tuple(_solicitations(sightings, {a.category for a in awards})),
        listings=tuple(
            d.Listing(x.category, x.from_on, x.evidence)
            for x in Listing.objects.filter(account=account).order_by("from_on", "pk")
        ),
        commitments=tuple(_commitments(account)),
        requests=tuple(_requests(account)),
        sightings=tuple(_sighting(s) for s in sightings if s.kind not in _HAVE_A_LEDGER),
        orders=tuple(_orders(account)),
        facts=tuple(_facts(account)),
        needs=tuple(_needs(account)),
        suggestions=tuple(_suggestions(account)),
        meetings=tuple(_meetings(account)),
        doubts=tuple(_doubts(account)),
    )


def load_for_brief(person: Person, account: Account) -> d.Dossier:
    """Load what a page about one person needs: theirs, what is open with the account, and nothing to be judged by."""
    return d.Dossier(
        account_id=account.pk,
        account_name=account.name,
        members=_members(account),
        touches=tuple(_touches(account, (), person=person)),
        commitments=tuple(_commitments(account, state=CommitmentState.OPEN)),
        requests=tuple(_requests(account, state=RequestState.OPEN)),
        facts=tuple(_facts(account)),
        needs=tuple(_needs(account)),
        meetings=tuple(_meetings(account, person=person)),
    )


def load_for_handover(account: Account) -> d.Dossier:
    """Load what a handover is read from: who is there, what passed between us, what was asked, promised, complained of and known."""
    sightings = _sightings(account)
    return d.Dossier(
        account_id=account.pk,
        account_name=account.name,
        yours_since=_yours_since(account),
        members=_members(account),
        touches=tuple(_touches(account, sightings)),
        commitments=tuple(_commitments(account)),
        requests=tuple(_requests(account)),
        sightings=tuple(_sighting(s) for s in sightings if s.kind not in _HAVE_A_LEDGER),
        facts=tuple(_facts(account)),
    )


_HAVE_A_LEDGER = {SightingKind.REQUEST, SightingKind.PROMISE, SightingKind.SOLICITATION}


def solicitations_of(account: Account) -> list[d.Solicitation]:
    """Load what they solicited, before anything else is known: routes are proposed from it."""
    rows = Sighting.objects.filter(account=account, kind=SightingKind.SOLICITATION).exclude(review=Review.REJECTED)
    categories = set(Award.objects.filter(account=account).values_list("category", flat=True))
    return _solicitations(list(rows.order_by("at", "pk")), categories)


def loose_doubts(owner: Any) -> d.Dossier:
    """Make a dossier of the doubts that belong to no account, so that they too reach Today."""
    rows = Doubt.objects.visible_to(owner).filter(account__isnull=True, verdict="").order_by("pk")
    return d.Dossier(0, "", doubts=tuple(d.Doubt(x.pk, x.question, x.raised_on) for x in rows))


def _yours_since(account: Account) -> date | None:
    tenure = Tenure.objects.filter(account=account, to_on__isnull=True).order_by("-from_on").first()
    return tenure.from_on if tenure else None


def _members(account: Account) -> tuple[d.Member, ...]:
    former: dict[int, list[Position]] = defaultdict(list)
    for position in Position.objects.filter(person__account=account).order_by("from_on", "pk"):
        former[position.person_id].append(position)
    people = Person.objects.filter(account=account, merged_into__isnull=True, is_ours=False).order_by("pk")
    return tuple(_member(person, former[person.pk]) for person in people if not person.is_shared_mailbox)


def _member(person: Person, held: list[Position]) -> d.Member:
    stated = tuple(StakeholderRole(r) for r in person.roles)
    return d.Member(
        id=person.pk,
        name=person.name,
        title=person.title,
        roles=stated or guess_roles(person.title),
        roles_guessed=not stated,
        title_since=held[-1].from_on if len(held) > 1 else None,
        former_title=held[-2].title if len(held) > 1 else "",
        address=person.anchor if "@" in person.anchor else "",
    )


def _sightings(account: Account) -> list[Sighting]:
    rows = Sighting.objects.filter(account=account).exclude(review=Review.REJECTED).defer("because")
    return list(rows.annotate(**_THREAD).order_by("at", "pk"))


_THREAD = {"thread_id": F("interaction__placement__thread_id")}


def _touches(account: Account, sightings: Sequence[Sighting], **only: Any) -> list[d.Touch]:
    deal = {s.thread_id for s in sightings if s.kind in DEAL_KINDS}
    benefit = {s.interaction_id for s in sightings if s.kind in BENEFIT_KINDS and s.side == Side.OURS}
    go_aheads = go_aheads_among(sightings)
    asking = {s.interaction_id for s in sightings if s.kind in ASKING_KINDS and s.pk not in go_aheads}
    rows = Touch.objects.filter(account=account, counts=True, **only).order_by("at", "pk")
    columns = [
        "interaction_id",
        "at",
        "kind",
        "direction",
        "person_id",
        "our_person_id",
        "others",
        "thread_id",
        "interaction__body__subject",
        "interaction__body__location",
    ]
    found = []
    for pk, at, kind, direction, person, us, others, thread, subject, place in rows.values_list(*columns):
        meets = kind != InteractionKind.MAIL
        found.append(
            d.Touch(
                interaction_id=pk,
                at=here(at),
                kind=InteractionKind(kind),
                direction=Direction(direction),
                person_id=person,
                our_person_id=us or 0,
                others=others,
                thread_id=thread,
                about_deal=thread in deal or bool(_DEAL.search(subject)),
                has_benefit=pk in benefit,
                asks=pk in asking,
                in_process=meets and bool(_IN_PROCESS.search(subject)),
                video=meets and bool(_VIDEO.search(f"{subject} {place}")),
                subject=subject,
            )
        )
    return found


def _word(vocabulary: Any, value: str) -> Any:
    return vocabulary(value) if value else None


def _award(row: Award) -> d.Award:
    return d.Award(
        id=row.pk,
        category=row.category,
        decided_on=row.decided_on,
        value=row.value,
        outcome=AwardOutcome(row.outcome),
        route=_word(AwardRoute, row.route),
        proposed_route=_word(AwardRoute, row.proposed_route),
        no_bid_reason=_word(NoBidReason, row.no_bid_reason),
        origin=_word(AwardOrigin, row.origin),
        first_heard=_word(FirstHeard, row.first_heard),
        awarded_by=row.awarded_by_id,
        label=row.label,
        order_id=row.order_id,
    )


def category_of(words: str, categories: set[str]) -> str:
    """Name the category that the words speak of, "" when none of those we know is named."""
    text = words.lower()
    hits = [c for c in categories if c and (c.lower() in text or c.lower().rstrip("s") in text)]
    return max(hits, key=lambda c: (len(c), c), default="")


def _solicitations(sightings: Sequence[Sighting], categories: set[str]) -> list[d.Solicitation]:
    return [
        d.Solicitation(
            id=s.pk,
            category=category_of(f"{s.detail.get('products', '')} {s.quote}", categories),
            asked_on=here(s.at).date(),
            kind=s.detail.get("solicitation", "rfq"),
            products=s.detail.get("products", ""),
            person_id=s.person_id,
            interaction_id=s.interaction_id,
        )
        for s in sightings
        if s.kind == SightingKind.SOLICITATION and s.side == Side.THEIRS
    ]


def _commitments(account: Account, **only: Any) -> list[d.Commitment]:
    rows = Commitment.objects.filter(account=account, **only).annotate(**_THREAD)
    return [
        d.Commitment(
            id=c.pk,
            side=Side(c.side),
            what=c.what,
            promised_on=c.promised_on,
            due_on=c.due_on,
            state=CommitmentState(c.state),
            kept_on=c.kept_on,
            moved_to=c.moved_to,
            moved_on=c.moved_on,
            importance=c.importance,
            person_id=c.person_id,
            interaction_id=c.interaction_id,
            thread_id=c.thread_id,
            quote=c.quote,
            due_words=c.due_words,
            kept_by_interaction_id=c.kept_by_id,
        )
        for c in rows.order_by("promised_on", "pk")
    ]


def _requests(account: Account, **only: Any) -> list[d.Request]:
    rows = Request.objects.filter(account=account, **only).annotate(**_THREAD)
    return [
        d.Request(
            id=r.pk,
            what=r.what,
            asked_on=r.asked_on,
            state=RequestState(r.state),
            person_id=r.person_id,
            interaction_id=r.interaction_id,
            thread_id=r.thread_id,
            quote=r.quote,
            answered_on=r.answered_on,
            last_update_on=r.last_update_on,
            next_update_on=r.next_update_on,
            asked_again=r.asked_again,
        )
        for r in rows.order_by("asked_on", "pk")
    ]


def _sighting(row: Sighting) -> d.Sighting:
    return d.Sighting(
        id=row.pk,
        kind=SightingKind(row.kind),
        side=Side(row.side),
        at=here(row.at),
        quote=row.quote,
        person_id=row.person_id,
        interaction_id=row.interaction_id,
        thread_id=row.thread_id,
        detail=row.detail,
    )


def _orders(account: Account) -> list[d.Order]:
    found = []
    for order in (
        Order.objects.filter(account=account, cancelled=False).prefetch_related("lines").order_by("ordered_on", "pk")
    ):
        lines = list(order.lines.all())
        units = {line.unit for line in lines}
        total = (
            sum((line.quantity for line in lines if line.quantity is not None), start=Decimal(0))
            if len(units) == 1
            else None
        )
        found.append(
            d.Order(
                order.pk, order.number, order.ordered_on, order.category, order.value,
                quantity=total or None, unit=units.pop() if len(units) == 1 else "",
            )
        )  # fmt: skip
    return found


def _facts(account: Account) -> list[d.Fact]:
    rows = Fact.objects.filter(account=account).order_by("as_of", "pk")
    return [d.Fact(f.pk, f.topic, f.value, f.as_of, f.confirmed_by_them, f.person_id) for f in rows]


def _needs(account: Account) -> list[d.Need]:
    return [
        d.Need(
            n.pk, NeedKind(n.kind), n.text, n.heard_on, n.person_id, n.consequence,
            quantified=bool(re.search(r"\d", n.consequence)), rank=n.rank, reviewed_on=n.reviewed_on,
        )
        for n in Need.objects.filter(account=account).order_by("heard_on", "pk")
    ]  # fmt: skip


def _suggestions(account: Account) -> list[d.Suggestion]:
    return [
        d.Suggestion(
            s.pk, s.text, s.made_on, SuggestionOutcome(s.outcome), s.before_they_raised_it, s.person_id, s.interaction_id or 0
        )
        for s in Suggestion.objects.filter(account=account).order_by("made_on", "pk")
    ]  # fmt: skip


def _meetings(account: Account, **only: Any) -> list[d.Meeting]:
    rows = Touch.objects.filter(account=account, counts=True, **only).exclude(
        kind__in=[InteractionKind.MAIL, InteractionKind.NOTE]
    )
    people: dict[int, list[int]] = defaultdict(list)
    seen: dict[int, tuple[Any, str, str]] = {}
    columns = ("interaction_id", "person_id", "at", "interaction__body__subject", "interaction__body__location")
    for pk, person, at, subject, place in rows.order_by("at", "pk").values_list(*columns):
        people[pk].append(person)
        seen[pk] = (here(at), subject, place)
    return [d.Meeting(pk, at, subject, tuple(people[pk]), place) for pk, (at, subject, place) in seen.items()]


def _doubts(account: Account) -> list[d.Doubt]:
    rows = Doubt.objects.filter(account=account, verdict="").order_by("pk")
    return [d.Doubt(x.pk, x.question, x.raised_on) for x in rows]
