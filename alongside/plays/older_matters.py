"""Some things were left open long ago: look through them once, and close what nobody waits for any more.

Appears: when something with the account has been open for more than 120 days: a promise of ours, a request or a
question of theirs; all of them together in one item.
Settled by: each of them being kept, answered or closed.
Left out: accounts with which there was no contact in a year and that ordered nothing in the last 24 months.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from alongside.judgement.dossier import Dossier
from alongside.judgement.finding import Evidence
from alongside.judgement.words import ago, count, joined, short_day
from alongside.plays.contract import Findings, Suggested
from alongside.plays.evidence import of_promise, of_request
from alongside.plays.matters import is_old, open_promises, questions_for_us, waiting
from alongside.plays.record import as_known_on, by_thread
from alongside.plays.saying import capital, ended, quoted, whom
from alongside.plays.worth import is_worth_the_work
from alongside.vocabulary import PlayName, Side

NAME = PlayName.OLDER_MATTERS

SHOWN = 7
"""Matters shown as evidence, oldest first; the account's page has them all. Our choice."""


ALIVE_DAYS = 365
"""Days since the last contact after which nobody waits for anything any more, unless they order. Our choice: a year."""


@dataclass(frozen=True, slots=True)
class _Matter:
    since: date
    kind: str
    person_id: int | None
    words: str
    evidence: Evidence


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield at most one item: how many matters are older than four months, and which is the oldest."""
    record = as_known_on(dossier, as_of)
    matters = sorted(_old(record, as_of), key=lambda matter: matter.since)
    if not matters or not (_is_alive(record, as_of) or is_worth_the_work(record, findings, as_of=as_of)):
        return
    what = f"{count(len(matters), 'older matter')} with {record.account_name}"
    yield Suggested(
        play=NAME,
        key=f"{NAME}:account:{record.account_id}",
        say=f"Settle or close {what}." if len(matters) == 1 else f"Look through {what} that were never settled.",
        why=_why(record, matters, as_of),
        evidence=tuple(matter.evidence for matter in matters[:SHOWN]),
        action="open",
        action_label="Look through",
        advances="A clean slate: what nobody waits for any more is closed",
        settles_on="Each of them being kept, answered or closed.",
    )


def _is_alive(record: Dossier, as_of: date) -> bool:
    """Say whether there was contact with the account lately."""
    return bool(record.touches) and (as_of - record.touches[-1].at.date()).days <= ALIVE_DAYS


def _old(record: Dossier, as_of: date) -> Iterator[_Matter]:
    threads = by_thread(record)
    for promise, due in open_promises(record, Side.OURS):
        if is_old(due, as_of):
            evidence = of_promise(promise, as_of=as_of)
            yield _Matter(due, "promise of ours", promise.person_id, promise.quote or promise.what, evidence)
    asked_in = {request.interaction_id for request in record.requests if request.interaction_id}
    for wait in waiting(record, threads):
        if is_old(wait.quiet_since, as_of):
            first = wait.first
            evidence = of_request(first, whom(record, first.person_id)[1], as_of=as_of)
            yield _Matter(first.asked_on, "request", first.person_id, first.quote or first.what, evidence)
    for asked in questions_for_us(record, as_of):
        if is_old(asked.asked_on, as_of) and asked.interaction_id not in asked_in:
            label = f"mail, {short_day(asked.asked_on, as_of)}"
            evidence = Evidence("interaction", asked.interaction_id, label, asked.asked_on.isoformat())
            yield _Matter(asked.asked_on, "question", asked.person_id, asked.quote or asked.subject, evidence)


def _why(record: Dossier, matters: list[_Matter], as_of: date) -> str:
    kinds = [(kind, sum(m.kind == kind for m in matters)) for kind in ("promise of ours", "request", "question")]
    said = joined([count(n, kind, "promises of ours" if kind == "promise of ours" else "") for kind, n in kinds if n])
    oldest = matters[0]
    _, first = whom(record, oldest.person_id)
    which = f"{'to' if oldest.kind == 'promise of ours' else 'from'} {first}, {ago(oldest.since, as_of)}"
    which += f", {quoted(oldest.words)}" if oldest.words else ""
    if len(matters) == 1:
        return ended(f"{capital(said)} has been open for more than four months: {which}")
    return ended(f"{capital(said)} have been open for more than four months; the oldest is one {which}")
