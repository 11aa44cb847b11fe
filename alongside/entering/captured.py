"""How is a note taken that waited on a telephone: read, kept once under the id that the telephone gave it, and about whom?

The device lets go of a note only when it is told that this very id is kept; so the same note may come any number of times.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError
from django.db.models import QuerySet

from alongside import byhand
from alongside.entering.whom import Whom, whom
from alongside.interactions.files import hash_of
from alongside.interactions.keys import digest, storable
from alongside.interactions.live import live
from alongside.interactions.models import CAPTURED, Interaction
from alongside.interactions.photographs import (
    LARGEST_PHOTO_BYTES,
    MOST_PHOTOS,
    NoPhotographError,
    picture_alone,
)
from alongside.people.models import Person
from alongside.pipeline import bring_up_to_date
from alongside.sources.contract import AttachedFile, Mailbox
from alongside.touches.models import Placement, Touch

LONGEST_CAPTURED = 200_000
"""Of one captured note: some thirty hours of dictation. Unit: characters."""

LONGEST_NAME = 200
"""Of the words that say whom it is about. Unit: characters."""

OLDEST_DAYS = 366
"""A device's clock is believed so far back. Unit: days."""

CLOCK_AHEAD = timedelta(minutes=5)
"""A device's clock may be so much ahead of ours; beyond that, the note is of when it came."""

_log = logging.getLogger(__name__)


class CannotBeTakenError(ValueError):
    """This note cannot be taken as it is; the sentence says why, and what to do."""


class OtherWordsError(ValueError):
    """Under this id another note is kept."""


@dataclass(frozen=True, slots=True)
class Captured:
    """A note as a device sent it: `about` names a row of ours ("person:12"), `about_name` is how the device called it."""

    id: str
    text: str
    about: str
    about_name: str
    taken_at: datetime | None
    photos: Sequence[bytes]


def read_captured(sent: Mapping[str, str], photos: Sequence[Any]) -> Captured:
    """Read what a device sent. Raises CannotBeTakenError with a sentence for the page."""
    text = storable(sent.get("text", "").replace("\r\n", "\n"))
    if not text.strip() and not photos:
        raise CannotBeTakenError("There is nothing in this note: no words and no photograph.")
    if len(text) > LONGEST_CAPTURED:
        raise CannotBeTakenError(
            f"This note has {len(text):,} characters; {LONGEST_CAPTURED:,} are taken. Copy it and send it in two."
        )
    return Captured(
        id=_id(sent.get("id", "")),
        text=text,
        about=sent.get("about", "")[:LONGEST_NAME],
        about_name=" ".join(storable(sent.get("about_name", "")).split())[:LONGEST_NAME],
        taken_at=_instant(sent.get("taken_at", "")),
        photos=_pictures(photos),
    )


def keep_captured(captured: Captured, *, by: Any, at: datetime, as_of: date) -> Interaction:
    """Keep the note once and find what is in it. Raises OtherWordsError where the id stands for another note."""
    key = digest("captured", str(by.pk), captured.id)
    kept = _kept_under(key, by)
    if kept is None:
        kept = _record(captured, key, by=by, at=at)
    elif not kept.body.erased_at and not _is_same(kept, captured):
        raise OtherWordsError("Under this id another note is kept.")
    _derive(kept, by=by, as_of=as_of)
    return kept


def unnamed_notes(user: Any) -> "QuerySet[Interaction]":
    """Load the captured notes that do not say yet whom they are about, the newest first."""
    rows = live(Interaction.objects.visible_to(user).filter(where=CAPTURED, participants__isnull=True))
    return rows.filter(body__erased_at__isnull=True).select_related("body").order_by("-occurred_at", "-pk")


def asked_of(user: Any, note: Interaction) -> Whom:
    """Say who could be meant by what the note says of whom it is about."""
    return whom(user, "", note.body.subject)


