"""Reads a small diary of correspondence into a dossier, so that a specification can be read like one.

A line is a day and what happened on it:

    Joe: VP raw materials                                   somebody there, with title
    Ann: procurement, buyer                                 ... roles in words before the comma, as a person set them
    2025-03-04 visit Joe                                    also: call, meeting, video, lunch; of two as well
    2025-03-05 mail to Joe (asks)                           also: mail from Joe; marks: asks, deal, benefit, process
    2025-03-05 mail to Joe about demurrage                  "about" names the thread, else it has its own
    weekly from 2025-01-01 to 2025-12-31: exchange Joe      a mail and its answer; also daily, monthly, quarterly
    2025-06-01 award pellets won direct relationship by Joe 120000 recommended heard need
    2025-06-01 rfq pellets     2025-06-01 order pellets 120000 no 4471     2025-01-01 on the list pellets
    2025-06-01 we promise Joe certificates by 2025-06-10, kept 2025-06-09
    2025-06-01 Joe asks where the demurrage comes from, answered 2025-06-09       also: ..., repeated 2 (asked twice more)
    2025-06-01 fact transport by rail (confirmed)
    2025-06-01 explicit need of Joe less dust, costs 40000, rank 1, reviewed 2025-07-01
    2025-06-01 suggestion covered wagons accepted (before they raised it)
    2025-12-01 complaint Joe dust     2025-12-02 planned visit Joe
    public body     wanted: economic buyer, user     as of 2025-12-31
    (a remark)
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from alongside.judgement.dossier import (
    Award,
    Commitment,
    Dossier,
    Fact,
    Listing,
    Meeting,
    Member,
    Need,
    Order,
    Request,
    Sighting,
    Solicitation,
    Suggestion,
    Touch,
)
from alongside.judgement.months import months_before
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
    Side,
    SightingKind,
    StakeholderRole,
    SuggestionOutcome,
)

ME = 900
"""The person id of whoever of us writes; "Bob's" before a kind names another: `2025-03-04 Bob's visit Joe`."""

MORNING = time(10, tzinfo=UTC)

CONVERSATIONS = {
    "visit": (InteractionKind.VISIT, False),
    "lunch": (InteractionKind.MEETING, False),
    "meeting": (InteractionKind.MEETING, False),
    "video": (InteractionKind.MEETING, True),
    "call": (InteractionKind.CALL, False),
}
STEPS = {"daily": timedelta(days=1), "weekly": timedelta(days=7), "fortnightly": timedelta(days=14)}
MONTHS_A_STEP = {"monthly": 1, "quarterly": 3}

_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True)
class Diary:
    """What a diary says, ready to be judged on the day it names."""

    dossier: Dossier
    as_of: date
    people: dict[str, int]

    def person(self, name: str) -> int:
        return self.people[name]

    def touches_with(self, name: str) -> tuple[Touch, ...]:
        return tuple(t for t in self.dossier.touches if t.person_id == self.people[name])


def read(text: str) -> Diary:
    """Read a diary; a line that cannot be read is an error, so that no specification silently loses a day."""
    reader = _Reader()
    for line in text.strip().splitlines():
        if line.strip():
            reader.take(" ".join(line.split()))
    return reader.diary()


@dataclass
class _Reader:
    rows: dict[str, list[Any]] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    threads: dict[str, int] = field(default_factory=dict)
    account: dict[str, Any] = field(default_factory=dict)
    as_of: date = date(2025, 12, 31)
    last_id: int = 0

    def take(self, line: str) -> None:
        for pattern, method in _LINES:
            if match := pattern.fullmatch(line):
                method(self, **{k: v or "" for k, v in match.groupdict().items()})
                return
        raise ValueError(f"the diary does not know how to read: {line}")

    def diary(self) -> Diary:
        ordered = {
            "touches": sorted(self.rows.pop("touches", []), key=lambda t: t.at),
            "members": list(self.members.values()),
            **self.rows,
        }
        rows = {name: tuple(those) for name, those in ordered.items()}
        return Diary(Dossier(1, "National Steel", **self.account, **rows), self.as_of, dict(self.people))

    def add(self, rows: str, row: Any) -> None:
        self.rows.setdefault(rows, []).append(row)

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def person(self, name: str) -> int:
        if name not in self.people:
            self.people[name] = len(self.people) + 1
            self.members[self.people[name]] = Member(self.people[name], name)
        return self.people[name]

    def maybe_person(self, name: str) -> int | None:
        return self.person(name) if name else None

    # What the lines say, in the order of _LINES.

    def remark(self) -> None:
        pass

    def set_as_of(self, on: str) -> None:
        self.as_of = date.fromisoformat(on)

    def public_body(self) -> None:
        self.account["is_public_body"] = True

    def wanted(self, roles: str) -> None:
        self.account["wanted_roles"] = tuple(_word(StakeholderRole, role) for role in roles.split(","))

    def repeat(self, step: str, since: str, until: str, what: str) -> None:
        for on in _days(step, date.fromisoformat(since), date.fromisoformat(until)):
            self.take(f"{on} {what}")

    def member(self, name: str, said: str) -> None:
        parts = [part.strip() for part in said.split(",")]
        roles = tuple(role for part in parts if (role := _maybe_word(StakeholderRole, part)))
        title = ", ".join(part for part in parts if not _maybe_word(StakeholderRole, part))
        person = self.person(name)
        self.members[person] = Member(person, name, title, roles, roles_guessed=not roles)

    def left(self, on: str, name: str) -> None:
        person = self.person(name)
        self.members[person] = replace(self.members[person], left_on=date.fromisoformat(on))

    def exchange(self, on: str, who: str, name: str, topic: str, marks: str) -> None:
        thread = topic or f"exchange {self.next_id()}"
        self.mail(on, who, "to", name, thread, marks)
        self.mail((date.fromisoformat(on) + timedelta(days=1)).isoformat(), who, "from", name, thread, marks)

    def mail(self, on: str, who: str, way: str, name: str, topic: str, marks: str) -> None:
        direction = Direction.OUTBOUND if way == "to" else Direction.INBOUND
        self._touch(on, who, InteractionKind.MAIL, direction, name, topic, marks)

    def conversation(self, on: str, who: str, kind: str, names: str, topic: str, marks: str) -> None:
        word, video = CONVERSATIONS[kind]
        self._touch(on, who, word, Direction.MUTUAL, names, topic, marks, video=video)

    def planned(self, on: str, kind: str, names: str, known: str) -> None:
        people = tuple(self.person(name) for name in _names(names))
        at = datetime.combine(date.fromisoformat(on), MORNING)
        known_on = date.fromisoformat(known) if known else None
        self.add("meetings", Meeting(self.next_id(), at, kind, people, known_on=known_on))

    def award(self, on: str, category: str, said: str) -> None:
        award = Award(self.next_id(), category, date.fromisoformat(on), None, AwardOutcome.WON)
        self.add("awards", replace(award, **self._award_words(said)))

    def order(self, on: str, category: str, value: str, no: str) -> None:
        amount = Decimal(value) if value else None
        self.add("orders", Order(self.next_id(), no, date.fromisoformat(on), category, amount))

    def solicitation(self, on: str, kind: str, category: str) -> None:
        kind = "rfq" if kind == "request for quotation" else kind
        self.add("solicitations", Solicitation(self.next_id(), category, date.fromisoformat(on), kind, category))

    def listing(self, on: str, category: str) -> None:
        self.add("listings", Listing(category, date.fromisoformat(on), "supplier list"))

    def promise(self, on: str, who: str, rest: str) -> None:
        side = Side.OURS if who.startswith("we ") else Side.THEIRS
        name = who.removeprefix("we promise ").removesuffix(" promises").removesuffix(" promises us")
        what, *clauses = [part.strip() for part in rest.split(",")]
        words = _clauses(clauses)
        due = re.search(r" by (\d{4}-\d\d-\d\d)$", what)
        state = next((s for s in CommitmentState if s.value in words), CommitmentState.OPEN)
        moved = words.get("moved to", "").split(" on ")
        self.add(
            "commitments",
            Commitment(
                id=self.next_id(),
                side=side,
                what=re.sub(r" by \d{4}-\d\d-\d\d$", "", what),
                promised_on=date.fromisoformat(on),
                due_on=date.fromisoformat(due[1]) if due else None,
                state=state,
                kept_on=_maybe_day(words.get("kept", "")),
                moved_to=_maybe_day(moved[0]),
                moved_on=_maybe_day(moved[1]) if len(moved) > 1 else None,
                importance=int(words.get("importance", "1")),
                person_id=self.maybe_person(name),
            ),
        )

    def request(self, on: str, name: str, rest: str) -> None:
        what, *clauses = [part.strip() for part in rest.split(",")]
        words = _clauses(clauses)
        state = RequestState.ANSWERED if "answered" in words else RequestState.OPEN
        answered_on = _maybe_day(words.get("answered", ""))
        asked_on = date.fromisoformat(on)
        person = self.person(name)
        self.add(
            "requests",
            Request(
                self.next_id(), what, asked_on, state, person, quote=what, answered_on=answered_on,
                asked_again=int(words.get("repeated", "0")),
            ),
        )  # fmt: skip

    def fact(self, on: str, topic: str, name: str, value: str, marks: str) -> None:
        learned_on, about = date.fromisoformat(on), self.maybe_person(name)
        self.add("facts", Fact(self.next_id(), topic, value, learned_on, "confirmed" in marks, about))

    def need(self, on: str, kind: str, name: str, rest: str) -> None:
        text, *clauses = [part.strip() for part in rest.split(",")]
        words = _clauses(clauses)
        need = Need(self.next_id(), NeedKind(kind), text, date.fromisoformat(on), self.maybe_person(name))
        self.add(
            "needs",
            replace(
                need,
                consequence=words.get("costs", ""),
                quantified="costs" in words,
                rank=int(words["rank"]) if "rank" in words else None,
                reviewed_on=_maybe_day(words.get("reviewed", "")),
            ),
        )

    def suggestion(self, on: str, text: str, outcome: str, marks: str) -> None:
        came = SuggestionOutcome(outcome) if outcome else SuggestionOutcome.OPEN
        self.add("suggestions", Suggestion(self.next_id(), text, date.fromisoformat(on), came, "before" in marks))

    def sighting(self, on: str, kind: str, name: str, quote: str) -> None:
        at = datetime.combine(date.fromisoformat(on), MORNING)
        found = Sighting(self.next_id(), SightingKind(kind), Side.THEIRS, at, quote, self.person(name), self.last_id)
        self.add("sightings", found)

    def _touch(
        self, on: str, who: str, kind: InteractionKind, way: Direction, names: str, topic: str, marks: str, **more: Any
    ) -> None:
        interaction = self.next_id()
        people = _names(names)
        for name in people:
            touch = Touch(
                interaction_id=interaction,
                at=datetime.combine(date.fromisoformat(on), MORNING),
                kind=kind,
                direction=way,
                person_id=self.person(name),
                our_person_id=self._one_of_us(who),
                others=len(people) - 1,
                thread_id=self.threads.setdefault(topic, self.next_id()) if topic else self.next_id(),
                about_deal="deal" in marks,
                has_benefit="benefit" in marks,
                asks="asks" in marks,
                in_process="process" in marks,
                **more,
            )
            self.add("touches", touch)

    def _one_of_us(self, who: str) -> int:
        return ME + sum(map(ord, who.removesuffix("'s"))) if who else ME

    def _award_words(self, said: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        words = said.split()
        while words:
            word = words.pop(0)
            if word == "by":
                found["awarded_by"] = self.person(words.pop(0))
            elif word == "heard":
                found["first_heard"] = _word(FirstHeard, words.pop(0))
            elif word == "suggested":
                found["proposed_route"] = _route(words.pop(0))
            elif word == "no":
                found["label"] = f"order {words.pop(0)}"
            elif word == "recommended":
                found["origin"] = AwardOrigin.WE_RECOMMENDED
            elif word == "specified":
                found["origin"] = AwardOrigin.CUSTOMER_SPEC
            elif word == "together":
                found["origin"] = AwardOrigin.DEVELOPED_TOGETHER
            elif word.isdigit():
                found["value"] = Decimal(word)
            elif outcome := _maybe_word(AwardOutcome, word):
                found["outcome"] = outcome
            elif reason := _maybe_word(NoBidReason, word):
                found["no_bid_reason"] = reason
            else:
                found["route"] = _route(word)
        return found


def _route(word: str) -> AwardRoute:
    short = {"direct": "direct_award", "bid": "open_bid", "invited": "invited_quote", "single": "single_quote"}
    return _word(AwardRoute, short.get(word, word))


def _days(step: str, since: date, until: date) -> Iterator[date]:
    on, place = since, 0
    while on <= until:
        yield on
        place += 1
        on = on + STEPS[step] if step in STEPS else months_before(since, -MONTHS_A_STEP[step] * place)


def _names(names: str) -> list[str]:
    return re.split(r", | and ", names)


def _clauses(clauses: list[str]) -> dict[str, str]:
    """Read "kept 2025-06-09" into {"kept": "2025-06-09"} and "moved to 2025-06-12 on 2025-06-08" by its first words."""
    words = {}
    for clause in clauses:
        head = "moved to" if clause.startswith("moved to ") else clause.split()[0]
        words[head] = clause.removeprefix(head).strip()
    return words


def _maybe_day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _word(kind: type[_Word], text: str) -> _Word:
    return kind(text.strip().replace(" ", "_").replace("-", "_"))


def _maybe_word(kind: type[_Word], text: str) -> _Word | None:
    try:
        return _word(kind, text)
    except ValueError:
        return None


_DAY = r"\d{4}-\d\d-\d\d"
_ON = rf"(?P<on>{_DAY}) "
_WHO = r"(?:(?P<who>[A-Z]\w+'s) )?"
_NAMES = r"(?P<names>[A-Z]\w+(?:(?:, | and )[A-Z]\w+)*)"
_TAIL = r"(?: about (?P<topic>[^(]+?))?(?: \((?P<marks>[^)]*)\))?"
_KINDS = "|".join(CONVERSATIONS)
_LINES: list[tuple[re.Pattern[str], Callable[..., None]]] = [
    (re.compile(pattern), method)
    for pattern, method in (
        (r"\(.*\)", _Reader.remark),
        (rf"as of (?P<on>{_DAY})", _Reader.set_as_of),
        (r"public body", _Reader.public_body),
        (r"wanted: (?P<roles>.+)", _Reader.wanted),
        (rf"(?P<step>\w+) from (?P<since>{_DAY}) to (?P<until>{_DAY}): (?P<what>.+)", _Reader.repeat),
        (r"(?P<name>[A-Z]\w+): (?P<said>.+)", _Reader.member),
        (rf"{_ON}(?P<name>[A-Z]\w+) left", _Reader.left),
        (rf"{_ON}{_WHO}exchange (?P<name>\w+){_TAIL}", _Reader.exchange),
        (rf"{_ON}{_WHO}mail (?P<way>to|from) (?P<name>[A-Z]\w+(?:(?:, | and )[A-Z]\w+)*){_TAIL}", _Reader.mail),
        (rf"{_ON}{_WHO}(?P<kind>{_KINDS}) {_NAMES}{_TAIL}", _Reader.conversation),
        (rf"{_ON}planned (?P<kind>\w+) {_NAMES}(?:, known (?P<known>{_DAY}))?", _Reader.planned),
        (rf"{_ON}award (?P<category>\w+) (?P<said>.+)", _Reader.award),
        (rf"{_ON}order (?P<category>\w+)(?: (?P<value>\d+))?(?: no (?P<no>\w+))?", _Reader.order),
        (rf"{_ON}(?P<kind>rfi|rfq|rfp|tender|invitation) (?P<category>\w+)", _Reader.solicitation),
        (rf"{_ON}on the list (?P<category>\w+)", _Reader.listing),
        (rf"{_ON}(?P<who>we promise [A-Z]\w+|[A-Z]\w+ promises(?: us)?) (?P<rest>.+)", _Reader.promise),
        (rf"{_ON}(?P<name>[A-Z]\w+) asks (?P<rest>.+)", _Reader.request),
        (
            rf"{_ON}fact (?P<topic>\w+)(?: of (?P<name>[A-Z]\w+))? (?P<value>[^(]+?)(?: \((?P<marks>.+)\))?",
            _Reader.fact,
        ),
        (rf"{_ON}(?P<kind>implied|explicit) need(?: of (?P<name>[A-Z]\w+))? (?P<rest>.+)", _Reader.need),
        (
            rf"{_ON}suggestion (?P<text>[^(]+?)(?: (?P<outcome>accepted|declined|overtaken))?(?: \((?P<marks>.+)\))?",
            _Reader.suggestion,
        ),
        (rf"{_ON}(?P<kind>complaint|thanks|referral|advice_sought) (?P<name>[A-Z]\w+) (?P<quote>.+)", _Reader.sighting),
    )
]
