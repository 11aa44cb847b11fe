"""What opens the door to a program: a token, kept as a digest only; and what a request with a key was answered."""

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from alongside.access import OwnedQuerySet, owner_field

DIGEST_LENGTH = 64
"""Of SHA-256, written in hexadecimal. Unit: characters."""


class AccessToken(models.Model):
    """A token made by its owner: it may do what its scopes say, and never more than its owner may.

    The token itself is shown once and not kept. One that has expired or was revoked opens nothing, and stays on record.
    """

    owner = owner_field()
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    scopes = models.JSONField(default=list)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Exact(Length("digest"), DIGEST_LENGTH), name="accesstoken_whole_digest"),
        ]


class KeptAnswer(models.Model):
    """What a request that came with a key was answered: the same request again gets the same answer and does nothing.

    Kept for a day or so, and forgotten with the words when words are erased.
    """

    owner = owner_field()
    key = models.CharField(max_length=100)
    asked = models.CharField(max_length=DIGEST_LENGTH)
    status = models.SmallIntegerField()
    answer = models.TextField(blank=True)
    kept_at = models.DateTimeField()

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="keptanswer_once")]
