"""Somebody new wrote to us, met us or was named to us, and nobody of us ever followed up.

Appears: when more than five working days have passed since their first mail, the first meeting or the introduction, and
none of us ever wrote to them.
Settled by: the first mail of any of us to them, or a call or meeting after the first.
Left out: meetings and mails with many others in them, and first contacts more than 120 days ago.
"""

from collections.abc import Iterator
from datetime import date

from alongside.judgement.dossier import Dossier, Member, Sighting, Touch
from alongside.judgement.words import ago, day
from alongside.plays.contract import Findings, Suggested
from alongside.plays.days import working_days_between
from alongside.plays.drafts import letter, reply_subject
from alongside.plays.evidence import of_sighting, of_touch
from alongside.plays.matters import is_old
from alongside.plays.record import as_known_on, by_person, is_from_them, is_from_us, is_reachable, was_spoken
from alongside.plays.saying import first_name, full_name, quoted, whom
from alongside.vocabulary import PlayName, Side, SightingKind

NAME = PlayName.NEW_CONTACT

FOLLOW_UP_WORKING_DAYS = 5
"""Working days in which a new contact should hear from one of us. Our choice: within the week."""

MOST_OTHERS = 4
"""People: with more others in the first mail or meeting it was no personal contact. Our choice."""


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield one item for each new person, and each introduced name, to whom nobody of us ever wrote."""
    record = as_known_on(dossier, as_of)
    people = by_person(record)
    introduced = _introduced(record)
    for member in record.members:
        touches = people.get(member.id, [])
        if not is_reachable(member) or _was_followed_up(touches):
            continue
        if touches and _is_due(touches[0].at.date(), as_of) and touches[0].others <= MOST_OTHERS:
            yield _wrote_first(member, touches[0], as_of)
        elif not touches and (named := introduced.get(_plain(full_name(member)))) and _is_due(named.at.date(), as_of):
            yield _was_named(record, named, full_name(member), member, as_of)
    known = {_plain(full_name(member)) for member in record.members}
    for name, named in introduced.items():
        if name not in known and _is_due(named.at.date(), as_of):
            yield _was_named(record, named, named.detail["referred_name"], None, as_of)


def _is_due(since: date, as_of: date) -> bool:
    return working_days_between(since, as_of) > FOLLOW_UP_WORKING_DAYS and not is_old(since, as_of)


def _was_followed_up(touches: list[Touch]) -> bool:
    """Say whether one of us ever wrote or called, or talked with them again after the first contact."""
    return any(is_from_us(touch) or (was_spoken(touch) and touch.at > touches[0].at) for touch in touches)


def _introduced(record: Dossier) -> dict[str, Sighting]:
    """Give the first introduction of each name that somebody of theirs pointed us to."""
    named = [s for s in record.sightings if s.kind is SightingKind.REFERRAL and s.side is Side.THEIRS]
    return {_plain(s.detail["referred_name"]): s for s in reversed(named) if s.detail.get("referred_name", "").strip()}


def _plain(name: str) -> str:
    return " ".join(name.lower().split())


def _wrote_first(member: Member, first_touch: Touch, as_of: date) -> Suggested:
    name, first = full_name(member), first_name(full_name(member))
    on = first_touch.at.date()
    wrote = is_from_them(first_touch)
    title = f", {member.title}," if member.title else ""
    did = "wrote to us" if wrote else "met us"
    opening = (
        f"Thank you for your mail of {day(on, as_of)}." if wrote else f"It was good to meet you on {day(on, as_of)}."
    )
    return Suggested(
        play=NAME,
        key=f"{NAME}:person:{member.id}",
        say=f"Write to {name}, who {did} for the first time on {day(on, as_of)}.",
        why=f"{name}{title} {did} {ago(on, as_of)}, and none of us has written back since.",
        evidence=(of_touch(first_touch, note=f"{first}’s first" if wrote else "the first", as_of=as_of),),
        action="draft",
        action_label="Write",
        advances="One more person who knows us: rapport and coverage",
        owed=1 if wrote else 0,
        gain=2,
        days_late=working_days_between(on, as_of) - FOLLOW_UP_WORKING_DAYS,
        person_id=member.id,
        reply_to_interaction_id=first_touch.interaction_id if wrote else None,
        draft_subject=reply_subject(first_touch.subject) if wrote else "Good to meet you",
        draft_text=letter(name, opening, "[Your answer, and one question about what they are working on.]"),
        settles_on=f"The first mail of any of us to {first}, a call or a meeting.",
    )


def _was_named(record: Dossier, named: Sighting, name: str, member: Member | None, as_of: date) -> Suggested:
    who, first = whom(record, named.person_id)
    on = named.at.date()
    return Suggested(
        play=NAME,
        key=f"{NAME}:{f'person:{member.id}' if member else f'sighting:{named.id}'}",
        say=f"Write to {name}: {who} pointed you there.",
        why=f"{first} wrote {quoted(named.quote)} {ago(on, as_of)}; no mail of ours to {name} is on record.",
        evidence=(of_sighting(named, f"{first}’s words", as_of=as_of),),
        action="draft",
        action_label="Write",
        advances="One more person who knows us: rapport and coverage",
        owed=1,
        gain=2,
        days_late=working_days_between(on, as_of) - FOLLOW_UP_WORKING_DAYS,
        person_id=member.id if member else None,
        draft_subject=f"{who} suggested that I write to you" if named.person_id else "",
        draft_text=letter(name, f"{who} gave me your name. [Why you write, in a sentence that is of use to them.]"),
        settles_on=f"The first mail of any of us to {name}; and a word of thanks to {first} is never wrong.",
    )
