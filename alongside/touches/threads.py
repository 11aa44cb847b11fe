"""Which mails belong to one thread: all that share a message id, as their own or in their references. Pure.

A thread is named by the smallest interaction id in it, so that the outcome is the same in whatever order mails came.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Linked:
    """One interaction with every message id that it knows: its own, its parent's, its references."""

    interaction_id: int
    message_ids: tuple[str, ...]


@dataclass(slots=True)
class Threaded:
    """Where each interaction and message id belongs now, and which older threads went into another."""

    of_interaction: dict[int, int] = field(default_factory=dict)
    of_message_id: dict[str, int] = field(default_factory=dict)
    absorbed: dict[int, int] = field(default_factory=dict)


def join_threads(new: Iterable[Linked], known: Mapping[str, int]) -> Threaded:
    """Join new interactions with the threads of the message ids that are known already."""
    parent: dict[int, int] = {}

    def root(thread: int) -> int:
        parent.setdefault(thread, thread)
        while parent[thread] != thread:
            parent[thread] = parent[parent[thread]]
            thread = parent[thread]
        return thread

    of_message: dict[str, int] = dict(known)
    items = list(new)
    for item in items:
        ends = {root(item.interaction_id)} | {root(of_message[m]) for m in item.message_ids if m in of_message}
        smallest = min(ends)
        for end in ends:
            parent[end] = smallest
        for message_id in item.message_ids:
            of_message.setdefault(message_id, smallest)
    return Threaded(
        of_interaction={item.interaction_id: root(item.interaction_id) for item in items},
        of_message_id={m: root(t) for m, t in of_message.items()},
        absorbed={t: root(t) for t in set(known.values()) if root(t) != t},
    )
