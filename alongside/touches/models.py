"""Where each interaction belongs: its thread, its direction, and the contacts between one of us and one of them. Derived throughout."""

from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.interactions.models import Interaction
from alongside.people.models import Account, Person
from alongside.vocabulary import Automatic, Direction, InteractionKind, Reading


class Placement(models.Model):
    """Thread, direction and kind of one interaction. `thread_id` is the smallest interaction id of its thread."""

    interaction = models.OneToOneField(
        Interaction, on_delete=models.CASCADE, primary_key=True, related_name="placement"
    )
    owner = owner_field()
    thread_id = models.BigIntegerField()
    direction = word_field(Direction)
    automatic = word_field(Automatic, default=Automatic.PERSONAL)
    automatic_because = models.CharField(max_length=300, blank=True)
    is_superseded = models.BooleanField(default=False)  # a meeting that was moved or cancelled since
    reading = word_field(Reading, default=Reading.UNREAD)
    reading_trouble = models.CharField(max_length=200, blank=True)  # why its text was given up

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            only("placement", "direction", Direction),
            only("placement", "automatic", Automatic),
            only("placement", "reading", Reading),
        ]
        indexes = [models.Index(fields=["owner", "thread_id"], name="placement_by_thread")]


class ThreadLink(models.Model):
    """A message id within a circle of people (circles.py), as a mail has it or names it, and the thread it belongs to."""

    owner = owner_field()
    link = models.CharField(max_length=64)
    thread_id = models.BigIntegerField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "link"], name="threadlink_once")]


class ClaimDecision(models.Model):
    """A person's word that a mail belongs to the conversation which it claims to answer; kept by message ids for every rebuild."""

    owner = owner_field()
    message_id = models.CharField(max_length=500)
    answers = models.CharField(max_length=500)
    decided_by = models.ForeignKey("auth.User", on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()


class Touch(models.Model):
    """One interaction seen from one person of theirs: a line of the account's and the person's timeline.

    Where something is told of a company and nobody there is named, `person` is null and it never counts.

    `counts` is False where it is no contact (automatic, list, only in CC): shown, but never judged.
    `our_person` is who of us took part (the first, when several did).
    """

    owner = owner_field()
    interaction = models.ForeignKey(Interaction, on_delete=models.CASCADE, related_name="touches")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="touches")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="touches")
    our_person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    at = models.DateTimeField()
    kind = word_field(InteractionKind)
    direction = word_field(Direction)
    thread_id = models.BigIntegerField()
    others = models.SmallIntegerField(default=0)
    counts = models.BooleanField(default=True)
    is_main = models.BooleanField(
        default=False
    )  # the one touch of this interaction that stands for it on the account's timeline

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["interaction", "person"], name="touch_once"),
            models.CheckConstraint(
                condition=models.Q(person__isnull=False) | models.Q(account__isnull=False, counts=False),
                name="touch_of_nobody_never_counts",
            ),
            only("touch", "direction", Direction),
            only("touch", "kind", InteractionKind),
        ]
        indexes = [
            models.Index(fields=["account", "is_main", "-at", "-id"], name="touch_by_account"),
            models.Index(fields=["person", "-at", "-id"], name="touch_by_person"),
            models.Index(fields=["owner", "-at", "-id"], name="touch_by_owner"),
        ]
