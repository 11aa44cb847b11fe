"""A page of a list as programs get it: its items, and the key of the page after it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A page of a list. `next` is the key that `after` takes for the page that follows, "" at the end."""

    items: list[T]
    next: str
