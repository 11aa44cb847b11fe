"""Was a promise kept, was a request answered, according to what happened later in the record?

Only the record speaks here: whoever knows better says so, and that word holds over this (ledgers/). Nothing here
depends on a date of looking: a deed settles a matter on the day of the deed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from types import MappingProxyType

SHARED_WORDS = 2
"""Words of substance that a delivery elsewhere must share with a promise. Unit: words; one ("report") is chance."""

ANSWER_WORDS = 8
"""Words that a mail needs to count as an answer rather than a nod. Unit: words."""

MEETING_GRACE_DAYS = 14
"""Days after the due day in which a promised call or visit still counts as that one. Unit: days."""

REPEAT_DAYS = 90
"""Days within which asking in the same thread again is the same request. Unit: days."""

WORDS_OF_A_NUDGE = 2
"""Words of substance up to which a second request in one mail only asks for the answer to the first. Unit: words."""

_MEETS = re.compile(r"\b(call|ring|phone|visit|come by|come over|stop by|drop by|see (?:you|them)|meet)\b", re.I)
_INFORMS = re.compile(
    r"\b(find out|check|look into|let (?:you|them|him|her) know|get back|come back|confirm|tell|ask|answer|reply|respond|"
    r"update|look at|review|clarify|follow up|advise|report)\b",
    re.I,
)
_ORDERS = re.compile(r"\b(po|purchase order|order|release)\b", re.I)
_COMMON = frozenset(
    re.findall(
        r"\w+",
        """the a an and or of to for in on at by with from that this these those it its is are was be been will
        would can could should may might we i you they he she them us our your their my me about as if not no
        so do does did have has had get got send sent give gave let know please thanks thank attached find
        here there when what which who where how why also just any all some one two week day days today
        tomorrow monday tuesday wednesday thursday friday end before after up out over into back again""",
    )
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One interaction between us and a person of theirs, as far as it can settle something."""

    interaction_id: int
    at: datetime
    person_id: int
    thread_id: int
    by_us: bool
    is_meeting: bool = False
    has_file: bool = False
    delivers: str = ""  # the quotes of its deliveries
    promises: bool = False  # it holds a new promise of its writer's
    words: int = 0
    subject: str = ""
    is_update: bool = False  # it is known to tell only how something stands


@dataclass(frozen=True, slots=True)
class Matter:
    """A promise or a request: whose, to whom, where, when, what."""

    key: str
    at: datetime
    person_id: int | None
    thread_id: int
    interaction_id: int
    what: str
    quote: str = ""
    by_us: bool = False  # the one who has to act is one of us
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """The deed: on which day and in which interaction."""

    on: date
    interaction_id: int


@dataclass(frozen=True, slots=True)
class Updates:
    """What somebody said was only a word on how it stands, and answers nothing: mails by their ids, or all of a day."""

    interaction_ids: frozenset[int] = frozenset()
    days: frozenset[date] = frozenset()

    def include(self, turn: Turn) -> bool:
        """Tell whether this mail is one of them."""
        return turn.is_update or turn.interaction_id in self.interaction_ids or turn.at.date() in self.days


@dataclass(slots=True)
class Asked:
    """What became of a request. `told` are all our mails about it, those after its answer included."""

    answered: Settled | None = None
    last_update_on: date | None = None
    told: list[Settled] = field(default_factory=list)
    repeats: list[str] = field(default_factory=list)  # keys of requests that asked the same again


def content_words(text: str) -> frozenset[str]:
    """Reduce a text to its words of substance, cut to six letters so that "certificates" meets "certificate"."""
    return frozenset(w[:6] for w in re.findall(r"[a-z0-9]{2,}", text.lower()) if w not in _COMMON)


def settle_promise(promise: Matter, turns: Sequence[Turn], *, orders_on: Iterable[date] = ()) -> Settled | None:
    """Find the first deed that keeps a promise; None while there is none. `turns` are oldest first."""
    if not promise.by_us and _ORDERS.search(promise.what):
        for day in sorted(orders_on):
            if promise.at.date() <= day <= promise.at.date() + timedelta(days=REPEAT_DAYS):
                return Settled(day, promise.interaction_id)
    meant = content_words(f"{promise.what} {promise.quote}")
    later = (t for t in turns if t.at > promise.at and t.interaction_id != promise.interaction_id)
    return next((Settled(t.at.date(), t.interaction_id) for t in later if _is_deed(promise, t, meant)), None)


