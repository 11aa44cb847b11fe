"""What about who is who cannot be known without asking: raised with its grounds, settled by a person, withdrawn when moot."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction

from alongside.interactions.keys import digest
from alongside.people.companies import Companies
from alongside.people.domains import name_key
from alongside.people.likely import likely_same, private_phones
from alongside.people.matching.companies import Alike, Firm, alike
from alongside.people.matching.say import Ground, grounds
from alongside.people.matching.weigh import Weighed
from alongside.people.models import Doubt, IdentityDecision
from alongside.people.ourselves import Ourselves
from alongside.people.persons import BATCH, Persons
from alongside.vocabulary import DoubtKind, IdentityDecisionKind, Verdict


def raise_doubts(owner: Any, who: Ourselves, companies: Companies, persons: Persons, *, on: date) -> set[int]:
    """Bring the open doubts in line: new ones are raised, moot ones go, settled ones stay. Return the accounts they touch."""
    found = [*_about_us(who), *_about_people(owner, persons), *_about_companies(persons, companies)]
    wanted = {doubt.key: doubt for doubt in found}
    there = {d.key: d for d in Doubt.objects.visible_to(owner)}
    fresh = [d for key, d in wanted.items() if key not in there]
    for doubt in fresh:
        doubt.owner, doubt.raised_on = owner, on
    Doubt.objects.bulk_create(fresh, batch_size=BATCH)
    moot = [d for key, d in there.items() if key not in wanted and not d.verdict]
    for start in range(0, len(moot), BATCH):
        Doubt.objects.filter(pk__in=[d.pk for d in moot[start : start + BATCH]]).delete()
    open_still = [d for key, d in there.items() if key in wanted and not d.verdict]
    reworded = [d for d in open_still if _take(d, wanted[d.key], _SAID)]
    moved = [d for d in open_still if _take(d, wanted[d.key], _WEIGHED)]
    Doubt.objects.bulk_update({d.pk: d for d in [*reworded, *moved]}.values(), [*_SAID, *_WEIGHED], batch_size=BATCH)
    return {d.account_id for d in [*fresh, *moot, *reworded] if d.account_id}


_SAID = ("question", "account_id")
_WEIGHED = ("grounds", "probability", "at_stake")


def _take(doubt: Doubt, now: Doubt, names: Sequence[str]) -> bool:
    """Let an open doubt say what is known of its people now; return whether that is something else than before."""
    changed = [name for name in names if getattr(doubt, name) != getattr(now, name)]
    for name in changed:
        setattr(doubt, name, getattr(now, name))
    return bool(changed)


@transaction.atomic
def settle_doubt(doubt: Doubt, verdict: Verdict, *, by: Any, at: datetime) -> IdentityDecision:
    """Answer a doubt; the decision is kept by natural keys, so that it survives every rebuild. Identification must run after it."""
    kinds = {
        (DoubtKind.OURS, Verdict.YES): IdentityDecisionKind.OURS,
        (DoubtKind.OURS, Verdict.NO): IdentityDecisionKind.NOT_OURS,
        (DoubtKind.SAME_PERSON, Verdict.YES): IdentityDecisionKind.SAME_PERSON,
        (DoubtKind.SAME_PERSON, Verdict.NO): IdentityDecisionKind.OTHER_PERSON,
        (DoubtKind.SAME_ACCOUNT, Verdict.YES): IdentityDecisionKind.SAME_ACCOUNT,
        (DoubtKind.SAME_ACCOUNT, Verdict.NO): IdentityDecisionKind.OTHER_ACCOUNT,
        (DoubtKind.SAME_ACCOUNT, Verdict.PART): IdentityDecisionKind.PART_OF,
    }
    doubt.verdict, doubt.settled_by, doubt.settled_at = verdict, by, at
    doubt.save()
    return IdentityDecision.objects.create(
        owner=doubt.owner,
        kind=kinds[DoubtKind(doubt.kind), verdict],
        subject=doubt.subject,
        other=doubt.other,
        value="me" if doubt.kind == DoubtKind.OURS and "@" in doubt.subject and verdict == Verdict.YES else "",
        decided_by=by,
        decided_at=at,
    )


@transaction.atomic
def reopen_doubt(doubt: Doubt, *, by: Any, at: datetime) -> None:
    """Take an answer back: its decision is withdrawn and the question stands again."""
    words = IdentityDecision.objects.visible_to(by).filter(subject=doubt.subject, other=doubt.other)
    words.filter(withdrawn_at__isnull=True, kind__in=_ANSWERS).update(withdrawn_at=at)
    doubt.verdict, doubt.settled_by, doubt.settled_at = "", None, None
    doubt.save()


_ANSWERS = (
    IdentityDecisionKind.OURS,
    IdentityDecisionKind.NOT_OURS,
    IdentityDecisionKind.SAME_PERSON,
    IdentityDecisionKind.OTHER_PERSON,
    IdentityDecisionKind.SAME_ACCOUNT,
    IdentityDecisionKind.OTHER_ACCOUNT,
    IdentityDecisionKind.PART_OF,
)


def _about_us(who: Ourselves) -> list[Doubt]:
    if not who.is_guessed:
        return []
    said = Ground(True, "strong", "It takes part in more than half of the mails, and it sent some of them.")
    return [
        Doubt(
            kind=DoubtKind.OURS,
            key=digest("ours", address),
            question=f"Is {address} your own address?",
            grounds=[asdict(said)],
            subject=address,
        )
        for address in sorted(who.addresses)
    ]


def _about_people(owner: Any, persons: Persons) -> Iterator[Doubt]:
    for pair in likely_same(persons, private_phones(owner, persons.stated)):
        one, other = int(pair.one), int(pair.other)
        if not persons.groups.are_kept_apart(persons.handles[one][0], persons.handles[other][0]):
            yield _same_person(persons, one, other, pair)


def _same_person(persons: Persons, one: int, other: int, pair: Weighed) -> Doubt:
    a, b = sorted((persons.rows[one], persons.rows[other]), key=lambda person: persons.handles[person.pk][0])
    subject, second = persons.handles[a.pk][0], persons.handles[b.pk][0]
    return Doubt(
        kind=DoubtKind.SAME_PERSON,
        key=digest("same_person", subject, second),
        question=f"Are {a.name} ({subject}) and {b.name} ({second}) one person?",
        grounds=[asdict(ground) for ground in grounds(pair.pieces)],
        probability=round(pair.probability, 4),
        at_stake=min(persons.times_met(a.pk), persons.times_met(b.pk)),
        subject=subject,
        other=second,
        account_id=a.account_id or b.account_id,
    )


def _about_companies(persons: Persons, companies: Companies) -> Iterator[Doubt]:
    people = Counter(person.account_id for person in persons.rows.values())
    for pair in alike(list(_firms(companies))):
        part, whole = (companies.handles[int(key)][0] for key in (pair.part, pair.whole))
        if not companies.groups.are_kept_apart(part, whole):
            yield _same_company(companies, people, pair, part, whole)


def _firms(companies: Companies) -> Iterator[Firm]:
    for pk, handles in companies.handles.items():
        names = {name_key(companies.names[pk]), *(h[5:] for h in handles if h.startswith("name:"))}
        yield Firm(str(pk), tuple(sorted(names - {""})), tuple(h[7:] for h in handles if h.startswith("domain:")))


def _same_company(companies: Companies, people: Counter[int | None], pair: Alike, part: str, whole: str) -> Doubt:
    one, other = int(pair.part), int(pair.whole)
    return Doubt(
        kind=DoubtKind.SAME_ACCOUNT,
        key=digest("same_account", *sorted((part, whole))),
        question=_company_question(companies, one, other),
        grounds=[asdict(ground) for ground in pair.grounds],
        probability=pair.likelihood,
        at_stake=min(people[one], people[other]),
        subject=part,
        other=whole,
        account_id=one,
    )


def _company_question(companies: Companies, one: int, other: int) -> str:
    """Ask of a company that is known by its domain alone whether it belongs to the other."""
    bare = [pk for pk in (one, other) if all(h.startswith("domain:") for h in companies.handles[pk])]
    if len(bare) == 1:
        named = other if bare[0] == one else one
        return f"Does {companies.handles[bare[0]][0][7:]} belong to {companies.names[named]}?"
    return f"Are {_called(companies, one)} and {_called(companies, other)} one company?"


def _called(companies: Companies, pk: int) -> str:
    domain = next((h[7:] for h in companies.handles[pk] if h.startswith("domain:")), "")
    return f"{companies.names[pk]} ({domain})" if domain else companies.names[pk]
