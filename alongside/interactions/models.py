"""What took place between us and them, as it came: appended, never edited.

The database itself refuses UPDATE and DELETE on the envelope tables (see migrations); only a body can be erased.
What follows from these rows (threads, touches, sightings) is derived elsewhere and can be made anew.
"""

from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.vocabulary import InteractionKind, ParticipantRole

CAPTURED = "captured on a device"
"""Where a note came from that was taken on a telephone (`Interaction.where`); it may not say yet whom it is about."""


class Address(models.Model):
    """A mail address as it was met, once per owner. Who is behind it is for people/ to say."""

    owner = owner_field()
    value = models.CharField(max_length=320)
    domain = models.CharField(max_length=255, db_index=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "value"], name="address_once")]


class SourceRecord(models.Model):
    """A row of a table or a contact card as it came. `fields` keeps the values as read; append-only."""

    owner = owner_field()
    table = models.CharField(max_length=32)
    identity_key = models.CharField(max_length=64)
    fields = models.JSONField()
    where = models.CharField(max_length=500)
    recorded_at = models.DateTimeField()
    import_id = models.BigIntegerField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "identity_key"], name="sourcerecord_once")]
        indexes = [models.Index(fields=["owner", "table"], name="sourcerecord_table")]


class Withdrawal(models.Model):
    """An item that no import stands for any more: it is kept, and counts for nothing until it is brought in again."""

    owner = owner_field()
    identity_key = models.CharField(max_length=64)
    withdrawn_at = models.DateTimeField()

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "identity_key"], name="withdrawal_once")]


class ReplacedRow(models.Model):
    """A row of a table that a later table corrected: kept as history, it counts for nothing as long as the later one stands.

    Worked out from the imports (intake/holding.py), and made anew when one is undone.
    """

    owner = owner_field()
    identity_key = models.CharField(max_length=64)
    replaced_by = models.CharField(max_length=64)  # the identity key of the row that holds

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "identity_key"], name="replacedrow_once")]
        indexes = [models.Index(fields=["owner", "replaced_by"], name="replacedrow_by")]


class Interaction(models.Model):
    """The envelope: that it took place, when, and by what ids it is known. Append-only.

    `message_id` of a meeting is its calendar uid with the recurrence; `headers` keeps the few that tell automatic mail,
    what had to be put right to read it (repairs) and which files its HTML shows (inline: SHA-256 by content id); of a
    meeting, what tells which statement holds (sequence, stated-at, series, declined).
    """

    owner = owner_field()
    kind = word_field(InteractionKind)
    identity_key = models.CharField(max_length=64)
    message_id = models.CharField(max_length=500, blank=True)
    in_reply_to = models.CharField(max_length=500, blank=True)
    references = models.JSONField(default=list)
    occurred_at = models.DateTimeField()
    utc_offset_minutes = models.SmallIntegerField(default=0)
    is_date_stated = models.BooleanField(default=True)
    ends_at = models.DateTimeField(null=True)
    headers = models.JSONField(default=dict)
    labels = models.JSONField(default=list)
    cancelled = models.BooleanField(default=False)
    where = models.CharField(max_length=500, blank=True)
    recorded_at = models.DateTimeField()
    import_id = models.BigIntegerField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "identity_key"], name="interaction_once"),
            only("interaction", "kind", InteractionKind),
        ]
        indexes = [
            models.Index(fields=["owner", "occurred_at", "id"], name="interaction_by_time"),
            models.Index(fields=["owner", "message_id"], name="interaction_by_message_id"),
            models.Index(fields=["import_id"], name="interaction_by_import"),
            models.Index(fields=["owner"], condition=models.Q(where=CAPTURED), name="interaction_captured"),
        ]


class InteractionBody(models.Model):
    """The words: subject, text and HTML. The only part of an interaction that can be erased."""

    interaction = models.OneToOneField(Interaction, on_delete=models.PROTECT, primary_key=True, related_name="body")
    owner = owner_field()
    subject = models.TextField(blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    location = models.TextField(blank=True)
    erased_at = models.DateTimeField(null=True)
    erased_by = models.ForeignKey("auth.User", on_delete=models.PROTECT, null=True, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(erased_at__isnull=True, erased_by__isnull=True)
                | models.Q(erased_at__isnull=False, erased_by__isnull=False),
                name="body_erased_who_and_when",
            )
        ]


class Participant(models.Model):
    """Who took part, as the item states it. Append-only."""

    interaction = models.ForeignKey(Interaction, on_delete=models.PROTECT, related_name="participants")
    address = models.ForeignKey(Address, on_delete=models.PROTECT, related_name="participants")
    role = word_field(ParticipantRole)
    name = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [only("participant", "role", ParticipantRole)]


class Attachment(models.Model):
    """A file that came along, kept by the hash of its content and only ever offered as a download."""

    interaction = models.ForeignKey(Interaction, on_delete=models.PROTECT, related_name="attachments")
    name = models.CharField(max_length=500)
    media_type = models.CharField(max_length=200)
    size_bytes = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
