"""Who may see which row: the one door through which every read begins.

Today each record is seen by its owner alone. Teams and sharing will widen `visible_to`, and nothing else.
"""

from typing import Any, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, ForeignKey, Q

from alongside.vocabulary import Word

_Row = TypeVar("_Row", bound=models.Model, covariant=True)


class OwnedQuerySet(models.QuerySet[_Row]):
    """Rows with an `owner`; a face starts every read with `visible_to`."""

    def visible_to(self, user: Any) -> Self:
        """Keep the rows that this user may see; an anonymous or switched-off user sees none."""
        if not getattr(user, "is_active", False):
            return self.none()
        return self.filter(owner_id=user.pk)


def owner_field() -> "ForeignKey[Any, Any]":
    """Make the column that says whose record a row is."""
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")


def choices(words: type[Word]) -> list[tuple[str, str]]:
    """List a vocabulary as Django choices."""
    return [(word.value, word.label) for word in words]


def word_field(words: type[Word], **options: Any) -> "models.CharField[Any, Any]":
    """Make a column for a closed vocabulary; pair it with `only` in the model's constraints."""
    return models.CharField(max_length=32, choices=choices(words), **options)


def only(model: str, field: str, words: type[Word], *, blank: bool = False) -> CheckConstraint:
    """Make the constraint by which the database itself refuses a word outside the vocabulary."""
    allowed = [word.value for word in words] + ([""] if blank else [])
    return CheckConstraint(condition=Q(**{f"{field}__in": allowed}), name=f"{model}_{field}_word")
