"""What they bought."""

from django.db import models

from alongside.access import OwnedQuerySet, owner_field
from alongside.people.models import Account, Person


class Order(models.Model):
    """One order, gathered from the rows of a table (or a sighting) that share its number. `key` names it across rebuilds."""

    owner = owner_field()
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="orders")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="orders")
    key = models.CharField(max_length=64)
    number = models.CharField(max_length=100, blank=True)
    ordered_on = models.DateField()
    category = models.CharField(max_length=200)
    value = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    currency = models.CharField(max_length=8, blank=True)
    cancelled = models.BooleanField(default=False)
    own_fields = models.JSONField(default=dict)  # columns of tables that are no field of ours, by their headings
    interaction = models.ForeignKey("alongside.Interaction", on_delete=models.SET_NULL, null=True, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="order_once")]
        indexes = [models.Index(fields=["account", "-ordered_on"], name="order_by_account")]


class OrderLine(models.Model):
    """One product on an order."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    product = models.CharField(max_length=300)
    quantity = models.DecimalField(max_digits=18, decimal_places=3, null=True)
    unit = models.CharField(max_length=20, blank=True)
    unit_price = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    value = models.DecimalField(max_digits=18, decimal_places=2, null=True)
