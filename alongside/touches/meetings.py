"""What is known of the meetings of one owner: which statements hold no more, and who declined. Loaded once, when it is needed.

Which statement holds is decided in statements.py.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from alongside.interactions.keys import MEETING_REPLIES
from alongside.interactions.live import live
from alongside.interactions.models import Interaction, SourceRecord
from alongside.touches.envelopes import Envelope
from alongside.touches.statements import Answer, Statement, declining, replaced
from alongside.vocabulary import InteractionKind

TOGETHER = 500
"""Interactions asked for at once. Unit: interactions."""


class Meetings:
    """The statements and answers of one owner's meetings. `ids` are the interactions to place, with those that mails among them answer."""

    def __init__(self, owner: Any, ids: Sequence[int]) -> None:
        self.owner = owner
        self.ids = {*ids, *self._answered_by(ids)}

    def is_replaced(self, envelope: Envelope) -> bool:
        """Tell whether another statement about the same meeting holds instead."""
        return _is_statement(envelope) and envelope.pk in self._replaced.get(_uid(envelope.message_id), ())

    def replaced_by(self, envelopes: Iterable[Envelope]) -> list[int]:
        """Return what was placed before and holds no more since these came; each is given once."""
        uids = {_uid(each.message_id) for each in envelopes if _is_statement(each)}
        return [pk for uid in uids for pk in self._placed_before.pop(uid, ())] if uids else []

    def declined(self, envelope: Envelope) -> set[str]:
        """Return the addresses of those who said that they will not come."""
        if not _is_statement(envelope):
            return set()
        uid, recurrence = _uid(envelope.message_id), envelope.message_id.rpartition("/")[2]
        stated, stated_at = envelope.headers.get("declined", []), envelope.headers.get("stated-at", "")
        return declining(stated, stated_at, recurrence, self._answers.get(uid, ()))

    def _answered_by(self, ids: Sequence[int]) -> set[int]:
        """Return the meetings that mails among these answer: who comes to them is told anew."""
        uids: set[str] = set()
        for start in range(0, len(ids), TOGETHER):
            mails = Interaction.objects.filter(pk__in=ids[start : start + TOGETHER], kind=InteractionKind.MAIL)
            uids |= set(mails.filter(headers__has_key="meeting-reply").values_list("headers__meeting-reply", flat=True))
        return {each.interaction_id for each in self._statements if each.uid in uids} if uids else set()

    @cached_property
    def _statements(self) -> list[Statement]:
        rows = live(Interaction.objects.visible_to(self.owner))
        rows = rows.exclude(kind__in=(InteractionKind.MAIL, InteractionKind.NOTE)).exclude(message_id="")
        return [_statement(*row) for row in rows.values_list("pk", "message_id", "cancelled", "headers")]

    @cached_property
    def _replaced(self) -> dict[str, set[int]]:
        return replaced(self._statements)

    @cached_property
    def _placed_before(self) -> dict[str, list[int]]:
        return {uid: sorted(ids - self.ids) for uid, ids in self._replaced.items()}

    @cached_property
    def _answers(self) -> dict[str, list[Answer]]:
        found: dict[str, list[Answer]] = defaultdict(list)
        rows = live(SourceRecord.objects.visible_to(self.owner)).filter(table=MEETING_REPLIES)
        for fields in rows.values_list("fields", flat=True):
            answer = Answer(fields["recurrence"], fields["address"], fields["state"], fields["stated_at"])
            found[fields["uid"]].append(answer)
        return found


def _is_statement(envelope: Envelope) -> bool:
    return envelope.kind not in (InteractionKind.MAIL, InteractionKind.NOTE) and bool(envelope.message_id)


def _statement(pk: int, message_id: str, cancelled: bool, headers: dict[str, Any]) -> Statement:
    uid, _, recurrence = message_id.rpartition("/")
    sequence, stated_at = headers.get("sequence", 0), headers.get("stated-at", "")
    return Statement(pk, uid, recurrence, sequence, stated_at, cancelled, "series" in headers)


def _uid(message_id: str) -> str:
    return message_id.rpartition("/")[0]
