"""What we know about people and companies: facts with their source, date and age."""

from django.db import models

from alongside.access import OwnedQuerySet, owner_field
from alongside.people.models import Account, Person


class Fact(models.Model):
    """Something known: topic, value, since when, from whom. Facts are appended; a newer one supersedes the older of its topic."""

    owner = owner_field()
    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="facts")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="facts")
    key = models.CharField(max_length=64)
    topic = models.CharField(max_length=60)
    value = models.TextField()
    as_of = models.DateField()
    source = models.TextField(blank=True)
    confirmed_by_them = models.BooleanField(default=False)
    interaction = models.ForeignKey("alongside.Interaction", on_delete=models.SET_NULL, null=True, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="fact_once")]
        indexes = [models.Index(fields=["account", "topic", "-as_of"], name="fact_by_account")]
