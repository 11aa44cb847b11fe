"""What our company has settled for all of its people: appended, the newest word on each rule holds."""

from django.conf import settings
from django.db import models

from alongside.access import only, word_field
from alongside.vocabulary import HouseRule


class HouseWord(models.Model):
    """A person's word on a rule of the house. It belongs to the company, not to whoever said it: one database is one company."""

    rule = word_field(HouseRule)
    value = models.JSONField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [only("houseword", "rule", HouseRule)]
        indexes = [models.Index(fields=["rule", "-said_at"], name="houseword_by_rule")]
