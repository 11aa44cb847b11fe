"""The customer's page: its private addresses, what was published on it, and what they wrote there.

A page is made from these three tables alone. They know a customer, a request and a step only by name, never by a row.
"""

from django.conf import settings
from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.vocabulary import LinkPurpose, PageWordKind, PublishedKind, PublishedState, Side

DIGEST_LENGTH = 64
"""Of SHA-256, written in hexadecimal. Unit: characters."""


class PageLink(models.Model):
    """A private address of a customer's page. The address itself is shown once and not kept: `digest` is all that is left of it.

    `name` is whom it was made for, empty for a link that several use; `person_handle` is the mail address under which what is
    written with it comes back: that person's, else a desk's of the customer. One that has expired or was revoked opens nothing, and
    stays on record.
    """

    owner = owner_field()
    account_handle = models.CharField(max_length=330)
    person_handle = models.CharField(max_length=330)
    name = models.CharField(max_length=300, blank=True)
    purpose = word_field(LinkPurpose)
    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)  # last; perhaps by a program that looks at links in mail

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            only("pagelink", "purpose", LinkPurpose),
            models.CheckConstraint(condition=Exact(Length("digest"), DIGEST_LENGTH), name="pagelink_whole_digest"),
        ]
        indexes = [models.Index(fields=["owner", "account_handle"], name="pagelink_by_account")]


class Published(models.Model):
    """Words that somebody of us chose to show on a customer's page: copied, and from then on independent of where they came from.

    Appended: publishing again adds a row that holds instead, and `version` counts them. `item_key` is random, stays with the item
    and is all that the page's forms name. `source_key` (the sighting of a request, the name of a step) never leaves the house.
    """

    owner = owner_field()
    account_handle = models.CharField(max_length=330)
    item_key = models.CharField(max_length=32)
    kind = word_field(PublishedKind)
    source_key = models.CharField(max_length=64, blank=True)
    version = models.IntegerField(default=0)
    words = models.TextField()
    since = models.TextField(blank=True)  # what was done about a request since; below a heading, the greeting
    state = word_field(PublishedState, blank=True, default="")
    side = word_field(Side, blank=True, default="")
    whose = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True)  # of a request, when they hear from us next
    is_done = models.BooleanField(default=False)
    place = models.IntegerField(default=0)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            only("published", "kind", PublishedKind),
            only("published", "state", PublishedState, blank=True),
            only("published", "side", Side, blank=True),
            models.UniqueConstraint(
                fields=["owner", "account_handle", "kind", "source_key"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="published_one_holds",
            ),
        ]
        indexes = [models.Index(fields=["owner", "account_handle"], name="published_by_account")]


class PageWord(models.Model):
    """One thing that a customer said on their page: a comment, a confirmation, a step ticked off. Appended.

    It waits here until it is taken in as an interaction (`interaction_key`); only that is read and judged. `once` comes from the form,
    so that sending it twice says it once. Erasing the interaction's words empties `text` and `name` too.
    """

    owner = owner_field()
    link = models.ForeignKey(PageLink, on_delete=models.PROTECT, related_name="words")
    item_key = models.CharField(max_length=32, blank=True)
    kind = word_field(PageWordKind)
    text = models.TextField(blank=True)
    name = models.CharField(max_length=200, blank=True)
    once = models.CharField(max_length=64)
    at = models.DateTimeField()
    interaction_key = models.CharField(max_length=64, blank=True)
    taken_in_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            only("pageword", "kind", PageWordKind),
            models.UniqueConstraint(fields=["link", "once"], name="pageword_once"),
        ]
        indexes = [models.Index(fields=["owner", "taken_in_at"], name="pageword_waiting")]
