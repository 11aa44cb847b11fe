"""The list of what to do today, and what people decided about its items."""

from django.conf import settings
from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.people.models import Account, Person
from alongside.vocabulary import PlayName, TodayVerdict


class TodayItem(models.Model):
    """One suggested thing to do (plays.contract.Suggested), kept so that Today opens at once. Derived: made anew with each judging."""

    owner = owner_field()
    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="today_items")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="today_items")
    key = models.CharField(max_length=120)
    play = word_field(PlayName)
    as_of = models.DateField()
    position = models.IntegerField(default=0)
    say = models.TextField()
    why = models.TextField()
    advances = models.TextField(blank=True)
    settles_on = models.TextField(blank=True)
    evidence = models.JSONField(default=list)
    action = models.CharField(max_length=40)
    action_label = models.CharField(max_length=80)
    owed = models.SmallIntegerField(default=0)
    gain = models.SmallIntegerField(default=0)
    days_late = models.IntegerField(default=0)
    subject_id = models.BigIntegerField(null=True)
    reply_to_interaction_id = models.BigIntegerField(null=True)
    draft_subject = models.TextField(blank=True)
    draft_text = models.TextField(blank=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="todayitem_once"),
            only("todayitem", "play", PlayName),
        ]
        indexes = [models.Index(fields=["owner", "position"], name="todayitem_in_order")]


class TodayDecision(models.Model):
    """A person's word on an item: done, snoozed until a day, or dismissed and why. Undo sets `withdrawn_at`."""

    owner = owner_field()
    key = models.CharField(max_length=120)
    verdict = word_field(TodayVerdict)
    until = models.DateField(null=True)
    why = models.TextField(blank=True)
    say = models.TextField(blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [only("todaydecision", "verdict", TodayVerdict)]
        indexes = [models.Index(fields=["owner", "key"], name="todaydecision_by_key")]
