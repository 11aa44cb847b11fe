"""Which mails belong to one thread: all that share a link (circles.py says which they have). Pure.

A thread is named by the smallest interaction id in it, so that the outcome is the same in whatever order mails came.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Linked:
    """One interaction with its links."""

    interaction_id: int
    links: tuple[str, ...]


@dataclass(slots=True)
class Threaded:
    """Where each interaction and link belongs now, and which older threads went into another."""

    of_interaction: dict[int, int] = field(default_factory=dict)
    of_link: dict[str, int] = field(default_factory=dict)
    absorbed: dict[int, int] = field(default_factory=dict)


def join_threads(new: Iterable[Linked], known: Mapping[str, int]) -> Threaded:
    """Join new interactions with the threads of the links that are known already."""
    parent: dict[int, int] = {}

    def root(thread: int) -> int:
        parent.setdefault(thread, thread)
        while parent[thread] != thread:
            parent[thread] = parent[parent[thread]]
            thread = parent[thread]
        return thread

    of_link: dict[str, int] = dict(known)
    items = list(new)
    for item in items:
        ends = {root(item.interaction_id)} | {root(of_link[each]) for each in item.links if each in of_link}
        smallest = min(ends)
        for end in ends:
            parent[end] = smallest
        for each in item.links:
            of_link.setdefault(each, smallest)
    return Threaded(
        of_interaction={item.interaction_id: root(item.interaction_id) for item in items},
        of_link={each: root(t) for each, t in of_link.items()},
        absorbed={t: root(t) for t in set(known.values()) if root(t) != t},
    )
