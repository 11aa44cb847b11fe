"""Open and settled requests: what they asked us for."""

from django.conf import settings
from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.interactions.models import Interaction
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
    """A person's word on a request: answered, closed or open again, or when the next update is due. The latest holds."""

    owner = owner_field()
    sighting_key = models.CharField(max_length=64)
    state = word_field(RequestState)
    next_update_on = models.DateField(null=True)
    on = models.DateField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [only("requestdecision", "state", RequestState)]


class RequestEntry(models.Model):
    """One thing said in the file of a request: an answer about where it comes from, or a step of putting its cause right.

    Appended, and kept by the sighting's key for every rebuild; one that was taken back no longer counts. `source` says who told it,
    `due_on` by when a fix is to be done, `whose` who of us does it.
    """

    owner = owner_field()
    sighting_key = models.CharField(max_length=64)
    kind = word_field(EntryKind)
    text = models.TextField()
    source = models.CharField(max_length=300, blank=True)
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
