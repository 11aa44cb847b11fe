"""Their needs, and what we suggested."""

from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.people.models import Account, Person
from alongside.vocabulary import NeedKind, SuggestionOutcome


class Need(models.Model):
    """Implied (a problem stated) or explicit (a want stated)."""

    owner = owner_field()
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="needs")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="needs")
    key = models.CharField(max_length=64)
    kind = word_field(NeedKind)
    text = models.TextField()
    heard_on = models.DateField()
    consequence = models.TextField(blank=True)
    rank = models.SmallIntegerField(null=True)
    reviewed_on = models.DateField(null=True)
    interaction = models.ForeignKey("alongside.Interaction", on_delete=models.SET_NULL, null=True, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="need_once"),
            only("need", "kind", NeedKind),
        ]


class Suggestion(models.Model):
    """What we proposed, and what came of it."""

    owner = owner_field()
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="suggestions")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="suggestions")
    key = models.CharField(max_length=64)
    text = models.TextField()
    made_on = models.DateField()
    outcome = word_field(SuggestionOutcome, default=SuggestionOutcome.OPEN)
    before_they_raised_it = models.BooleanField(default=False)
    interaction = models.ForeignKey("alongside.Interaction", on_delete=models.SET_NULL, null=True, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="suggestion_once"),
            only("suggestion", "outcome", SuggestionOutcome),
        ]
