"""Cases that an adviser was asked about, what came of the answer, and the lessons that it left."""

from django.conf import settings
from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.vocabulary import AdviceResult, AdviceStep


class AdviceCase(models.Model):
    """A question put to an adviser, with the case as it was told (`text`): what was chosen to be told, and nothing else.

    `account_handle` names the customer by a domain or name and `sighting_key` the request ("" for none), so that both outlive every
    rebuild and merge. Appended; one that was taken back no longer counts.
    """

    owner = owner_field()
    account_handle = models.CharField(max_length=330)
    sighting_key = models.CharField(max_length=64, blank=True)
    adviser = models.CharField(max_length=200)
    address = models.CharField(max_length=320, blank=True)
    question = models.TextField()
    text = models.TextField()
    asked_on = models.DateField()
    answer_due_on = models.DateField(null=True)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["owner", "account_handle"], name="advicecase_by_account")]


class AdviceEntry(models.Model):
    """What came after the asking: the answer (whose, in their words), what we tried, and its result with why."""

    owner = owner_field()
    case = models.ForeignKey(AdviceCase, on_delete=models.PROTECT, related_name="entries")
    step = word_field(AdviceStep)
    text = models.TextField(blank=True)
    whose = models.CharField(max_length=200, blank=True)
    result = word_field(AdviceResult, blank=True, default="")
    on = models.DateField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            only("adviceentry", "step", AdviceStep),
            only("adviceentry", "result", AdviceResult, blank=True),
        ]


class Lesson(models.Model):
    """A short rule in one's own words, and what it applies to: found again where a case looks alike."""

    owner = owner_field()
    case = models.ForeignKey(AdviceCase, on_delete=models.PROTECT, null=True, related_name="lessons")
    rule = models.TextField()
    applies_to = models.TextField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()
