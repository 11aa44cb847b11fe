"""Which handles belong together: union of what is the same, in any order the same outcome. Pure."""

from collections import defaultdict
from collections.abc import Iterable


class Groups:
    """Handles joined into groups. The group's name is its smallest handle, so that order does not matter."""

    def __init__(self, handles: Iterable[str] = ()) -> None:
        self._parent: dict[str, str] = {handle: handle for handle in handles}

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

    def join(self, one: str, other: str) -> None:
        """Put two handles, and all that they are joined with, into one group."""
        small, large = sorted((self.root(one), self.root(other)))
        self._parent[large] = small

    def members(self) -> dict[str, list[str]]:
        """List each group's handles in order, by the group's name."""
        found: dict[str, list[str]] = defaultdict(list)
        for handle in sorted(self._parent):
            found[self.root(handle)].append(handle)
        return dict(found)
