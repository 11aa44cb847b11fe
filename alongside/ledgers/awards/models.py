"""Decided pieces of business and the route by which each came: what the relationship level is read from."""

from django.conf import settings
from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.ledgers.orders.models import Order
from alongside.people.models import Account, Person
from alongside.vocabulary import AwardOrigin, AwardOutcome, AwardRoute, FirstHeard, NoBidReason


class Award(models.Model):
    """One decided piece of business. `route` is what a person or a table said; `proposed_route` what the record suggests.

    `key` names it across rebuilds (the order it came from, the table's row, or the sighting).
    """

    owner = owner_field()
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="awards")
    key = models.CharField(max_length=64)
    category = models.CharField(max_length=200)
    decided_on = models.DateField()
    value = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    currency = models.CharField(max_length=8, blank=True)
    outcome = word_field(AwardOutcome)
    route = word_field(AwardRoute, blank=True, default="")
    proposed_route = word_field(AwardRoute, blank=True, default="")
    proposed_because = models.TextField(blank=True)
    no_bid_reason = word_field(NoBidReason, blank=True, default="")
    origin = word_field(AwardOrigin, blank=True, default="")
    first_heard = word_field(FirstHeard, blank=True, default="")
    awarded_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="awards")
    order = models.ForeignKey(Order, on_delete=models.SET_NULL, null=True, related_name="awards")
    interaction = models.ForeignKey("alongside.Interaction", on_delete=models.SET_NULL, null=True, related_name="+")
    label = models.CharField(max_length=300, blank=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="award_once"),
            only("award", "outcome", AwardOutcome),
            only("award", "route", AwardRoute, blank=True),
            only("award", "proposed_route", AwardRoute, blank=True),
            only("award", "no_bid_reason", NoBidReason, blank=True),
            only("award", "origin", AwardOrigin, blank=True),
            only("award", "first_heard", FirstHeard, blank=True),
        ]
        indexes = [models.Index(fields=["account", "-decided_on"], name="award_by_account")]


class AwardDecision(models.Model):
    """A person's word on an award: its route, and what else they know. The latest holds; blank leaves the record's own value."""

    owner = owner_field()
    award_key = models.CharField(max_length=64)
    route = word_field(AwardRoute, blank=True, default="")
    no_bid_reason = word_field(NoBidReason, blank=True, default="")
    origin = word_field(AwardOrigin, blank=True, default="")
    first_heard = word_field(FirstHeard, blank=True, default="")
    awarded_by = models.CharField(max_length=320, blank=True)  # an address
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            only("awarddecision", "route", AwardRoute, blank=True),
            only("awarddecision", "no_bid_reason", NoBidReason, blank=True),
            only("awarddecision", "origin", AwardOrigin, blank=True),
            only("awarddecision", "first_heard", FirstHeard, blank=True),
        ]


class Listing(models.Model):
    """A documented right to be invited: the customer's list, by category, from a date."""

    owner = owner_field()
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="listings")
    key = models.CharField(max_length=64)
    category = models.CharField(max_length=200)
    from_on = models.DateField()
    evidence = models.TextField(blank=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="listing_once")]
