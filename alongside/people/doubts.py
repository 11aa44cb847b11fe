"""What about who is who cannot be known without asking: raised with its grounds, settled by a person, withdrawn when moot."""

from collections import defaultdict
from datetime import date, datetime
from itertools import combinations
from typing import Any

from django.db import transaction

from alongside.interactions.keys import digest
from alongside.people.companies import Companies
from alongside.people.domains import FREE_MAIL, is_shared_mailbox
from alongside.people.models import Account, Doubt, IdentityDecision
from alongside.people.names import is_likely_same, name_parts
from alongside.people.ourselves import Ourselves
from alongside.people.persons import Persons
from alongside.people.stated import Stated
from alongside.vocabulary import DoubtKind, IdentityDecisionKind, Verdict

MOST_PEOPLE_OF_ONE_SURNAME = 40
"""Above this many people of one surname at one company, names alone say nothing. Unit: people."""

LIKENESS_TO_ASK = 88
"""Likeness of a company's name and a domain's word from which we ask whether they are one. Unit: percent (rapidfuzz ratio)."""


def raise_doubts(
    owner: Any, who: Ourselves, said: Stated, companies: Companies, persons: Persons, *, on: date
) -> set[int]:
    """Bring the open doubts in line: new ones are raised, moot ones go, settled ones stay. Return the accounts they touch."""
    wanted = {d.key: d for d in [*_about_us(who), *_about_people(said, persons), *_about_accounts(said, companies)]}
    there = {d.key: d for d in Doubt.objects.visible_to(owner)}
    fresh = [d for key, d in wanted.items() if key not in there]
    for doubt in fresh:
        doubt.owner, doubt.raised_on = owner, on
    Doubt.objects.bulk_create(fresh)
    moot = [d for key, d in there.items() if key not in wanted and not d.verdict]
    Doubt.objects.filter(pk__in=[d.pk for d in moot]).delete()
    reworded = [d for key, d in there.items() if key in wanted and not d.verdict and _reword(d, wanted[key])]
    Doubt.objects.bulk_update(reworded, ["question", "grounds", "account"])
    return {d.account_id for d in [*fresh, *moot, *reworded] if d.account_id}


def _reword(doubt: Doubt, now: Doubt) -> bool:
    """Let an open doubt say what is known of its people now."""
    before = (doubt.question, doubt.grounds, doubt.account_id)
    doubt.question, doubt.grounds, doubt.account_id = now.question, now.grounds, now.account_id
    return before != (doubt.question, doubt.grounds, doubt.account_id)


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
    IdentityDecision.objects.visible_to(by).filter(
        subject=doubt.subject, other=doubt.other, withdrawn_at__isnull=True
    ).exclude(kind__in=[IdentityDecisionKind.NAME, IdentityDecisionKind.STANDING, IdentityDecisionKind.ROLE]).update(
        withdrawn_at=at
    )
    doubt.verdict, doubt.settled_by, doubt.settled_at = "", None, None
    doubt.save()


def _about_us(who: Ourselves) -> list[Doubt]:
    if not who.is_guessed:
        return []
    return [
        Doubt(
            kind=DoubtKind.OURS,
            key=digest("ours", address),
            question=f"Is {address} your own address?",
            grounds=["It takes part in more than half of the mails, and it sent some of them."],
            subject=address,
        )
        for address in sorted(who.addresses)
    ]


def _about_people(said: Stated, persons: Persons) -> list[Doubt]:
    by_surname: dict[str, list[int]] = defaultdict(list)
    for pk, person in persons.rows.items():
        surname = name_parts(person.name)[1]
        if surname and not person.is_shared_mailbox:
            by_surname[surname].append(pk)
    found = []
    for pks in by_surname.values():
        if 1 < len(pks) <= MOST_PEOPLE_OF_ONE_SURNAME:
            found += [
                d for one, other in combinations(sorted(pks), 2) if (d := _same_person(one, other, said, persons))
            ]
    return found


def _same_person(one: int, other: int, said: Stated, persons: Persons) -> Doubt | None:
    a, b = persons.rows[one], persons.rows[other]
    first, last = persons.first_handle[one], persons.first_handle[other]
    if not is_likely_same(a.name, b.name) or "@" not in first or "@" not in last:
        return None
    ground = _ground(first, last, a.account_id, b.account_id, exact=a.name.lower() == b.name.lower())
    (subject, name), (second, other_name) = sorted(((first, a.name), (last, b.name)))
    if not ground or (subject, second) in said.other_person or is_shared_mailbox(subject) or is_shared_mailbox(second):
        return None
    return Doubt(
        kind=DoubtKind.SAME_PERSON,
        key=digest("same_person", subject, second),
        question=f"Are {name} ({subject}) and {other_name} ({second}) one person?",
        grounds=[ground],
        subject=subject,
        other=second,
        account_id=a.account_id or b.account_id,
    )


def _ground(one: str, other: str, account: int | None, second: int | None, *, exact: bool) -> str:
    """Say why two people of like names may be one; "" where nothing but the name speaks for it."""
    if account and account == second:
        return "Both write from the same company, and their names agree."
    free = [a for a in (one, other) if a.rpartition("@")[2] in FREE_MAIL]
    if exact and free:
        return f"The name is the same, and {free[0]} is a private address."
    return ""


def _about_accounts(said: Stated, companies: Companies) -> list[Doubt]:
    from rapidfuzz import fuzz, process

    words = {
        h: h[7:].partition(".")[0].replace("-", "")
        for hs in companies.groups.values()
        for h in hs
        if h.startswith("domain:")
    }
    lone = {
        h: h[5:].replace(" ", "")
        for hs in companies.groups.values()
        for h in hs
        if h.startswith("name:") and not any(x.startswith("domain:") for x in hs)
    }
    found = []
    for name, word in lone.items():
        for _, likeness, domain in process.extract(
            word, words, scorer=fuzz.ratio, score_cutoff=LIKENESS_TO_ASK, limit=1
        ):
            subject, second = sorted((name, domain))
            if (subject, second) not in said.other_account:
                found.append(_same_account(subject, second, name, domain, likeness, companies))
    return found


def _same_account(subject: str, second: str, name: str, domain: str, likeness: float, companies: Companies) -> Doubt:
    shown = Account.objects.filter(pk=companies.ids[name]).values_list("name", flat=True).first() or name[5:]
    return Doubt(
        kind=DoubtKind.SAME_ACCOUNT,
        key=digest("same_account", subject, second),
        question=f"Does {domain[7:]} belong to {shown}?",
        grounds=[f"The name and the domain agree to {likeness:.0f} %."],
        subject=subject,
        other=second,
        account_id=companies.ids[name],
    )
