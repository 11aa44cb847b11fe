"""Letters that are sent from here: each is a row until its outcome is known, and stays as the record of it."""

from django.conf import settings
from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.vocabulary import LetterState


class OutgoingLetter(models.Model):
    """One letter on its way out. The worker claims it by a conditional update and hands it over once.

    `message_id` is made when it is queued and never changes, so that a copy that comes in later is known for the same letter.
    `recipients` are pairs of address and name. `about` is the key of the request that it is an update of, `next_update_on` the
    day that it names for the next one. `claim` names the attempt that has it, `before` the state to go back to when sending it
    again is taken back.
    """

    owner = owner_field()
    message_id = models.CharField(max_length=255)
    sender = models.CharField(max_length=320)
    sender_name = models.CharField(max_length=300, blank=True)
    recipients = models.JSONField()
    subject = models.TextField(blank=True)
    text = models.TextField(blank=True)
    in_reply_to = models.CharField(max_length=500, blank=True)
    references = models.JSONField(default=list)
    about = models.CharField(max_length=64, blank=True)
    next_update_on = models.DateField(null=True)
    item_key = models.CharField(max_length=120, blank=True)
    queued_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    queued_at = models.DateTimeField()
    leaves_at = models.DateTimeField()
    state = word_field(LetterState, default=LetterState.QUEUED)
    before = word_field(LetterState, blank=True, default="")
    claim = models.CharField(max_length=32, blank=True)
    tries = models.SmallIntegerField(default=0)
    reason = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "message_id"], name="outgoingletter_once"),
            only("outgoingletter", "state", LetterState),
            only("outgoingletter", "before", LetterState, blank=True),
            models.CheckConstraint(
                condition=models.Q(decided_at__isnull=True, decided_by__isnull=True)
                | models.Q(decided_at__isnull=False, decided_by__isnull=False),
                name="outgoingletter_decided_who_and_when",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "leaves_at"], name="outgoingletter_due"),
            models.Index(fields=["owner", "-queued_at"], name="outgoingletter_newest"),
        ]

    @property
    def addresses(self) -> list[str]:
        """List the addresses that it goes to."""
        return [address for address, _ in self.recipients]

    @property
    def names(self) -> str:
        """Name whom it goes to, by name where one is known."""
        return ", ".join(name or address for address, name in self.recipients)
