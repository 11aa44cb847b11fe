"""Which handles belong together: union of what is the same, kept apart where somebody said so; in any order the same outcome. Pure."""

from collections import defaultdict
from collections.abc import Iterable


class Groups:
    """Handles joined into groups. The group's name is its smallest handle, so that order does not matter."""

    def __init__(self, handles: Iterable[str] = ()) -> None:
        self._parent: dict[str, str] = {handle: handle for handle in handles}
        self._apart: dict[str, set[str]] = {}  # by root: handles that may not come into this group

    def add(self, handle: str) -> None:
        self._parent.setdefault(handle, handle)

    def __contains__(self, handle: str) -> bool:
        return handle in self._parent

    def root(self, handle: str) -> str:
        """Name the group of a handle."""
        self.add(handle)
        while (parent := self._parent[handle]) != handle:
            self._parent[handle] = self._parent[parent]
            handle = self._parent[handle]
        return handle

    def join(self, one: str, other: str) -> bool:
        """Put two handles, and all that they are joined with, into one group; False where that was ruled out before."""
        small, large = sorted((self.root(one), self.root(other)))
        if small == large:
            return True
        if self.are_kept_apart(small, large):
            return False
        self._parent[large] = small
        if large in self._apart:
            self._apart.setdefault(small, set()).update(self._apart.pop(large))
        return True

    def keep_apart(self, one: str, other: str) -> bool:
        """Rule out that two handles come into one group; False where they are in one already."""
        first, second = self.root(one), self.root(other)
        if first == second:
            return False
        self._apart.setdefault(first, set()).add(other)
        self._apart.setdefault(second, set()).add(one)
        return True

    def are_kept_apart(self, one: str, other: str) -> bool:
        """Tell whether it was ruled out that these two, or any that they are joined with, are one."""
        first, second = self.root(one), self.root(other)
        return any(self.root(handle) == second for handle in self._apart.get(first, ()))

    def members(self) -> dict[str, list[str]]:
        """List each group's handles in order, by the group's name."""
        found: dict[str, list[str]] = defaultdict(list)
        for handle in sorted(self._parent):
            found[self.root(handle)].append(handle)
        return dict(found)


def join_as_said(groups: Groups, words: Iterable[tuple[str, str, bool]]) -> None:
    """Follow what people said of pairs of handles ("they are one": True), the newest word first: where two contradict, it holds."""
    for one, other, are_one in words:
        if one in groups and other in groups:
            if are_one:
                groups.join(one, other)
            else:
                groups.keep_apart(one, other)
