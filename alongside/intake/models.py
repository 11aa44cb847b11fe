"""One bringing-in of files: what it counted, how far it is, and what it refused and why."""

from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.vocabulary import ImportState, ItemOutcome


class Import(models.Model):
    """A run over some files. Counts grow while it runs, so that a page can show them."""

    owner = owner_field()
    label = models.CharField(max_length=500)
    paths = models.JSONField(default=list)
    names = models.JSONField(default=dict)  # what an uploaded file was called, by the name under which it is kept
    state = word_field(ImportState, default=ImportState.WAITING)
    stage = models.CharField(max_length=40, blank=True)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    bytes_total = models.BigIntegerField(default=0)
    bytes_done = models.BigIntegerField(default=0)
    recorded = models.IntegerField(default=0)
    changed = models.IntegerField(default=0)
    known = models.IntegerField(default=0)
    refused = models.IntegerField(default=0)
    by_kind = models.JSONField(default=dict)
    readings = models.JSONField(default=dict)  # what a person said of its tables, by the fingerprint of their headings
    seen = models.JSONField(default=dict)  # what the look before it saw
    trouble = models.TextField(blank=True)
    starts = models.SmallIntegerField(default=1)  # above one: it was cut off, and begun again
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey("auth.User", on_delete=models.PROTECT, null=True, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            only("import", "state", ImportState),
            models.CheckConstraint(
                condition=models.Q(undone_at__isnull=True, undone_by__isnull=True)
                | models.Q(undone_at__isnull=False, undone_by__isnull=False),
                name="import_undone_who_and_when",
            ),
        ]


class TableReading(models.Model):
    """How somebody wants tables with certain headings to be read: kept when they brought one in, and proposed the next time."""

    owner = owner_field()
    fingerprint = models.CharField(max_length=64)
    headings = models.JSONField(default=list)
    reading = models.JSONField(default=dict)
    said_at = models.DateTimeField()

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "fingerprint"], name="tablereading_once")]


class ImportedTable(models.Model):
    """One table of an import: a file or a sheet, how it was headed, and with which table its rows stand.

    A file that came in before, and the mended rows of one, say nothing newer than that one did: `stands_with` names it.
    """

    owner = owner_field()
    brought_by = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="tables")
    name = models.CharField(max_length=500)
    kind = models.CharField(max_length=32)
    headings = models.JSONField(default=list)
    delimiter = models.CharField(max_length=1)
    digest = models.CharField(max_length=64)
    stands_with = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["brought_by", "name"], name="importedtable_once")]
        indexes = [models.Index(fields=["owner", "digest"], name="importedtable_by_digest")]


class ImportedItem(models.Model):
    """An item that an import brought, new or known already: an item counts as long as one import that was not undone has it."""

    owner = owner_field()
    brought_by = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="items")
    identity_key = models.CharField(max_length=64)
    outcome = word_field(ItemOutcome, default=ItemOutcome.RECORDED)
    table = models.ForeignKey(ImportedTable, on_delete=models.CASCADE, null=True, related_name="items", db_index=False)
    line = models.IntegerField(null=True)  # of a table's row; a mail's place stands on its envelope

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["brought_by", "identity_key"], name="importeditem_once"),
            only("importeditem", "outcome", ItemOutcome),
        ]
        indexes = [
            models.Index(fields=["owner", "identity_key"], name="importeditem_by_key"),
            models.Index(fields=["table"], condition=models.Q(table__isnull=False), name="importeditem_by_table"),
        ]


class RefusedItem(models.Model):
    """An item that could not be taken: where it stands, why, and its raw bytes, to be looked at and tried again.

    `raw` holds it whole up to RAW_BESIDE_BYTES, else its beginning; what is larger lies in the quarantine under its `sha256`.
    `stopped` says that it ended the program that reads files; such a one is tried by itself a few times only.
    """

    owner = owner_field()
    brought_by = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="refusals")
    where = models.CharField(max_length=500)
    reason = models.TextField()
    raw = models.BinaryField(default=bytes)
    sha256 = models.CharField(max_length=64, blank=True)
    size_bytes = models.BigIntegerField(default=0)
    stopped = models.BooleanField(default=False)
    tries = models.SmallIntegerField(default=1)
    is_to_try = models.BooleanField(default=False)
    table = models.ForeignKey(ImportedTable, on_delete=models.CASCADE, null=True, related_name="refusals")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["owner"], condition=models.Q(is_to_try=True), name="refuseditem_to_try"),
            models.Index(fields=["owner", "sha256"], condition=models.Q(stopped=True), name="refuseditem_stopped"),
        ]
