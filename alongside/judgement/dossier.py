"""All that judgement reads about one account: frozen, loaded by dossiers/load.py in a few queries.

Rows carry their database id only so that evidence can point back; judgement never loads anything itself.
Instants are aware UTC datetimes, days are dates. Lists are ordered by time, oldest first.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from alongside.judgement.abreast import UPDATE_DAYS
from alongside.judgement.advocacy import Said
from alongside.judgement.plan import StepWord
from alongside.vocabulary import (
    AwardOrigin,
    AwardOutcome,
    AwardRoute,
    CommitmentState,
    Direction,
    EntryKind,
    ExchangeKind,
    ExchangeSide,
    FirstHeard,
    InteractionKind,
    LetterState,
    NeedKind,
    NoBidReason,
    PageWordKind,
    RequestState,
    Side,
    SightingKind,
    StakeholderRole,
    SuggestionOutcome,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A person at the account. `roles` as a person set them, else guessed from the title (`roles_guessed`)."""

    id: int
    name: str
    title: str = ""
    roles: tuple[StakeholderRole, ...] = ()
    roles_guessed: bool = True
    title_since: date | None = None
    former_title: str = ""
    left_on: date | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Touch:
    """One interaction between one of us and one of them that counts as contact (no automatic or list mail, no CC).

    `others` is how many other people took part. `about_deal` is True when its thread holds a solicitation, quote,
    order, award or complaint. `has_benefit` is True when it carried something for them (a delivery, a suggestion,
    an answer). `planned` marks a meeting still ahead of as_of.
    """

    interaction_id: int
    at: datetime
    kind: InteractionKind
    direction: Direction
    person_id: int
    our_person_id: int
    others: int = 0
    thread_id: int = 0
    about_deal: bool = False
    has_benefit: bool = False
    asks: bool = False  # holds a direct question or request
    in_process: bool = False  # their planning, budget, spec or stock meeting
    video: bool = False
    subject: str = ""  # of the mail or meeting, so that an answer can carry it
    location: str = ""  # of a meeting


@dataclass(frozen=True, slots=True)
class Award:
    """One decided piece of business.

    `route` None is not confirmed by anybody; `proposed_route` is what the record suggests.
    """

    id: int
    category: str
    decided_on: date
    value: Decimal | None
    outcome: AwardOutcome
    route: AwardRoute | None = None
    proposed_route: AwardRoute | None = None
    no_bid_reason: NoBidReason | None = None
    origin: AwardOrigin | None = None
    first_heard: FirstHeard | None = None
    awarded_by: int | None = None  # person id
    label: str = ""
    order_id: int | None = None


