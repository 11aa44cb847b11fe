"""Somebody has a new post: congratulate, and see what was with the old one.

Appears: for sixty days after a new title was first seen in place of another, or after they told us of it.
Settled by: a new mail of ours to them since (not an answer in an older thread), a call or a meeting.
Left out: people who left, and a title that only became known for the first time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from alongside.judgement.dossier import Commitment, Dossier, Member, Request, Touch
from alongside.judgement.finding import Evidence
from alongside.judgement.words import day, joined, number, plural, sentence, short_day
from alongside.plays.contract import Findings, Suggested
from alongside.plays.drafts import letter
from alongside.plays.errands import is_bare, whole
from alongside.plays.evidence import of_promise, of_request, of_sighting
from alongside.plays.matters import open_promises, open_requests
from alongside.plays.record import as_known_on, by_person, is_from_us, is_reachable, was_spoken
from alongside.plays.saying import THEIRS_TO_THEM, first_name, full_name, quoted, turned
from alongside.vocabulary import PlayName, Side, SightingKind

NAME = PlayName.ROLE_CHANGED

CONGRATULATE_DAYS = 60
"""Days after a change in which congratulating is still natural. Our choice."""

POWER_WORDS = re.compile(
    r"\b(?:chief|ceo|cfo|coo|cto|president|vp|vice president|director|head|general manager)\b", re.I
)
"""Titles that usually come with a budget: the change may move power our way."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A new post: they told us of it, in the thread `told_in`, or a signature showed it."""

    member: Member
    title: str
    on: date
    seen: Evidence
    was_told: bool = False
    told_in: int = 0


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield one item for each person whose post changed lately and to whom we have not written since."""
    record = as_known_on(dossier, as_of)
    people = by_person(record)
    for member in record.members:
        change = _change(record, member, as_of) if is_reachable(member) else None
        if change and (as_of - change.on).days <= CONGRATULATE_DAYS and not _was_greeted(people[member.id], change):
            yield _item(record, change, as_of)


def _change(record: Dossier, member: Member, as_of: date) -> _Change | None:
    """Find the latest change of post: told in a mail, or seen in the signature."""
    name = first_name(full_name(member))
    told = [s for s in record.sightings if s.kind is SightingKind.ROLE_CHANGE and s.person_id == member.id]
    if told and (not member.title_since or told[-1].at.date() >= member.title_since):
        last = told[-1]
        seen = of_sighting(last, f"{name}’s words", as_of=as_of)
        return _Change(member, last.detail.get("title", ""), last.at.date(), seen, True, last.thread_id)
    if member.title_since and _is_another_post(member.title, member.former_title):
        label = f"signature, {short_day(member.title_since, as_of)}"
        seen = Evidence("person", member.id, label, member.title_since.isoformat())
        return _Change(member, member.title, member.title_since, seen)
    return None


def _is_another_post(title: str, former: str) -> bool:
    """Say whether two titles name different posts; "VP, Operations" and "Vice President of Operations" do not."""
    return bool(former.strip() and title.strip()) and _plain(title) != _plain(former)


def _plain(title: str) -> list[str]:
    words = re.sub(r"\W+", " ", title.lower()).replace("vice president", "vp").replace("senior", "sr").split()
    return sorted(word for word in words if word not in {"of", "the", "and", "for"})


def _was_greeted(touches: list[Touch], change: _Change) -> bool:
    """Say whether we wrote to them anew, answered the mail in which they told us, called or met since."""
    older_threads: set[int] = set()
    for touch in touches:
        on = touch.at.date()
        is_new = not touch.thread_id or touch.thread_id not in older_threads
        is_answer = bool(change.told_in) and touch.thread_id == change.told_in
        if is_from_us(touch) and on >= change.on and (is_new or is_answer):
            return True
        if was_spoken(touch) and on > change.on:
            return True
        older_threads.add(touch.thread_id)
    return False


def _item(record: Dossier, change: _Change, as_of: date) -> Suggested:
    member = change.member
    name = full_name(member)
    promises = [p for p, _ in open_promises(record, Side.OURS) if p.person_id == member.id]
    requests = [r for r in open_requests(record) if r.person_id == member.id]
    carried = [*(of_promise(p, as_of=as_of) for p in promises)]
    carried += [of_request(r, first_name(name), as_of=as_of) for r in requests]
    return Suggested(
        play=NAME,
        key=f"{NAME}:person:{member.id}:{change.on.isoformat()}",
        say=_say(change, as_of),
        why=_why(member, promises, requests),
        evidence=(change.seen, *carried),
        action="draft",
        action_label="Write",
        advances="Rapport, and who decides may have moved" if POWER_WORDS.search(change.title) else "Rapport",
        gain=3 if POWER_WORDS.search(change.title) else 2,
        person_id=member.id,
        draft_subject=f"Congratulations, {first_name(name)}",
        draft_text=_letter(change, promises, requests),
        settles_on=f"A new mail of yours to {first_name(name)}, a call or a meeting.",
    )


def _say(change: _Change, as_of: date) -> str:
    name = full_name(change.member)
    if not change.title:
        return f"Congratulate {name} on the new post."
    if change.was_told:
        return f"Congratulate {name} on the new post: {change.title}."
    return f"Congratulate {name}, who signs as {change.title} since {day(change.on, as_of)}."


def _why(member: Member, promises: list[Commitment], requests: list[Request]) -> str:
    sides = [(len(promises), "of our promises"), (len(requests), plural(len(requests), "open request"))]
    carried = joined([f"{number(n)} {what}" for n, what in sides if n])
    former = f"the old post ({member.former_title})" if member.former_title else "the old post"
    if not carried:
        return sentence(f"nothing of ours is open with {former}; who follows there is worth asking")
    was = "was" if len(promises) + len(requests) == 1 else "were"
    return sentence(f"{carried} {was} with {former}; ask who takes {'it' if was == 'was' else 'them'} over")


def _letter(change: _Change, promises: list[Commitment], requests: list[Request]) -> str:
    post = f" as {change.title}" if change.title else ""
    what = [quoted(p.quote) if is_bare(p.what) else p.what for p in promises]
    what += [turned(whole(r.what, r.quote), THEIRS_TO_THEM) for r in requests]
    still_open = ""
    if what:
        still_open = "Still open between us:\n" + "\n".join(f"- {one}" for one in what)
        still_open += "\nShall I go on with you on this, or with whoever follows in your old post?"
    wish = "[A word of your own: what you enjoyed in working together so far.]"
    return letter(full_name(change.member), f"Congratulations on your new post{post}!", wish, still_open)
