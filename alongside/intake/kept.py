"""What did people decide about what an import brought, that stays when it is undone?

Their words are kept as facts of their own and lie idle until what they are about comes back. Named before an undoing and after.
"""

from typing import Any

from alongside.intake.models import Import
from alongside.interactions.models import Interaction, Participant, SourceRecord
from alongside.judgement.words import count
from alongside.ledgers.awards.models import AwardDecision
from alongside.ledgers.awards.post import award_keys
from alongside.ledgers.commitments.models import CommitmentDecision
from alongside.ledgers.requests.models import RequestDecision
from alongside.people.domains import name_key
from alongside.people.models import IdentityDecision
from alongside.sightings.models import Sighting, SightingReview


def kept_when_undone(run: Import) -> list[str]:
    """Say what stays: "two answers about who is who". What lies on items that another import brought too is counted as well."""
    brought = run.items.values("identity_key")
    interactions = Interaction.objects.visible_to(run.owner).filter(identity_key__in=brought)
    sightings = Sighting.objects.filter(interaction__in=interactions.values("pk")).values("key")
    held: list[tuple[int, str, str]] = [
        (_of(run, SightingReview, "key", sightings), "word on what was found", "words on what was found"),
        (_of(run, CommitmentDecision, "sighting_key", sightings), "word on a promise", "words on promises"),
        (_of(run, RequestDecision, "sighting_key", sightings), "word on a request", "words on requests"),
        (_awards(run), "word on an award", "words on awards"),
        (_answers(run, interactions), "answer about who is who", "answers about who is who"),
    ]
    return [count(n, one, many) for n, one, many in held if n]


def _of(run: Import, decisions: Any, key: str, sightings: Any) -> int:
    rows = decisions.objects.visible_to(run.owner).filter(withdrawn_at__isnull=True)
    return int(rows.filter(**{f"{key}__in": sightings}).values(key).distinct().count())


def _rows(run: Import, *tables: str) -> Any:
    rows = SourceRecord.objects.visible_to(run.owner).filter(identity_key__in=run.items.values("identity_key"))
    return (rows.filter(table__in=tables) if tables else rows).values_list("table", "fields").iterator()


def _awards(run: Import) -> int:
    rows = AwardDecision.objects.visible_to(run.owner).filter(withdrawn_at__isnull=True)
    decided = set(rows.values_list("award_key", flat=True))
    if not decided:
        return 0
    named = {key for table, fields in _rows(run, "orders", "awards") for key in award_keys(table, fields)}
    return len(decided & named)


def _answers(run: Import, interactions: Any) -> int:
    rows = IdentityDecision.objects.visible_to(run.owner).filter(withdrawn_at__isnull=True)
    answers = list(rows.values_list("subject", "other"))
    if not answers:
        return 0
    handles = {handle.partition(":")[2] or handle for pair in answers for handle in pair if handle}
    took_part = Participant.objects.filter(interaction__in=interactions.values("pk"), address__value__in=handles)
    named = set(took_part.values_list("address__value", flat=True))
    for _, fields in _rows(run):
        named |= {name_key(str(fields.get("account") or fields.get("name") or "")), str(fields.get("domain", ""))}
        named |= {str(address).lower() for address in [fields.get("address", ""), *fields.get("addresses", [])]}
    named.discard("")
    return sum(bool({h.partition(":")[2] or h for h in pair if h} & named) for pair in answers)
