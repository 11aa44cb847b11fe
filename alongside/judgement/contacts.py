"""Who was in touch with whom until a day? The touches of a dossier sorted once, for every rule that asks.

Weighs and judges nothing. A rule that is asked alone sorts them itself; judge.py sorts once for all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from alongside.judgement.dossier import Dossier, Member, Touch
from alongside.judgement.exchange import two_way_days
from alongside.judgement.roles import roles_of
from alongside.judgement.tie import ties_by_us
from alongside.vocabulary import StakeholderRole


@dataclass(frozen=True, slots=True)
class Contacts:
    """The touches until a day, oldest first, by person of theirs; the two-way ones apart; the strength of each tie."""

    as_of: date
    touches: Sequence[Touch]
    two_way: Sequence[Touch]
    by_person: Mapping[int, Sequence[Touch]]
    two_way_by_person: Mapping[int, Sequence[Touch]]
    ties_by_us: Mapping[int, Mapping[int, float]]  # by person of theirs, then of ours
    roles: Mapping[StakeholderRole, Sequence[Member]]  # who is still there and holds or seems to hold it

    def tie_with(self, person_id: int) -> float:
        return max(self.ties_by_us.get(person_id, {}).values(), default=0.0)

    def closest_in(self, role: StakeholderRole) -> Member | None:
        """The one in this role with whom our tie is strongest, None when nobody is known in it."""
        return max(self.roles.get(role, ()), key=lambda m: self.tie_with(m.id), default=None)


def read_contacts(dossier: Dossier, *, as_of: date) -> Contacts:
    """Sort the dossier's touches until as_of, in one walk; a mail answered later than as_of is not yet two-way."""
    today = as_of.toordinal()
    touches = [t for t in dossier.touches if t.at.toordinal() <= today]
    by_person: dict[int, list[Touch]] = {}
    two_way_by_person: dict[int, list[Touch]] = {}
    two_way: list[Touch] = []
    for touch, day in zip(touches, two_way_days(touches), strict=True):
        by_person.setdefault(touch.person_id, []).append(touch)
        if day is not None:
            two_way_by_person.setdefault(touch.person_id, []).append(touch)
            two_way.append(touch)
    ties = {person: ties_by_us(theirs, as_of=as_of) for person, theirs in by_person.items()}
    return Contacts(as_of, touches, two_way, by_person, two_way_by_person, ties, members_by_role(dossier, as_of))


def members_by_role(dossier: Dossier, as_of: date) -> dict[StakeholderRole, list[Member]]:
    """Sort those who are still there by the parts they play, as set by a person or guessed from the title."""
    roles: dict[StakeholderRole, list[Member]] = {}
    for member in dossier.members:
        if is_there(member, as_of):
            for role in roles_of(member):
                roles.setdefault(role, []).append(member)
    return roles


def is_there(member: Member, as_of: date) -> bool:
    """Has the person not left until that day?"""
    return member.left_on is None or member.left_on > as_of


def since_days(touches: Sequence[Touch], *, as_of: date, days: int) -> list[Touch]:
    """Give the touches of the last so many days: touches are oldest first."""
    first = (as_of - timedelta(days=days)).toordinal()
    recent: list[Touch] = []
    for touch in reversed(touches):
        if touch.at.toordinal() <= first:
            break
        recent.append(touch)
    recent.reverse()
    return recent