def _is_deed(promise: Matter, turn: Turn, meant: frozenset[str]) -> bool:
    if turn.is_meeting:
        return _is_promised_meeting(promise, turn)
    if turn.by_us != promise.by_us:
        return False
    in_thread = turn.thread_id == promise.thread_id
    if in_thread and (turn.has_file or turn.delivers):
        return True
    if turn.delivers and turn.person_id == promise.person_id:
        return len(meant & content_words(f"{turn.delivers} {turn.subject}")) >= SHARED_WORDS
    is_told = bool(_INFORMS.search(promise.what)) and not turn.is_update
    return in_thread and is_told and _is_answer(turn, promise.at)


def _is_promised_meeting(promise: Matter, turn: Turn) -> bool:
    if turn.person_id != promise.person_id or not _MEETS.search(promise.what):
        return False
    until = (promise.due_on or promise.at.date()) + timedelta(days=MEETING_GRACE_DAYS)
    return turn.at.date() <= until


def _is_answer(turn: Turn, asked_at: datetime) -> bool:
    """An answer is later than the same breath, says something, and does not itself put the matter off."""
    return turn.at - asked_at > timedelta(minutes=5) and turn.words >= ANSWER_WORDS and not turn.promises


def follow_requests(
    requests: Sequence[Matter],
    turns: Sequence[Turn],
    kept: dict[int, list[Settled | None]],
    updates: Mapping[str, Updates] = MappingProxyType({}),
) -> dict[str, Asked]:
    """Say what became of each request (oldest first).

    `kept` maps an interaction of ours to how the promises made in it ended (None: still open). A reply that promises
    leaves the request open until that promise is kept; any other reply that says something answers it, unless it is
    known to be an update (`updates`, by the request's key).
    """
    found: dict[str, Asked] = {}
    open_by_thread: dict[tuple[int, int | None], list[Matter]] = {}
    for request in requests:
        before = open_by_thread.setdefault((request.thread_id, request.person_id), [])
        if any(_is_same_breath(r, request) for r in before):
            continue
        first = next((r for r in before if _is_repeat(r, request, found[r.key])), None)
        if first is not None:
            found[first.key].repeats.append(request.key)
            continue
        found[request.key] = _follow(request, turns, kept, updates.get(request.key, Updates()))
        before.append(request)
    return found


def _is_same_breath(first: Matter, second: Matter) -> bool:
    """ "I must ask you for 90 days. Please confirm." is one request: the second sentence only asks for the answer."""
    if first.interaction_id != second.interaction_id:
        return False
    return len(content_words(_INFORMS.sub(" ", second.what))) <= WORDS_OF_A_NUDGE


def _is_repeat(first: Matter, again: Matter, so_far: Asked) -> bool:
    """In the same thread, by the same person, while it was open: it is the same request, asked again."""
    if so_far.answered and so_far.answered.on < again.at.date():
        return False
    if again.at.date() - first.at.date() > timedelta(days=REPEAT_DAYS) or again.at == first.at:
        return False
    return bool(content_words(f"{first.what} {first.quote}") & content_words(f"{again.what} {again.quote}")) or bool(
        re.search(r"\b(any news|again|still|remind|waiting|update)\b", again.quote, re.I)
    )


def _follow(request: Matter, turns: Sequence[Turn], kept: dict[int, list[Settled | None]], updates: Updates) -> Asked:
    outcome = Asked()
    for turn in turns:
        if turn.at <= request.at or turn.interaction_id == request.interaction_id or turn.is_meeting or not turn.by_us:
            continue
        if outcome.answered:
            if turn.thread_id == request.thread_id:
                outcome.told.append(Settled(turn.at.date(), turn.interaction_id))
        elif _is_about(request, turn):
            outcome.told.append(Settled(turn.at.date(), turn.interaction_id))
            outcome.last_update_on = turn.at.date()
            outcome.answered = None if updates.include(turn) else _answered_by(turn, request, kept)
    return outcome


def _answered_by(turn: Turn, request: Matter, kept: dict[int, list[Settled | None]]) -> Settled | None:
    """Say when this mail about a request answered it: at once, or once all that it promises was done; None: it did not."""
    is_deed = turn.has_file or bool(turn.delivers)
    if promises := kept.get(turn.interaction_id):
        if all(promises):
            return max((p for p in promises if p), key=lambda p: p.on)
        if not is_deed:
            return None
    return Settled(turn.at.date(), turn.interaction_id) if is_deed or _is_answer(turn, request.at) else None


def _is_about(request: Matter, turn: Turn) -> bool:
    if turn.thread_id == request.thread_id:
        return True
    if turn.person_id != request.person_id or not turn.delivers:
        return False
    meant = content_words(f"{request.what} {request.quote}")
    return len(meant & content_words(f"{turn.delivers} {turn.subject}")) >= SHARED_WORDS