def settle_whom(note: Interaction, said: Mapping[str, str], *, by: Any, as_of: date) -> Whom:
    """Take a person's word on whom a note is about: somebody, or nobody but the writer. The answer has no person where it is not clear."""
    if "mine" in said:
        own = Mailbox(by.email.lower() or f"{by.username}@localhost", by.get_full_name())
        byhand.say_about(note, [own], by=by, as_of=as_of)
        return Whom(name="yourself")
    chosen = f"person:{said['person']}" if said.get("person") else ""
    meant = whom(by, chosen, said.get("about_name", "")[:LONGEST_NAME])
    if meant.person:
        byhand.say_about(note, [Mailbox(meant.person.anchor, meant.person.name)], by=by, as_of=as_of)
    return meant


def _record(captured: Captured, key: str, *, by: Any, at: datetime) -> Interaction:
    about, said = _whom(captured, by)
    files = [AttachedFile(f"photo-{n}.jpg", "image/jpeg", photo) for n, photo in enumerate(captured.photos, 1)]
    when = _when(captured.taken_at, at)
    try:
        byhand.take_captured(
            captured.text, about=about, said=said, photos=files, by=by, at=at, happened_at=when, key=key
        )
    except IntegrityError:  # sent twice at the same moment: the other one has recorded it
        _log.warning("A captured note came twice at once; it is kept once.")
    return Interaction.objects.visible_to(by).select_related("body").get(identity_key=key)


def _derive(note: Interaction, *, by: Any, as_of: date) -> None:
    """Find what is in it. That it is kept does not depend on that: what is left undone here is taken up by the next that derives."""
    if note.body.erased_at or Placement.objects.visible_to(by).filter(pk=note.pk).exists():
        return
    try:
        bring_up_to_date(by, as_of=as_of, with_tables=False)
    except Exception:
        _log.exception("A captured note is kept; what is in it will be found later.")


def _kept_under(key: str, user: Any) -> Interaction | None:
    rows = Interaction.objects.visible_to(user).select_related("body")
    found: Interaction | None = rows.filter(identity_key=key).first()
    return found


def _is_same(kept: Interaction, captured: Captured) -> bool:
    there = list(kept.attachments.order_by("pk").values_list("sha256", flat=True))
    return kept.body.text == captured.text and there == [hash_of(photo) for photo in captured.photos]


def _whom(captured: Captured, user: Any) -> tuple[list[Person], str]:
    """Find whom it is about; where that is not one person or one meeting's people, keep how the device called it."""
    kind, _, number = captured.about.partition(":")
    if kind == "meeting" and number.isdecimal() and len(number) < 19:
        people = _met_at(user, int(number))
        return people, captured.about_name
    meant = whom(user, captured.about, captured.about_name)
    if meant.person:
        return [meant.person], ""
    return [], meant.name or captured.about_name


def _met_at(user: Any, meeting_id: int) -> list[Person]:
    """Give those of theirs who were at a meeting."""
    touches = Touch.objects.visible_to(user).filter(interaction_id=meeting_id, person__is_ours=False)
    return [touch.person for touch in touches.select_related("person").order_by("pk") if touch.person]


def _id(stated: str) -> str:
    try:
        return str(UUID(stated))
    except ValueError:
        raise CannotBeTakenError("This note has no id of its own. Copy its words into a new one.") from None


def _instant(stated: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(stated)
    except ValueError:
        return None
    return found if found.tzinfo else None


def _when(taken_at: datetime | None, at: datetime) -> datetime:
    if taken_at is None or not at - timedelta(days=OLDEST_DAYS) < taken_at < at + CLOCK_AHEAD:
        return at
    return min(taken_at, at).astimezone(UTC)


def _pictures(photos: Sequence[Any]) -> list[bytes]:
    if len(photos) > MOST_PHOTOS:
        raise CannotBeTakenError(f"A note takes {MOST_PHOTOS} photographs; this one has {len(photos)}. Send two notes.")
    return [_picture(photo) for photo in photos]


def _picture(photo: Any) -> bytes:
    if photo.size > LARGEST_PHOTO_BYTES:
        raise CannotBeTakenError(
            f"A photograph of {photo.size / 1024**2:.0f} MB is too large; {LARGEST_PHOTO_BYTES // 1024**2} MB are taken."
            " Take it again in a smaller size."
        )
    try:
        return picture_alone(photo.read())
    except NoPhotographError as trouble:
        raise CannotBeTakenError(
            f"A photograph could not be read. {trouble} Take it again, or send the words alone."
        ) from None
