"""What was never settled with this customer before a day: who asked, promised or complained, and does it still matter to them?

Read when an account passes from one of us to another. It lists what is open still, the weightiest first; what was settled since is
only counted. It does not say whose fault anything was.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from alongside.judgement import evidence as show
from alongside.judgement.alike import is_alike
from alongside.judgement.dossier import Commitment, Dossier, Request, Sighting
from alongside.judgement.finding import Evidence
from alongside.judgement.settling import SHARED_WORDS, content_words
from alongside.judgement.unanswered import Unanswered, waiting_for_us
from alongside.judgement.words import ago, short_day, times
from alongside.vocabulary import CommitmentState, Direction, InheritedKind, RequestState, Side, SightingKind

CARES_DAYS = 365
"""Days since the last contact within which somebody is taken to care still. Unit: days. Our choice: a year, as for older matters."""

WEIGHT = {
    InheritedKind.PROMISE: 3,
    InheritedKind.COMPLAINT: 2,
    InheritedKind.REQUEST: 1,
    InheritedKind.QUESTION: 0,
}
"""What weighs more where both were said as often: our word, then their trouble, then their wish. Our choice."""


_NOT_THE_FIRST = re.compile(
    r"\b(?:again|once more|(?:second|third|fourth|fifth|2nd|3rd|4th|5th) (?:time|\w+ (?:this|in a))|yet another|every time|"
    r"still not|here we go|keeps? (?:on )?\w+ing)\b",
    re.I,
)
"""Words of a complaint that say it came before, where the earlier ones are not on record or were not seen."""


@dataclass(frozen=True, slots=True)
class Inherited:
    """One matter that was left open: what, in whose words, how often it was said, and whether its person still cares."""

    kind: InheritedKind
    what: str
    quote: str
    person_id: int | None
    since: date
    times: int
    still_cares: bool
    evidence: tuple[Evidence, ...]
    reason: str
    threads: frozenset[int] = frozenset()
    is_promised: bool = False  # we promised to see to it, and did not


@dataclass(frozen=True, slots=True)
class Handover:
    """What was left open before a day, the weightiest first; the one to settle first; how many were settled since."""

    since: date
    issues: tuple[Inherited, ...]
    first: Inherited | None
    settled_since: int


def handover(dossier: Dossier, *, since: date, as_of: date) -> Handover:
    """List what was left open before `since` and is open on `as_of`. `first` is None where nobody is left who cares."""
    found = [*_complaints(dossier, since, as_of), *_requests(dossier, since, as_of), *_promises(dossier, since, as_of)]
    found += _questions(dossier, since, as_of, _interactions(found))
    issues = sorted(_each_matter_once(found), key=lambda i: (not i.still_cares, -i.times, -_weight(i), i.since))
    return Handover(
        since=since,
        issues=tuple(issues),
        first=next((issue for issue in issues if issue.still_cares), None),
        settled_since=_settled_since(dossier, since, as_of),
    )


def _weight(issue: Inherited) -> int:
    return WEIGHT[InheritedKind.PROMISE if issue.is_promised else issue.kind]


def _each_matter_once(found: Iterable[Inherited]) -> list[Inherited]:
    """Put what one person and we said of one matter in one conversation into one issue: their trouble, their wish, our word on it."""
    issues: list[Inherited] = []
    for each in found:
        n = next((n for n, issue in enumerate(issues) if _is_same_matter(issue, each)), None)
        if n is None:
            issues.append(each)
        else:
            issues[n] = _joined(issues[n], each)
    return issues


def _is_same_matter(one: Inherited, other: Inherited) -> bool:
    """Say whether two are of one person and one conversation; two promises, or two requests, are two matters still."""
    return one.person_id == other.person_id and one.kind is not other.kind and bool(one.threads & other.threads)


def _joined(one: Inherited, other: Inherited) -> Inherited:
    return replace(
        one,
        since=min(one.since, other.since),
        times=max(one.times, other.times),
        evidence=(*one.evidence, *other.evidence),
        reason=f"{one.reason} {other.reason}",
        threads=one.threads | other.threads,
        is_promised=one.is_promised or other.is_promised,
    )


def _promises(dossier: Dossier, since: date, as_of: date) -> Iterator[Inherited]:
    """Our promises that are past their day and were not kept."""
    for promise in dossier.commitments:
        due = promise.moved_to or promise.due_on
        is_ours = promise.side is Side.OURS and promise.promised_on < since
        if is_ours and promise.state in (CommitmentState.OPEN, CommitmentState.BROKEN) and due and due < as_of:
            yield Inherited(
                kind=InheritedKind.PROMISE,
                what=promise.what,
                quote=promise.quote,
                person_id=promise.person_id,
                since=promise.promised_on,
                times=1,
                still_cares=_cares(dossier, promise.person_id, as_of),
                evidence=(show.of_commitment(promise, as_of=as_of),),
                threads=_of_thread(promise.thread_id),
                is_promised=True,
                reason=f"We promised it {ago(promise.promised_on, as_of)} for {short_day(due, as_of)}, and no deed is on record.",
            )


def _requests(dossier: Dossier, since: date, as_of: date) -> Iterator[Inherited]:
    for asked in dossier.requests:
        if asked.asked_on < since and asked.state is RequestState.OPEN:
            said = 1 + asked.asked_again
            yield Inherited(
                kind=InheritedKind.REQUEST,
                what=asked.what,
                quote=asked.quote,
                person_id=asked.person_id,
                since=asked.asked_on,
                times=said,
                still_cares=_cares(dossier, asked.person_id, as_of),
                evidence=(_of_request(asked, as_of),),
                reason=_request_reason(asked, said, as_of),
                threads=_of_thread(asked.thread_id),
            )


def _request_reason(asked: Request, said: int, as_of: date) -> str:
    told = f"we last wrote about it {ago(asked.last_update_on, as_of)}" if asked.last_update_on else "nobody answered"
    return f"Asked {times(said)}, first {ago(asked.asked_on, as_of)}; {told}."


def _of_request(asked: Request, as_of: date) -> Evidence:
    return Evidence("request", asked.id, f"request, {short_day(asked.asked_on, as_of)}", asked.asked_on.isoformat())


def _complaints(dossier: Dossier, since: date, as_of: date) -> Iterator[Inherited]:
    """Complaints that came back in other words, and those which nobody answered."""
    theirs = [s for s in dossier.sightings if s.kind is SightingKind.COMPLAINT and s.side is Side.THEIRS]
    for group in _alike([s for s in theirs if s.at.date() <= as_of]):
        first, last = group[0], group[-1]
        if first.at.date() >= since or (_is_said_once(group) and _is_answered(dossier, first)):
            continue
        yield Inherited(
            kind=InheritedKind.COMPLAINT,
            what=first.quote,
            quote=last.quote,
            person_id=last.person_id,
            since=first.at.date(),
            times=len(group),
            still_cares=_cares(dossier, last.person_id, as_of),
            evidence=tuple(_of_sighting(each, as_of) for each in group),
            reason=_complaint_reason(group, as_of),
            threads=frozenset(each.thread_id for each in group) - {0},
        )


def _alike(complaints: list[Sighting]) -> list[list[Sighting]]:
    """Put complaints together that share words of substance with the first of their group, or speak of the same matter, oldest first."""
    groups: list[tuple[frozenset[str], list[Sighting]]] = []
    for each in sorted(complaints, key=lambda s: s.at):
        words = content_words(each.quote)
        group = next(
            (m for meant, m in groups if len(meant & words) >= SHARED_WORDS or is_alike(m[0].quote, each.quote)), None
        )
        if group is None:
            groups.append((words, [each]))
        else:
            group.append(each)
    return [members for _, members in groups]


def _is_said_once(group: list[Sighting]) -> bool:
    """Say whether nothing shows that it came before: neither another complaint, nor the words of the only one."""
    return len(group) == 1 and not _NOT_THE_FIRST.search(group[0].quote)


def _is_answered(dossier: Dossier, complaint: Sighting) -> bool:
    return any(
        touch.direction is not Direction.INBOUND and touch.at > complaint.at
        for touch in dossier.touches
        if touch.thread_id == complaint.thread_id and touch.thread_id
    )


def _complaint_reason(group: list[Sighting], as_of: date) -> str:
    first, last = group[0].at.date(), group[-1].at.date()
    if len(group) == 1 and _NOT_THE_FIRST.search(group[0].quote):
        return f"Complained of {ago(first, as_of)}, in words that say it was not the first time."
    if len(group) == 1:
        return f"Complained of {ago(first, as_of)}, and nobody answered."
    return f"It came back: said {times(len(group))}, first {ago(first, as_of)}, last {ago(last, as_of)}."


def _of_sighting(sighting: Sighting, as_of: date) -> Evidence:
    on = sighting.at.date()
    return Evidence("sighting", sighting.id, f"complaint, {short_day(on, as_of)}", on.isoformat())


def _questions(dossier: Dossier, since: date, as_of: date, told: set[int]) -> Iterator[Inherited]:
    """Conversations that ended with their question, where nothing else of the list was said in that mail."""
    asked_in = {request.interaction_id for request in dossier.requests} | told
    for question in waiting_for_us(dossier, as_of):
        if question.asked_on < since and question.interaction_id not in asked_in:
            yield _question(dossier, question, as_of)


def _question(dossier: Dossier, question: Unanswered, as_of: date) -> Inherited:
    label = f"mail, {short_day(question.asked_on, as_of)}"
    return Inherited(
        kind=InheritedKind.QUESTION,
        what=question.quote or question.subject,
        quote=question.quote,
        person_id=question.person_id,
        since=question.asked_on,
        times=1 + question.asked_again,
        still_cares=_cares(dossier, question.person_id, as_of),
        evidence=(Evidence("interaction", question.interaction_id, label, question.asked_on.isoformat()),),
        reason=f"The conversation ended with this question {ago(question.asked_on, as_of)}.",
        threads=_of_thread(question.thread_id),
    )


def _of_thread(thread_id: int) -> frozenset[int]:
    return frozenset({thread_id}) - {0}


def _interactions(found: Iterable[Inherited]) -> set[int]:
    return {e.id for issue in found for e in issue.evidence if e.kind == "interaction"}


def _cares(dossier: Dossier, person_id: int | None, as_of: date) -> bool:
    """Tell whether somebody is still there, and in touch within a year."""
    member = dossier.member(person_id)
    if member is None or (member.left_on and member.left_on <= as_of):
        return False
    days = [(as_of - touch.at.date()).days for touch in dossier.touches if touch.person_id == person_id]
    return any(0 <= each <= CARES_DAYS for each in days)


def _settled_since(dossier: Dossier, since: date, as_of: date) -> int:
    """Count what was open before the day and was kept or answered after it."""
    kept = [c for c in dossier.commitments if _is_ours_kept(c, since, as_of)]
    answered = [r for r in dossier.requests if r.asked_on < since and r.answered_on and since <= r.answered_on <= as_of]
    return len(kept) + len(answered)


def _is_ours_kept(promise: Commitment, since: date, as_of: date) -> bool:
    is_ours = promise.side is Side.OURS and promise.promised_on < since
    return bool(is_ours and promise.kept_on and since <= promise.kept_on <= as_of)
