"""What people said of who has an account, and what whoever hands it over wants the next one to know."""

from django.conf import settings
from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.vocabulary import TenureEntryKind


class TenureEntry(models.Model):
    """One thing said of who has an account: taken over or handed over (from or to `who`, on a day), or a note (`text`).

    `account_handle` names the account by a domain or name, so that it outlives every rebuild and merge. Of the changes the latest
    that was not taken back holds, over what a table says. A private note is shown to its writer alone, and never on a handover.
    """

    owner = owner_field()
    account_handle = models.CharField(max_length=330)
    kind = word_field(TenureEntryKind)
    who = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    on = models.DateField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [only("tenureentry", "kind", TenureEntryKind)]
        indexes = [models.Index(fields=["owner", "account_handle"], name="tenureentry_by_account")]
