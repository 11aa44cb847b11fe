"""How items become facts: appended once, whole batch or nothing, the same item by two ways only once.

It decides nothing about who is who, what was found or what it means.
"""

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any

from django.db import transaction

from alongside.interactions.files import hash_of, keep_file
from alongside.interactions.keys import event_key, gist, letter_key, other_letter_key, record_key, storable
from alongside.interactions.models import (
    Address,
    Attachment,
    Interaction,
    InteractionBody,
    Participant,
    SourceRecord,
    Withdrawal,
)
from alongside.sources.contract import AttachedFile, Event, Item, Letter, Mailbox, Row
from alongside.sync import append
from alongside.vocabulary import InteractionKind, ParticipantRole

ID_CHARACTERS = 500
"""Characters of a Message-ID that are kept and compared. Longer ones are hostile; RFC 5322 lines end at 998."""


@dataclass(slots=True)
class Recorded:
    """What a batch came to: the ids of what is new, and how many items were there already."""

    interaction_ids: list[int] = field(default_factory=list)
    source_record_ids: list[int] = field(default_factory=list)
    known: int = 0
    revived: int = 0  # known, but withdrawn until now
    keys: set[str] = field(default_factory=set)  # of everything that was taken, new or known
    fresh: set[str] = field(default_factory=set)  # of what was not there, or counted for nothing, until now
    lines: dict[str, int] = field(default_factory=dict)  # of the rows of a table, by key
    by_kind: dict[str, int] = field(default_factory=dict)

    def count(self, kind: str) -> None:
        self.by_kind[kind] = self.by_kind.get(kind, 0) + 1


@dataclass(slots=True)
class _Envelope:
    """What an interaction's row says. A model object takes several times as long to make and to write."""

    kind: InteractionKind
    identity_key: str
    occurred_at: datetime
    utc_offset_minutes: int = 0
    is_date_stated: bool = True
    ends_at: datetime | None = None
    message_id: str = ""
    in_reply_to: str = ""
    references: list[str] = field(default_factory=list)
    headers: dict[str, Any] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    cancelled: bool = False
    where: str = ""


_STATED = tuple(_Envelope.__dataclass_fields__)
_ENVELOPE_THERE = _Envelope(InteractionKind.NOTE, "", datetime.min.replace(tzinfo=UTC))
"""Stands for an envelope that is written already."""


@dataclass(slots=True)
class _Draft:
    """An interaction about to be written, with all that hangs on it."""

    envelope: _Envelope
    subject: str
    text: str
    html: str
    location: str
    people: list[tuple[ParticipantRole, Mailbox]]
    attached: Sequence[AttachedFile] = ()


@dataclass(frozen=True, slots=True)
class _RowDraft:
    """A row of a table, a contact card or an answer about to be written."""

    table: str
    fields: dict[str, object]
    where: str


_Known = dict[str, tuple[str, str]]
"""Subject and text of the mails that are there, by key."""

Placed = tuple[str, Item]


@transaction.atomic
def record(items: Sequence[Placed], *, owner: Any, at: datetime, import_id: int | None = None) -> Recorded:
    """Append the items that are not there yet. `items` are (where, item) pairs; `at` is the instant of recording."""
    outcome = Recorded()
    drafts: dict[str, _Draft] = {}
    rows: dict[str, _RowDraft] = {}
    known_letters = _known_letters([item for _, item in items if isinstance(item, Letter)], owner)
    for where, item in items:
        if isinstance(item, Letter):
            key, is_known = _letter_key_beside(item, known_letters)
            outcome.keys.add(key)
            if is_known or key in drafts:
                outcome.known += 1
                continue
            drafts[key] = _letter_draft(item, key, at)
            known_letters.setdefault(key, (item.subject, item.text))
        elif isinstance(item, Event):
            key = event_key(item)
            outcome.keys.add(key)
            if key in drafts:
                outcome.known += 1
                continue
            drafts[key] = _event_draft(item, key)
        else:
            table, key, fields = record_key(item)
            outcome.keys.add(key)
            if isinstance(item, Row):
                outcome.lines.setdefault(key, item.line)
            if key in rows:
                outcome.known += 1
                continue
            rows[key] = _RowDraft(table, fields, where[:500])
            continue
        drafts[key].envelope.where = where[:500]
    _write_drafts(drafts, outcome, owner=owner, at=at, import_id=import_id)
    _write_rows(rows, outcome, owner=owner, at=at, import_id=import_id)
    _revive(outcome, owner)
    return outcome


