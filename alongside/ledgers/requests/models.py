"""Open and settled requests: what they asked us for."""

from django.conf import settings
from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.interactions.models import Interaction
from alongside.judgement.abreast import LONGEST_UPDATE_DAYS, UPDATE_DAYS
from alongside.people.models import Account, Person
from alongside.vocabulary import EntryKind, RequestState


class Request(models.Model):
    """Something they asked for. Posted from a sighting (`sighting_key`); a person's word on its state is a RequestDecision."""

    owner = owner_field()
    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="requests")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="requests")
    interaction = models.ForeignKey(Interaction, on_delete=models.CASCADE, related_name="requests")
    sighting_key = models.CharField(max_length=64)
    what = models.TextField()
    quote = models.TextField(blank=True)
    asked_on = models.DateField()
    state = word_field(RequestState, default=RequestState.OPEN)
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey(Interaction, on_delete=models.SET_NULL, null=True, related_name="+")
    last_update_on = models.DateField(null=True)
    next_update_on = models.DateField(null=True)
    asked_again = models.SmallIntegerField(default=0)
    told = models.JSONField(default=list)  # our words on it: pairs of day and interaction, 0 for what was said by mouth
    update_days = models.SmallIntegerField(default=UPDATE_DAYS)  # how often they were to hear from us

    thread_id: int  # where a read annotates it

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "sighting_key"], name="request_once"),
            only("request", "state", RequestState),
        ]
        indexes = [
            models.Index(fields=["account", "state", "-asked_on"], name="request_by_account"),
            models.Index(fields=["owner", "state", "account"], name="request_count"),
        ]


class RequestDecision(models.Model):
    """A person's word on a request: answered, closed or open again, or when the next update is due. The latest on each holds.

    `state` is empty where only the day was said: the record may settle the request then as before.
    """

    owner = owner_field()
    sighting_key = models.CharField(max_length=64)
    state = word_field(RequestState, blank=True, default="")
    next_update_on = models.DateField(null=True)
    on = models.DateField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [only("requestdecision", "state", RequestState, blank=True)]


class RequestEntry(models.Model):
    """One thing said in the file of a request: an answer about where it comes from, or a step of putting its cause right.

    Appended, and kept by the sighting's key for every rebuild; one that was taken back no longer counts. `source` says who told it,
    `source_key` names the mail that says it, `due_on` by when a fix is to be done, `whose` who of us does it. An answer keeps the
    key of its `question` and the words in which it was `asked`, whatever becomes of the question later.
    """

    owner = owner_field()
    sighting_key = models.CharField(max_length=64)
    kind = word_field(EntryKind)
    text = models.TextField()
    question = models.CharField(max_length=64, blank=True)
    asked = models.TextField(blank=True)
    source = models.CharField(max_length=300, blank=True)
    source_key = models.CharField(max_length=64, blank=True)
    whose = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    due_on = models.DateField(null=True)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [only("requestentry", "kind", EntryKind)]
        indexes = [models.Index(fields=["owner", "sighting_key"], name="requestentry_by_request")]


class Update(models.Model):
    """A word to whoever asked about how it stands, which answers nothing yet: a mail (`message_id`), or said by mouth (`words`)."""

    owner = owner_field()
    sighting_key = models.CharField(max_length=64)
    message_id = models.CharField(max_length=500, blank=True)
    words = models.TextField(blank=True)
    on = models.DateField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["owner", "sighting_key"], name="update_by_request")]


class UpdateInterval(models.Model):
    """How often a customer hears how their requests stand; without `account_handle` it is so for all. The latest word holds."""

    owner = owner_field()
    account_handle = models.CharField(max_length=330, blank=True)
    days = models.SmallIntegerField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(days__gte=1, days__lte=LONGEST_UPDATE_DAYS), name="updateinterval_days_in_bounds"
            )
        ]
        indexes = [models.Index(fields=["owner", "account_handle"], name="updateinterval_by_account")]
