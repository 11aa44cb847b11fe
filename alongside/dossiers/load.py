"""The only door from rows to judgement: all that judging reads of one account or of several, in a fixed number of queries."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from alongside.config.zone import here
from alongside.dossiers.fought_for import cases_among, exchanges_among
from alongside.dossiers.letters import OF_NO_ACCOUNT, letters_to_decide
from alongside.dossiers.request_files import RequestFile, file_marks, files_of
from alongside.judgement import dossier as d
from alongside.judgement.roles import guess_roles
from alongside.ledgers.advice.ask import advice_among
from alongside.ledgers.awards.models import Award, Listing
from alongside.ledgers.commitments.models import Commitment, CommitmentDecision
from alongside.ledgers.conversation import go_aheads_among
from alongside.ledgers.customer_page.heard import unseen_by_account
from alongside.ledgers.knowledge.models import Fact
from alongside.ledgers.needs.models import Need, Suggestion
from alongside.ledgers.orders.models import Order, OrderLine
from alongside.ledgers.plans.read import words_by_account
from alongside.ledgers.requests.models import Request
from alongside.people.left import left_word
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

_Each = TypeVar("_Each")

Grouped = defaultdict[int, list[_Each]]
"""What was loaded, by account."""


def _itself(row: Any) -> Any:
    return row


def load(account: Account) -> d.Dossier:
    """Load one account. Rejected sightings are left out; superseded meetings have no touches."""
    return load_all([account])[0]


def load_all(accounts: Sequence[Account]) -> list[d.Dossier]:
    """Load several accounts in as many queries as one takes."""
    ids = [account.pk for account in accounts]
    sightings, awards = _sightings(ids), _awards(ids)
    touches, members, since = _touches(ids, sightings), _members(ids), _yours_since(ids)
    listings, commitments, requests, orders = _listings(ids), _commitments(ids), _requests(ids), _orders(ids)
    facts, needs, suggestions = _facts(ids), _needs(ids), _suggestions(ids)
    meetings, doubts = _meetings(ids), _doubts(ids)
    plans, page_said = words_by_account(ids), unseen_by_account(ids)
    cases, exchanges = cases_among(ids), exchanges_among(ids)
    letters = letters_to_decide(accounts[0].owner_id) if accounts else {}
    advice = advice_among(ids)
    return [
        d.Dossier(
            account_id=account.pk,
            account_name=account.name,
            is_public_body=account.is_public_body,
            customer_since=account.since,
            yours_since=since.get(account.pk),
            members=tuple(members[account.pk]),
            touches=tuple(touches[account.pk]),
            awards=tuple(awards[account.pk]),
            solicitations=tuple(_solicitations(sightings[account.pk], {a.category for a in awards[account.pk]})),
            listings=tuple(listings[account.pk]),
            commitments=tuple(commitments[account.pk]),
            requests=tuple(requests[account.pk]),
            sightings=tuple(_sighting(s) for s in sightings[account.pk] if s.kind not in _HAVE_A_LEDGER),
            orders=tuple(orders[account.pk]),
            facts=tuple(facts[account.pk]),
            needs=tuple(needs[account.pk]),
            suggestions=tuple(suggestions[account.pk]),
            meetings=tuple(meetings[account.pk]),
            doubts=tuple(doubts[account.pk]),
            page_said=tuple(page_said[account.pk]),
            letters=tuple(letters.get(account.pk, ())),
            plan=tuple(plans[account.pk]),
            cases=tuple(cases[account.pk]),
            exchanges=tuple(exchanges[account.pk]),
            advice=tuple(advice[account.pk]),
        )
        for account in accounts
    ]


def load_for_brief(person: Person, account: Account) -> d.Dossier:
    """Load what a page about one person needs: theirs, what is open with the account, and nothing to be judged by."""
    ids = [account.pk]
    touches = _touches(ids, {}, person=person)[account.pk]
    return d.Dossier(
        account_id=account.pk,
        account_name=account.name,
        members=tuple(_members(ids)[account.pk]),
        touches=tuple(touches),
        commitments=tuple(_commitments(ids, state=CommitmentState.OPEN)[account.pk]),
        requests=tuple(_requests(ids, state=RequestState.OPEN)[account.pk]),
        facts=tuple(_facts(ids)[account.pk]),
        needs=tuple(_needs(ids)[account.pk]),
        meetings=tuple(
            _met(touch) for touch in touches if touch.kind not in (InteractionKind.MAIL, InteractionKind.NOTE)
        ),
    )


def load_for_handover(account: Account) -> d.Dossier:
    """Load what a handover is read from: who is there, what passed between us, what was asked, promised, complained of and known."""
    ids = [account.pk]
    sightings = _sightings(ids)
    return d.Dossier(
        account_id=account.pk,
        account_name=account.name,
        members=tuple(_members(ids)[account.pk]),
        touches=tuple(_touches(ids, sightings)[account.pk]),
        commitments=tuple(_commitments(ids)[account.pk]),
        requests=tuple(_requests(ids)[account.pk]),
        sightings=tuple(_sighting(s) for s in sightings[account.pk] if s.kind not in _HAVE_A_LEDGER),
        facts=tuple(_facts(ids)[account.pk]),
    )


_HAVE_A_LEDGER = {SightingKind.REQUEST, SightingKind.PROMISE, SightingKind.SOLICITATION}


def solicitations_of(account_ids: Sequence[int]) -> Grouped[d.Solicitation]:
    """Load what they solicited, before anything else is known: routes are proposed from it."""
    rows = Sighting.objects.filter(account__in=account_ids, kind=SightingKind.SOLICITATION)
    by_account: Grouped[Sighting] = _grouped(rows.exclude(review=Review.REJECTED).order_by("at", "pk"))
    categories: dict[int, set[str]] = defaultdict(set)
    for account_id, category in Award.objects.filter(account__in=list(by_account)).values_list(
        "account_id", "category"
    ):
        categories[account_id].add(category)
    found: Grouped[d.Solicitation] = defaultdict(list)
    for account_id, sightings in by_account.items():
        found[account_id] = _solicitations(sightings, categories[account_id])
    return found


def loose_doubts(owner: Any) -> d.Dossier:
    """Make a dossier of the doubts and letters that belong to no account, so that they too reach Today."""
    rows = Doubt.objects.visible_to(owner).filter(account__isnull=True, verdict="").order_by("pk")
    return d.Dossier(
        0,
        "",
        doubts=tuple(d.Doubt(x.pk, x.question, x.raised_on) for x in rows),
        letters=tuple(letters_to_decide(owner.pk).get(OF_NO_ACCOUNT, ())),
    )


def _grouped(rows: Iterable[Any], make: Callable[[Any], _Each] = _itself) -> Grouped[_Each]:
    """Sort rows by account, each made into what judgement reads."""
    found: Grouped[_Each] = defaultdict(list)
    for row in rows:
        found[row.account_id].append(make(row))
    return found


def _yours_since(account_ids: Sequence[int]) -> dict[int, date]:
    tenures = Tenure.objects.filter(account__in=account_ids, to_on__isnull=True).order_by("from_on")
    return dict(tenures.values_list("account_id", "from_on"))


def _members(account_ids: Sequence[int]) -> Grouped[d.Member]:
    held: dict[int, list[Position]] = defaultdict(list)
    for position in Position.objects.filter(person__account__in=account_ids).order_by("from_on", "pk"):
        held[position.person_id].append(position)
    rows = Person.objects.filter(account__in=account_ids, merged_into__isnull=True, is_ours=False).order_by("pk")
    people = [person for person in rows.annotate(left=left_word()) if not person.is_shared_mailbox]
    return _grouped(people, lambda person: _member(person, held[person.pk]))


def _member(person: Any, held: list[Position]) -> d.Member:
    stated = tuple(StakeholderRole(r) for r in person.roles)
    return d.Member(
        id=person.pk,
        name=person.name,
        title=person.title,
        roles=stated or guess_roles(person.title),
        roles_guessed=not stated,
        title_since=held[-1].from_on if len(held) > 1 else None,
        former_title=held[-2].title if len(held) > 1 else "",
        left_on=date.fromisoformat(person.left) if person.left else None,
        address=person.anchor if "@" in person.anchor else "",
    )


def _sightings(account_ids: Sequence[int]) -> Grouped[Sighting]:
    rows = Sighting.objects.filter(account__in=account_ids).exclude(review=Review.REJECTED).defer("because")
    return _grouped(rows.annotate(**_THREAD).order_by("at", "pk"))


_THREAD = {"thread_id": F("interaction__placement__thread_id")}


def _touches(account_ids: Sequence[int], sightings: Mapping[int, list[Sighting]], **only: Any) -> Grouped[d.Touch]:
    said = [s for account_id in account_ids for s in sightings.get(account_id, ())]
    deal = {(s.account_id, s.thread_id) for s in said if s.kind in DEAL_KINDS}
    benefit = {(s.account_id, s.interaction_id) for s in said if s.kind in BENEFIT_KINDS and s.side == Side.OURS}
    go_aheads = {pk for of_account in sightings.values() for pk in go_aheads_among(of_account)}
    asking = {(s.account_id, s.interaction_id) for s in said if s.kind in ASKING_KINDS and s.pk not in go_aheads}
    rows = Touch.objects.filter(account__in=account_ids, counts=True, **only).order_by("at", "pk")
    columns = [
        "account_id",
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
    found: Grouped[d.Touch] = defaultdict(list)
    for account, pk, at, kind, direction, person, us, others, thread, subject, place in rows.values_list(*columns):
        meets = kind != InteractionKind.MAIL
        found[account].append(
            d.Touch(
                interaction_id=pk,
                at=here(at),
                kind=InteractionKind(kind),
                direction=Direction(direction),
                person_id=person,
                our_person_id=us or 0,
                others=others,
                thread_id=thread,
                about_deal=(account, thread) in deal or bool(_DEAL.search(subject)),
                has_benefit=(account, pk) in benefit,
                asks=(account, pk) in asking,
                in_process=meets and bool(_IN_PROCESS.search(subject)),
                video=meets and bool(_VIDEO.search(f"{subject} {place}")),
                subject=subject,
                location=place,
            )
        )
    return found


def _word(vocabulary: Any, value: str) -> Any:
    return vocabulary(value) if value else None


def _awards(account_ids: Sequence[int]) -> Grouped[d.Award]:
    return _grouped(Award.objects.filter(account__in=account_ids).order_by("decided_on", "pk"), _award)


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


def _listings(account_ids: Sequence[int]) -> Grouped[d.Listing]:
    rows = Listing.objects.filter(account__in=account_ids).order_by("from_on", "pk")
    return _grouped(rows, lambda x: d.Listing(x.category, x.from_on, x.evidence))


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


_MOVED = CommitmentDecision.objects.filter(
    owner=OuterRef("owner"), sighting_key=OuterRef("sighting_key"), moved_to__isnull=False, withdrawn_at__isnull=True
)
_TIMES_MOVED = Coalesce(Subquery(_MOVED.order_by().values("sighting_key").annotate(n=Count("pk")).values("n")), 0)


def _commitments(account_ids: Sequence[int], **only: Any) -> Grouped[d.Commitment]:
    rows = Commitment.objects.filter(account__in=account_ids, **only).annotate(**_THREAD, times_moved=_TIMES_MOVED)
    return _grouped(rows.order_by("promised_on", "pk"), _commitment)


def _commitment(c: Any) -> d.Commitment:
    return d.Commitment(
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
        other_due_on=c.other_due_on,
        kept_by_interaction_id=c.kept_by_id,
        times_moved=c.times_moved,
    )


def _requests(account_ids: Sequence[int], **only: Any) -> Grouped[d.Request]:
    rows = (
        Request.objects.filter(account__in=account_ids, **only)
        .select_related("owner")
        .annotate(**_THREAD, **file_marks())
    )
    asked = list(rows.order_by("asked_on", "pk"))
    files = files_of(asked)
    return _grouped(asked, lambda r: _request(r, files.get(r.pk, RequestFile())))


def _request(r: Any, file: RequestFile) -> d.Request:
    return d.Request(
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
        update_days=r.update_days,
        done=file.done,
        open_questions=file.open_questions,
        answers=file.answers,
    )


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


def _orders(account_ids: Sequence[int]) -> Grouped[d.Order]:
    rows = Order.objects.filter(account__in=account_ids, cancelled=False).order_by("ordered_on", "pk")
    lines: dict[int, list[tuple[Decimal | None, str]]] = defaultdict(list)
    of_these = OrderLine.objects.filter(order__account__in=account_ids, order__cancelled=False).order_by("pk")
    for order_id, quantity, unit in of_these.values_list("order_id", "quantity", "unit"):
        lines[order_id].append((quantity, unit))
    return _grouped(rows, lambda order: _order(order, lines[order.pk]))


def _order(order: Order, lines: list[tuple[Decimal | None, str]]) -> d.Order:
    """The amount of an order is known where all its lines have one unit."""
    units = {unit for _, unit in lines}
    unit = units.pop() if len(units) == 1 else None
    total = None if unit is None else sum((quantity for quantity, _ in lines if quantity is not None), start=Decimal(0))
    return d.Order(
        order.pk, order.number, order.ordered_on, order.category, order.value, quantity=total or None, unit=unit or ""
    )


def _facts(account_ids: Sequence[int]) -> Grouped[d.Fact]:
    rows = Fact.objects.filter(account__in=account_ids).order_by("as_of", "pk")
    return _grouped(rows, lambda f: d.Fact(f.pk, f.topic, f.value, f.as_of, f.confirmed_by_them, f.person_id))


def _needs(account_ids: Sequence[int]) -> Grouped[d.Need]:
    return _grouped(Need.objects.filter(account__in=account_ids).order_by("heard_on", "pk"), _need)


def _need(n: Need) -> d.Need:
    return d.Need(
        n.pk, NeedKind(n.kind), n.text, n.heard_on, n.person_id, n.consequence,
        quantified=bool(re.search(r"\d", n.consequence)), rank=n.rank, reviewed_on=n.reviewed_on,
    )  # fmt: skip


def _suggestions(account_ids: Sequence[int]) -> Grouped[d.Suggestion]:
    return _grouped(Suggestion.objects.filter(account__in=account_ids).order_by("made_on", "pk"), _suggestion)


def _suggestion(s: Suggestion) -> d.Suggestion:
    return d.Suggestion(
        s.pk, s.text, s.made_on, SuggestionOutcome(s.outcome), s.before_they_raised_it, s.person_id, s.interaction_id or 0
    )  # fmt: skip


def _meetings(account_ids: Sequence[int]) -> Grouped[d.Meeting]:
    rows = Touch.objects.filter(account__in=account_ids, counts=True).exclude(
        kind__in=[InteractionKind.MAIL, InteractionKind.NOTE]
    )
    people: dict[tuple[int, int], list[int]] = defaultdict(list)
    seen: dict[tuple[int, int], tuple[Any, str, str]] = {}
    columns = (
        "account_id",
        "interaction_id",
        "person_id",
        "at",
        "interaction__body__subject",
        "interaction__body__location",
    )
    for account, pk, person, at, subject, place in rows.order_by("at", "pk").values_list(*columns):
        people[account, pk].append(person)
        seen[account, pk] = (here(at), subject, place)
    found: Grouped[d.Meeting] = defaultdict(list)
    for (account, pk), (at, subject, place) in seen.items():
        found[account].append(d.Meeting(pk, at, subject, tuple(people[account, pk]), place))
    return found


def _met(touch: d.Touch) -> d.Meeting:
    """Give a meeting as one person's touch of it shows it."""
    return d.Meeting(touch.interaction_id, touch.at, touch.subject, (touch.person_id,), touch.location)


def _doubts(account_ids: Sequence[int]) -> Grouped[d.Doubt]:
    rows = Doubt.objects.filter(account__in=account_ids, verdict="").order_by("pk")
    return _grouped(rows, lambda x: d.Doubt(x.pk, x.question, x.raised_on))
