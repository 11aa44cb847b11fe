"""By which words are people and companies found? Those of their names, former ones too, addresses, domains and titles.

Derived; `index_names.py` makes them.
"""

from django.db import models

from alongside.access import OwnedQuerySet, owner_field
from alongside.people.models import Account, Person


class NameWord(models.Model):
    """One word by which a person or a company is found.

    `head` is its first two letters, `sound` what is left of it where spellings differ: by these the index leads to it, also from a
    word that was typed wrongly. `is_name` tells a word of a name from one of an address, a domain or a title.
    """

    owner = owner_field()
    word = models.CharField(max_length=64)
    head = models.CharField(max_length=2)
    sound = models.CharField(max_length=8)
    is_name = models.BooleanField()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=True, account__isnull=False)
                | models.Q(person__isnull=False, account__isnull=True),
                name="nameword_of_one",
            )
        ]
        indexes = [
            models.Index(fields=["owner", "head", "word"], name="nameword_by_head"),
            models.Index(fields=["owner", "sound", "word"], name="nameword_by_sound"),
        ]