def _revive(outcome: Recorded, owner: Any) -> None:
    """What was withdrawn and came in again counts again, and is new to whoever brings it."""
    withdrawn = Withdrawal.objects.visible_to(owner)
    if not withdrawn.exists():
        return
    back = withdrawn.filter(identity_key__in=outcome.keys)
    keys = set(back.values_list("identity_key", flat=True))
    if not keys:
        return
    back.delete()
    outcome.fresh |= keys
    outcome.known -= len(keys)
    outcome.revived += len(keys)
    for kind in Interaction.objects.visible_to(owner).filter(identity_key__in=keys).values_list("kind", flat=True):
        outcome.count(kind)
    for table in SourceRecord.objects.visible_to(owner).filter(identity_key__in=keys).values_list("table", flat=True):
        outcome.count(table)


def record_note(
    text: str,
    *,
    owner: Any,
    at: datetime,
    about: Iterable[Mailbox],
    kind: InteractionKind = InteractionKind.NOTE,
    occurred_at: datetime | None = None,
    key: str,
    subject: str = "",
    where: str = "",
    attached: Sequence[AttachedFile] = (),
    import_id: int | None = None,
) -> int:
    """Append a note (or a call or visit told by hand) and return its id. `key` is made by the caller, so that a repeat adds nothing."""
    draft = _Draft(
        _Envelope(kind, key, occurred_at or at, where=where),
        subject,
        text,
        "",
        "",
        [(ParticipantRole.ABOUT, who) for who in about],
        attached,
    )
    outcome = Recorded()
    with transaction.atomic():
        _write_drafts({key: draft}, outcome, owner=owner, at=at, import_id=import_id)
    if outcome.interaction_ids:
        return outcome.interaction_ids[0]
    return int(Interaction.objects.visible_to(owner).get(identity_key=key).pk)


@transaction.atomic
def add_about(interaction: Interaction, about: Iterable[Mailbox], *, owner: Any) -> None:
    """Append whom a note is about, which it did not say when it was recorded."""
    people = [(ParticipantRole.ABOUT, who) for who in about]
    _write_participants([(interaction.pk, _Draft(_ENVELOPE_THERE, "", "", "", "", people))], owner)


def _known_letters(letters: list[Letter], owner: Any) -> _Known:
    """Load the mails that are there already under the keys of these. A second key matters only where the first is taken."""
    by_key: dict[str, list[Letter]] = defaultdict(list)
    for letter in letters:
        by_key[letter_key(letter)].append(letter)
    known = _letters_under(by_key, owner)
    taken = [letter for key, those in by_key.items() if key in known or len(those) > 1 for letter in those]
    return known | _letters_under({other_letter_key(letter) for letter in taken}, owner)


def _letters_under(keys: Collection[str], owner: Any) -> _Known:
    if not keys:
        return {}
    rows = InteractionBody.objects.filter(owner=owner, interaction__identity_key__in=list(keys))
    return {
        key: (subject, text) for key, subject, text in rows.values_list("interaction__identity_key", "subject", "text")
    }


def _letter_key_beside(letter: Letter, known: _Known) -> tuple[str, bool]:
    """Choose the key for a mail, and tell whether it is there already. One id with other words is another mail."""
    key = letter_key(letter)
    if key not in known:
        return key, False
    subject, text = known[key]
    if _same_subject(subject, letter.subject) or (words := gist(text)) == gist(letter.text) or not (subject or words):
        return key, True
    other = other_letter_key(letter)
    return other, other in known


def _same_subject(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).lower() == re.sub(r"\W+", "", other).lower()


