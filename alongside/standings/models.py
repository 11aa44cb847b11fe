"""Where we stand with each account, kept so that a list of thousands opens at once. Derived: judgement makes it anew at any time."""

from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.people.models import Account
from alongside.vocabulary import RelationshipLevel, RuleName


class Standing(models.Model):
    """The findings about one account as of a day, as JSON (judgement.finding), with the few that lists sort by."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, primary_key=True, related_name="judged")
    owner = owner_field()
    as_of = models.DateField()
    level = word_field(RelationshipLevel)
    level_rung = models.SmallIntegerField(default=0)
    category = models.CharField(max_length=200, blank=True)
    is_at_risk = models.BooleanField(default=False)
    weakest_rule = word_field(RuleName, blank=True, default="")
    last_touch_at = models.DateTimeField(null=True)
    next_touch_at = models.DateTimeField(null=True)
    touches_in_90_days = models.IntegerField(default=0)
    findings = models.JSONField(default=dict)
    pictures = models.JSONField(default=dict)  # ties by person, presence by week, the joint plan's words

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            only("standing", "level", RelationshipLevel),
            only("standing", "weakest_rule", RuleName, blank=True),
        ]
        indexes = [models.Index(fields=["owner", "-level_rung", "account"], name="standing_by_level")]


class LevelMonth(models.Model):
    """The level of an account's category at the end of a month."""

    owner = owner_field()
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="level_months")
    month_end = models.DateField()
    category = models.CharField(max_length=200)
    level = word_field(RelationshipLevel)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "month_end", "category"], name="levelmonth_once"),
            only("levelmonth", "level", RelationshipLevel),
        ]
