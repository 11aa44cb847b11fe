"""What the company made of the questions that it asks about a request: other words, another place, in use or not."""

from django.conf import settings
from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.vocabulary import QuestionKind, RequestKind


class Question(models.Model):
    """How one question of the bank reads since somebody said so. Appended: the latest word that was not taken back holds.

    `key` is that of a question that came with the program, or of one of the company's own.
    """

    owner = owner_field()
    key = models.CharField(max_length=64)
    kind = word_field(QuestionKind)
    text = models.TextField()
    fits = word_field(RequestKind)
    position = models.IntegerField()
    is_retired = models.BooleanField(default=False)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [only("question", "kind", QuestionKind), only("question", "fits", RequestKind)]
        indexes = [models.Index(fields=["owner", "key"], name="question_by_key")]