@dataclass(frozen=True, slots=True)
class Solicitation:
    id: int  # sighting id
    category: str
    asked_on: date
    kind: str
    products: str = ""
    person_id: int | None = None
    interaction_id: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """A documented right to be invited."""

    category: str
    from_on: date
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise.

    `kept_on` when the deed was seen or somebody said so; `moved_to` a later date told before the first was due.
    """

    id: int
    side: Side
    what: str
    promised_on: date
    due_on: date | None
    state: CommitmentState
    kept_on: date | None = None
    moved_to: date | None = None
    moved_on: date | None = None
    importance: int = 1
    person_id: int | None = None
    interaction_id: int = 0
    thread_id: int = 0
    quote: str = ""
    due_words: str = ""
    other_due_on: date | None = None
    kept_by_interaction_id: int | None = None
    times_moved: int = 0  # by a person's word


@dataclass(frozen=True, slots=True)
class Done:
    """Something that was done about a request: a step of putting it right, in the words of its file."""

    on: date
    kind: EntryKind
    text: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class OutgoingLetter:
    """A letter sent from here whose outcome asks for a word: refused, or unknown."""

    id: int
    on: date
    state: LetterState
    to: str
    subject: str
    reason: str
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """Something they asked for. `last_update_on` is when we last wrote to the one who asked about it.

    Of an open one: `update_days` is the interval at which they hear from us, `done` what was done about it,
    `open_questions` what nobody knows yet of where it comes from (the most telling first), `answers` how much is known.
    """

    id: int
    what: str
    asked_on: date
    state: RequestState
    person_id: int | None = None
    interaction_id: int = 0
    thread_id: int = 0
    quote: str = ""
    answered_on: date | None = None
    last_update_on: date | None = None
    next_update_on: date | None = None
    asked_again: int = 0
    update_days: int = UPDATE_DAYS
    done: tuple[Done, ...] = ()
    open_questions: tuple[str, ...] = ()
    answers: int = 0


@dataclass(frozen=True, slots=True)
class Sighting:
    """Any other thing found: thanks, complaint, advice sought, referral, role change, meeting proposal, delivery."""

    id: int
    kind: SightingKind
    side: Side
    at: datetime
    quote: str
    person_id: int | None
    interaction_id: int
    thread_id: int = 0
    detail: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Order:
    id: int
    number: str
    ordered_on: date
    category: str
    value: Decimal | None
    quantity: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    id: int
    topic: str  # an OperationsFacet value, or title, phone, note ...
    value: str
    as_of: date
    confirmed_by_them: bool
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Need:
    id: int
    kind: NeedKind
    text: str
    heard_on: date
    person_id: int | None = None
    consequence: str = ""
    quantified: bool = False
    rank: int | None = None
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    id: int
    text: str
    made_on: date
    outcome: SuggestionOutcome
    before_they_raised_it: bool = False
    person_id: int | None = None
    interaction_id: int = 0


@dataclass(frozen=True, slots=True)
class Doubt:
    id: int
    question: str
    raised_on: date


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting ahead of as_of or just past, with the people of this account in it."""

    interaction_id: int
    starts_at: datetime
    summary: str
    person_ids: tuple[int, ...]
    location: str = ""
    known_on: date | None = None  # the day the invitation came; None: not recorded


@dataclass(frozen=True, slots=True)
class AdvocacyCase:
    """Our fight inside our own company for what a request asks: its entries that count, oldest first."""

    request_id: int
    entries: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A give or get. `for_what` of a get names the concession that it was agreed for; "" where it came by itself."""

    id: int
    side: ExchangeSide
    kind: ExchangeKind
    what: str
    on: date
    whose: str = ""
    due_on: date | None = None
    delivered_on: date | None = None
    for_what: str = ""


@dataclass(frozen=True, slots=True)
class PageSaid:
    """What one of them said on their page and nobody of us has looked at: about which request or step, in which words."""

    id: int
    kind: PageWordKind
    on: date
    person_id: int | None
    name: str
    text: str = ""
    about: str = ""
    interaction_id: int = 0


@dataclass(frozen=True, slots=True)
class AskedAdvice:
    """A case that an adviser was asked about: what came back, and what came of that."""

    id: int
    adviser: str
    question: str
    asked_on: date
    answer_due_on: date | None = None
    answered_on: date | None = None
    noted_on: date | None = None  # the day on which the result was noted
    request_id: int | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One account as the record shows it.

    Everything in it happened; judgement asks it for any `as_of` and ignores what lies after.
    """

    account_id: int
    account_name: str
    is_public_body: bool = False
    wanted_roles: tuple[StakeholderRole, ...] = (
        StakeholderRole.ECONOMIC_BUYER,
        StakeholderRole.USER,
        StakeholderRole.PROCUREMENT,
        StakeholderRole.OPERATIONS,
    )
    customer_since: date | None = None
    yours_since: date | None = None
    members: tuple[Member, ...] = ()
    touches: tuple[Touch, ...] = ()
    awards: tuple[Award, ...] = ()
    solicitations: tuple[Solicitation, ...] = ()
    listings: tuple[Listing, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    requests: tuple[Request, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    orders: tuple[Order, ...] = ()
    facts: tuple[Fact, ...] = ()
    needs: tuple[Need, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    page_said: tuple[PageSaid, ...] = ()
    letters: tuple[OutgoingLetter, ...] = ()
    plan: tuple[StepWord, ...] = ()  # all that was said of the steps of the joint plan
    cases: tuple[AdvocacyCase, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    advice: tuple[AskedAdvice, ...] = ()

    def member(self, person_id: int | None) -> Member | None:
        """Name the member with this id, or None."""
        return next((m for m in self.members if m.id == person_id), None)
