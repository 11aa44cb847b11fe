"""Gives and gets: what passed between us and a customer beside goods and money, in both directions."""

from django.conf import settings
from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.vocabulary import ExchangeKind, ExchangeSide


class Exchange(models.Model):
    """One give or get, as somebody of us entered it. Appended; one that was taken back no longer counts.

    `account_handle` names the customer by a domain or name, so that it outlives every rebuild and merge. A get whose `stands_for` is
    a concession was agreed in return for it; it counts once `delivered_on` is known. `value` is at the receiver's.
    `request_key` names the request that was conceded, `found_key` the sighting that proposed the entry, both by the sighting's key.
    """

    owner = owner_field()
    account_handle = models.CharField(max_length=330)
    side = word_field(ExchangeSide)
    kind = word_field(ExchangeKind)
    what = models.TextField()
    value = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    currency = models.CharField(max_length=8, blank=True)
    on = models.DateField()
    whose = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True)
    delivered_on = models.DateField(null=True)
    stands_for = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="returns")
    reason = models.TextField(blank=True)
    approved_by = models.CharField(max_length=200, blank=True)
    approved_on = models.DateField(null=True)
    request_key = models.CharField(max_length=64, blank=True, default="")
    found_key = models.CharField(max_length=64, blank=True, default="")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            only("exchange", "side", ExchangeSide),
            only("exchange", "kind", ExchangeKind),
            models.CheckConstraint(
                condition=models.Q(stands_for__isnull=True) | models.Q(side=ExchangeSide.GET),
                name="exchange_only_gets_stand_for",
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "account_handle", "on"], name="exchange_by_account"),
            models.Index(
                fields=["owner", "request_key"], name="exchange_by_request", condition=~models.Q(request_key="")
            ),
        ]
