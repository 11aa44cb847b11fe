"""Pieces of business that are not decided yet, as a table stated them."""

from django.db import models

from alongside.access import OwnedQuerySet, owner_field
from alongside.people.models import Account, Person


class Opportunity(models.Model):
    """One possible piece of business."""

    owner = owner_field()
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="opportunities")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="opportunities")
    key = models.CharField(max_length=64)
    name = models.CharField(max_length=300)
    category = models.CharField(max_length=200, blank=True)
    stage = models.CharField(max_length=100, blank=True)
    value = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    currency = models.CharField(max_length=8, blank=True)
    closes_on = models.DateField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="opportunity_once")]
