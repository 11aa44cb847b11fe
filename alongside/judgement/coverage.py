"""Which of the needed roles do we have a live tie with, and does it all hang on one person?

Whether a rival is closer to somebody with power is not on record and therefore not flagged.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from alongside.judgement.contacts import Contacts, is_there, read_contacts
from alongside.judgement.dossier import Dossier, Member, Touch
from alongside.judgement.finding import Evidence, Finding, Step
from alongside.judgement.tie import FAST_HALF_LIFE_DAYS, WEAK
from alongside.judgement.words import joined, part_of, plural, sentence
from alongside.vocabulary import StakeholderRole

ROLE_WEIGHTS = {
    StakeholderRole.ECONOMIC_BUYER: 3,
    StakeholderRole.USER: 2,
    StakeholderRole.TECHNICAL_BUYER: 1,
    StakeholderRole.PROCUREMENT: 2,
    StakeholderRole.OPERATIONS: 2,
    StakeholderRole.EXECUTIVE_SPONSOR: 1,
}
"""How much each role weighs. Source: measures, section 4."""

FULL_TIE = 60
"""Tie (0-100) from which a role is fully covered. Source: measures, section 4."""

LIVE_TIE = WEAK
"""Tie from which a person counts as a thread of the relationship: not dormant. House reading of section 4."""

MIN_THREADS = 2
"""People with a live tie, below which the account is single-threaded. Source: measures, section 4."""

MIN_EFFECTIVE_CONTACTS = 1.6
"""Effective contacts below which it is single-threaded as well. Source: measures, section 4."""

MIN_POWER_TIE = 30
"""Tie with the economic buyer below which we have no line to power. Source: measures, section 4."""

MAX_OUR_SHARE = 0.8
"""Share of the contact above which too much rests on one of us. Source: measures, section 4."""

_A_DAY = 0.5 ** (1 / FAST_HALF_LIFE_DAYS)


def coverage(dossier: Dossier, *, as_of: date, contacts: Contacts | None = None) -> Finding:
    """Judge how much of the needed roles we cover, 0..1; None when nobody's role is known and nobody was in touch.

    extra: roles (each with person_id, tie and cover), threads, effective_contacts, flags (single_threaded, no_power,
    one_of_us), our_largest_share.
    """
    known = contacts or read_contacts(dossier, as_of=as_of)
    covers = [_cover(role, known) for role in dossier.wanted_roles]
    is_known = any(cover["person_id"] is not None for cover in covers)
    weight = sum(ROLE_WEIGHTS[role] for role in dossier.wanted_roles)
    value = round(sum(c["weight"] * c["cover"] for c in covers) / weight, 2) if is_known and weight else None
    threads = _threads(dossier, known)
    contact = _decayed(known.two_way, as_of, by_us=False)
    effective = effective_contacts(list(contact.values()))
    ours = _decayed(known.two_way, as_of, by_us=True).values()
    our_largest_share = max(ours) / sum(ours) if any(ours) else None  # what is ages ago has decayed to nothing
    flags = _flags(threads, effective, our_largest_share, known)
    return Finding(
        measure="coverage",
        subject="",
        value=value,
        reason=_reason(covers, dossier.member(max(contact, key=lambda p: contact[p], default=None)), flags),
        evidence=_evidence(covers, dossier),
        n=len(threads),
        known=sum(c["person_id"] is not None for c in covers),
        needed=len(covers),
        unknown=_unknown(covers, dossier),
        would_change=_would_change(covers),
        reckoning=_reckoning(covers, threads, effective, known),
        extra={
            "roles": covers,
            "threads": threads,
            "effective_contacts": None if effective is None else round(effective, 2),
            "flags": flags,
            "single_threaded": "single_threaded" in flags,
            "our_largest_share": None if our_largest_share is None else round(our_largest_share, 2),
        },
    )


def effective_contacts(amounts: Sequence[float]) -> float | None:
    """Give 1 / sum(share^2): 80/10/10 -> 1.5, 50/30/20 -> 2.6; None when there was no contact."""
    total = sum(amounts)
    return 1 / sum((amount / total) ** 2 for amount in amounts) if total else None


def _cover(role: StakeholderRole, contacts: Contacts) -> dict[str, Any]:
    closest = contacts.closest_in(role)
    strength = contacts.tie_with(closest.id) if closest else 0.0
    return {
        "role": role.value,
        "weight": ROLE_WEIGHTS[role],
        "person_id": closest.id if closest else None,
        "tie": round(strength),
        "cover": round(min(strength / FULL_TIE, 1.0), 2),
    }


def _threads(dossier: Dossier, contacts: Contacts) -> list[int]:
    return [m.id for m in dossier.members if is_there(m, contacts.as_of) and contacts.tie_with(m.id) >= LIVE_TIE]


def _decayed(touches: Sequence[Touch], as_of: date, *, by_us: bool) -> dict[int, float]:
    """Add up two-way touches by person, each halved every 120 days: one-way mail would flatter the count."""
    today = as_of.toordinal()
    amounts: dict[int, float] = {}
    for touch in touches:
        person = touch.our_person_id if by_us else touch.person_id
        amounts[person] = amounts.get(person, 0.0) + _A_DAY ** (today - touch.at.toordinal())
    return amounts


def _flags(
    threads: Sequence[int], effective: float | None, our_largest_share: float | None, contacts: Contacts
) -> list[str]:
    flags = []
    if contacts.two_way and (len(threads) < MIN_THREADS or (effective or 0.0) < MIN_EFFECTIVE_CONTACTS):
        flags.append("single_threaded")
    if contacts.two_way and _power_tie(contacts) < MIN_POWER_TIE:
        flags.append("no_power")
    if our_largest_share is not None and our_largest_share > MAX_OUR_SHARE:
        flags.append("one_of_us")
    return flags


def _power_tie(contacts: Contacts) -> float:
    buyer = contacts.closest_in(StakeholderRole.ECONOMIC_BUYER)
    return contacts.tie_with(buyer.id) if buyer else 0.0


def _reason(covers: Sequence[dict[str, Any]], closest: Member | None, flags: Sequence[str]) -> str:
    if closest is None and not any(c["person_id"] for c in covers):
        return "Nobody there is known in a needed role, and nobody has been in touch."
    alive = [_label(c) for c in covers if c["tie"] >= LIVE_TIE]
    missing = [_label(c) for c in covers if c["tie"] < LIVE_TIE]
    said = f"we have a live tie with {part_of(len(alive), len(covers), 'needed role')}"
    said += f"; still missing: {joined(missing)}" if missing else ""
    said += f". It hangs on {closest.name}" if closest and "single_threaded" in flags else ""
    return sentence(said)


def _label(cover: dict[str, Any]) -> str:
    return StakeholderRole(cover["role"]).label


def _unknown(covers: Sequence[dict[str, Any]], dossier: Dossier) -> tuple[str, ...]:
    nobody = [_label(c) for c in covers if c["person_id"] is None]
    said = [f"Nobody is known there yet as {joined(nobody, 'or')}."] if nobody else []
    guessed = [m.name for m in (dossier.member(c["person_id"]) for c in covers) if m and m.roles_guessed]
    names = list(dict.fromkeys(guessed))
    if names:
        roles = plural(len(names), "role is", "roles are")
        said.append(f"The {roles} guessed from the {plural(len(names), 'title')} of {joined(names)}.")
    return tuple(said)


def _would_change(covers: Sequence[dict[str, Any]]) -> str:
    if not covers:
        return ""
    gap = max(covers, key=lambda c: c["weight"] * (1 - c["cover"]))
    if gap["cover"] >= 1:
        return "Silence with any of them would lower it."
    if gap["person_id"] is None:
        return f"Find out who is {_label(gap)} there; that role is worth most."
    return f"A closer tie with the {_label(gap)} would raise it most: {gap['tie']} now, {FULL_TIE} is enough."


def _reckoning(
    covers: Sequence[dict[str, Any]], threads: Sequence[int], effective: float | None, contacts: Contacts
) -> tuple[Step, ...]:
    steps = [
        Step(
            f"{_label(c)}, tie at least {FULL_TIE}",
            str(FULL_TIE),
            "nobody known" if c["person_id"] is None else str(c["tie"]),
            None if c["person_id"] is None else c["tie"] >= FULL_TIE,
        )
        for c in covers
    ]
    steps.append(
        Step(
            f"people close to us, at least {MIN_THREADS}",
            str(MIN_THREADS),
            str(len(threads)),
            len(threads) >= MIN_THREADS,
        )
    )
    enough = None if effective is None else effective >= MIN_EFFECTIVE_CONTACTS
    written = "unknown" if effective is None else f"{effective:.1f}"
    steps.append(
        Step(f"effective contacts, at least {MIN_EFFECTIVE_CONTACTS}", str(MIN_EFFECTIVE_CONTACTS), written, enough)
    )
    return tuple(steps)


def _evidence(covers: Sequence[dict[str, Any]], dossier: Dossier) -> tuple[Evidence, ...]:
    people = {m.id: m for c in covers if (m := dossier.member(c["person_id"]))}
    return tuple(Evidence("person", m.id, f"{m.name}, {m.title}" if m.title else m.name) for m in people.values())