def _letter_draft(letter: Letter, key: str, at: datetime) -> _Draft:
    offset = letter.sent_at.utcoffset() if letter.sent_at else None
    envelope = _Envelope(
        kind=InteractionKind.MAIL,
        identity_key=key,
        message_id=storable(letter.message_id)[:ID_CHARACTERS],
        in_reply_to=storable(letter.in_reply_to)[:ID_CHARACTERS],
        references=[storable(r)[:ID_CHARACTERS] for r in letter.references],
        occurred_at=letter.sent_at.astimezone(UTC) if letter.sent_at else at,
        utc_offset_minutes=int(offset.total_seconds() // 60) if offset else 0,
        is_date_stated=letter.sent_at is not None,
        headers={k: storable(v)[:1000] for k, v in letter.headers.items()} | _told_by_the_reader(letter),
        labels=[storable(label) for label in letter.labels],
    )
    people = [(ParticipantRole.SENDER, letter.sender)] if letter.sender else []
    for role, boxes in (
        (ParticipantRole.TO, letter.to),
        (ParticipantRole.CC, letter.cc),
        (ParticipantRole.BCC, letter.bcc),
    ):
        people += [(role, box) for box in boxes]
    return _Draft(envelope, letter.subject, letter.text, letter.html, "", people, letter.attached)


def _told_by_the_reader(letter: Letter) -> dict[str, str]:
    """Keep what had to be put right to read a mail (a line each), and which of its files its HTML shows (as JSON)."""
    inline = {
        file.content_id: hash_of(file.content)
        for file in letter.attached
        if file.content_id and file.media_type.startswith("image/")
    }
    told = {
        "repairs": storable("\n".join(letter.repairs)),
        "inline": json.dumps(inline) if inline else "",
    }
    return {name: value for name, value in told.items() if value}


def _event_draft(event: Event, key: str) -> _Draft:
    offset = event.starts_at.utcoffset()
    envelope = _Envelope(
        kind=kind_of_meeting(event.summary, event.location),
        identity_key=key,
        message_id=f"{event.uid}/{event.recurrence_id}"[:ID_CHARACTERS],
        occurred_at=event.starts_at.astimezone(UTC),
        ends_at=event.ends_at.astimezone(UTC) if event.ends_at else None,
        utc_offset_minutes=int(offset.total_seconds() // 60) if offset else 0,
        cancelled=event.cancelled,
        headers=_statement(event),
    )
    people = [(ParticipantRole.ORGANIZER, event.organizer)] if event.organizer else []
    people += [(ParticipantRole.ATTENDEE, who) for who in event.attendees]
    return _Draft(envelope, event.summary, event.description, "", event.location, people)


def _statement(event: Event) -> dict[str, Any]:
    """Keep what tells which of several statements about a meeting holds, and who will not come."""
    stated_at = event.stated_at.astimezone(UTC).isoformat() if event.stated_at else ""
    kept = {
        "sequence": event.sequence,
        "stated-at": stated_at,
        "series": event.is_of_series,
        "declined": list(event.declined),
    }
    return {name: value for name, value in kept.items() if value}


_CALL = re.compile(r"\b(call|phone|telefon|dial[- ]?in)\b", re.I)
_VISIT = re.compile(r"\b(visit|site walk|plant tour|walk[- ]?through|lunch|dinner|breakfast|besuch)\b", re.I)


def kind_of_meeting(summary: str, location: str) -> InteractionKind:
    """Tell a call and a visit from a meeting by the words of its title and place."""
    if _VISIT.search(summary):
        return InteractionKind.VISIT
    if _CALL.search(summary) or _CALL.search(location):
        return InteractionKind.CALL
    return InteractionKind.MEETING


def _write_drafts(
    drafts: dict[str, _Draft], outcome: Recorded, *, owner: Any, at: datetime, import_id: int | None
) -> None:
    # Of mails it was asked before which are there (_known_letters).
    unasked = [key for key, draft in drafts.items() if draft.envelope.kind != InteractionKind.MAIL]
    there = _keys_there(Interaction, owner, unasked)
    outcome.known += len(there)
    fresh = [draft for key, draft in drafts.items() if key not in there]
    for draft in fresh:
        outcome.count(draft.envelope.kind)
        outcome.fresh.add(draft.envelope.identity_key)
    stated = attrgetter(*_STATED)
    names = (*_STATED, "owner_id", "recorded_at", "import_id")
    rows = ((*stated(draft.envelope), owner.pk, at, import_id) for draft in fresh)
    ids = _append_for_ids(Interaction, names, rows, owner)
    written = [(ids[draft.envelope.identity_key], draft) for draft in fresh]
    _write_participants(written, owner)
    _write_attachments(written)
    # Last: the index takes an interaction in with its body, best in order of time.
    _write_bodies(sorted(written, key=_when), owner)
    outcome.interaction_ids += [pk for pk, _ in written]


def _keys_there(model: type[Interaction] | type[SourceRecord], owner: Any, keys: Collection[str]) -> set[str]:
    if not keys:
        return set()
    rows = model._default_manager.filter(owner=owner, identity_key__in=list(keys))
    return set(rows.values_list("identity_key", flat=True))


def _append_for_ids(
    model: type[Interaction] | type[SourceRecord], names: Sequence[str], rows: Iterable[Sequence[Any]], owner: Any
) -> dict[str, int]:
    """Write rows and read their ids, by key, among those that are higher than any there was: ids only ever grow."""
    highest = model._default_manager.order_by("-pk").values_list("pk", flat=True).first() or 0
    append(model, names, rows)
    return dict(model._default_manager.filter(owner=owner, pk__gt=highest).values_list("identity_key", "pk"))


def _when(written: tuple[int, _Draft]) -> datetime:
    return written[1].envelope.occurred_at


_Written = list[tuple[int, _Draft]]
"""Drafts with the ids under which their envelopes were written."""


def _write_bodies(written: _Written, owner: Any) -> None:
    names = ("interaction_id", "owner_id", "subject", "text", "html", "location")
    append(
        InteractionBody,
        names,
        (
            (
                pk,
                owner.pk,
                storable(draft.subject),
                storable(draft.text),
                storable(draft.html),
                storable(draft.location),
            )
            for pk, draft in written
        ),
    )


def _write_participants(written: _Written, owner: Any) -> None:
    ids = _address_ids({box.address for _, draft in written for _, box in draft.people}, owner)
    append(
        Participant,
        ("interaction_id", "address_id", "role", "name"),
        (
            (pk, ids[box.address], role, storable(box.name)[:300])
            for pk, draft in written
            for role, box in draft.people
            if box.address in ids
        ),
    )


def _address_ids(values: set[str], owner: Any) -> dict[str, int]:
    values = {v for v in values if v and len(v) <= 320}
    ids = _known_addresses(values, owner)
    fresh = sorted(values - ids.keys())
    append(Address, ("owner_id", "value", "domain"), ((owner.pk, v, v.rpartition("@")[2][:255]) for v in fresh))
    return ids | _known_addresses(fresh, owner)


def _known_addresses(values: Collection[str], owner: Any) -> dict[str, int]:
    if not values:
        return {}
    return dict(Address.objects.filter(owner=owner, value__in=list(values)).values_list("value", "pk"))


def _write_attachments(written: _Written) -> None:
    append(
        Attachment,
        ("interaction_id", "name", "media_type", "size_bytes", "sha256"),
        (
            (pk, storable(file.name)[:500], storable(file.media_type)[:200], len(file.content), keep_file(file.content))
            for pk, draft in written
            for file in draft.attached
        ),
    )


def _write_rows(
    rows: dict[str, _RowDraft], outcome: Recorded, *, owner: Any, at: datetime, import_id: int | None
) -> None:
    there = _keys_there(SourceRecord, owner, rows)
    outcome.known += len(there)
    fresh = {key: row for key, row in rows.items() if key not in there}
    for key, row in fresh.items():
        outcome.count(row.table)
        outcome.fresh.add(key)
    if not fresh:
        return
    names = ("owner_id", "table", "identity_key", "fields", "where", "recorded_at", "import_id")
    stated = ((owner.pk, row.table, key, row.fields, row.where, at, import_id) for key, row in fresh.items())
    ids = _append_for_ids(SourceRecord, names, stated, owner)
    outcome.source_record_ids += [ids[key] for key in fresh]
