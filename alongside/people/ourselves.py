"""Who "we" are: the user's own addresses, our domains, our colleagues. Guessed from the mail until a person confirms it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from alongside.interactions.live import is_anything_withdrawn, live
from alongside.interactions.models import Participant
from alongside.people.domains import company_domain
from alongside.people.models import IdentityDecision
from alongside.vocabulary import IdentityDecisionKind, InteractionKind, ParticipantRole

OWN_SHARE = 0.5
"""Share of all mails in which the mailbox's owner takes part at least. A mailbox holds its owner's mail; a public archive nobody's."""

FEWEST_SENT = 1
"""Mails that an address must have sent to be taken for the owner's. Unit: mails."""


@dataclass(frozen=True, slots=True)
class Ourselves:
    """`addresses` are the user's own, `domains` ours, `others` addresses that are not ours although their domain is."""

    addresses: frozenset[str]
    domains: frozenset[str]
    others: frozenset[str] = frozenset()
    colleagues: frozenset[str] = frozenset()
    is_guessed: bool = False

    def has(self, address: str) -> bool:
        """Tell whether this address is one of us."""
        if address in self.others:
            return False
        if address in self.addresses or address in self.colleagues:
            return True
        domain = address.rpartition("@")[2]
        return domain in self.domains or company_domain(domain) in self.domains


def ourselves(owner: Any) -> Ourselves:
    """Work out who we are from what the user said, else from the mail itself."""
    said = IdentityDecision.objects.visible_to(owner).filter(
        withdrawn_at__isnull=True, kind__in=[IdentityDecisionKind.OURS, IdentityDecisionKind.NOT_OURS]
    )
    verdicts = {row.subject: row for row in said.order_by("decided_at", "pk")}
    ours = {s for s, row in verdicts.items() if row.kind == IdentityDecisionKind.OURS}
    not_ours = set(verdicts) - ours
    mine = {s for s in ours if "@" in s and verdicts[s].value == "me"}
    if owner.email and owner.email.lower() not in not_ours:
        mine.add(owner.email.lower())
    guessed = not mine
    if guessed and (guess := guess_own_address(owner)) and guess not in not_ours:
        mine = {guess}
    domains = {s for s in ours if "@" not in s} | {company_domain(a.rpartition("@")[2]) for a in mine}
    return Ourselves(
        addresses=frozenset(mine),
        domains=frozenset(domains - {""} - not_ours),
        others=frozenset(s for s in not_ours if "@" in s),
        colleagues=frozenset(s for s in ours if "@" in s),
        is_guessed=guessed and bool(mine),
    )


def guess_own_address(owner: Any) -> str:
    """Guess the mailbox's owner: who sent mail and takes part in at least half of all, more often than anybody else.

    "" for nobody: a public archive, or two who are in every mail alike, where only a person can say.
    """
    mails = Participant.objects.filter(interaction__owner=owner, interaction__kind=InteractionKind.MAIL)
    if is_anything_withdrawn(owner):
        mails = live(mails, through="interaction__")
    total = mails.filter(role=ParticipantRole.SENDER).values("interaction_id").distinct().count()
    counted = mails.values("address__value").annotate(n=Count("interaction_id", distinct=True)).order_by("-n")
    busiest = list(counted[:2])
    if not busiest or (len(busiest) == 2 and busiest[0]["n"] == busiest[1]["n"]):
        return ""
    address = str(busiest[0]["address__value"])
    sent = mails.filter(address__value=address, role=ParticipantRole.SENDER).count()
    return address if sent >= FEWEST_SENT and busiest[0]["n"] >= OWN_SHARE * total else ""
