"""What does a variable of the environment say? Typed, with an error that names the variable and what to do.

It does not know which variables exist: settings.py asks for each by name.
"""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

YES = frozenset({"1", "true", "yes", "on"})
NO = frozenset({"0", "false", "no", "off", ""})


class SettingError(ImproperlyConfigured):
    """A variable of the environment cannot be used as it stands; the message names it and says what would do."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        self.name = name


def text(name: str, default: str = "") -> str:
    """Read a variable, stripped; an empty one counts as not set."""
    return os.environ.get(name, "").strip() or default


def is_on(name: str, *, default: bool = False) -> bool:
    """Read a switch: 1/true/yes/on or 0/false/no/off. Raises SettingError for anything else."""
    word = text(name).lower()
    if not word:
        return default
    if word in YES:
        return True
    if word in NO:
        return False
    raise SettingError(name, f"{word!r} is neither yes nor no. Write 1 to switch it on or 0 to switch it off.")


def words(name: str, default: tuple[str, ...] = ()) -> list[str]:
    """Read a list whose parts are separated by commas."""
    return [part.strip() for part in text(name).split(",") if part.strip()] or list(default)


def directory(name: str, default: Path) -> Path:
    """Read the path of a directory; `~` is the home directory. Raises SettingError when a file stands in its place."""
    path = Path(text(name) or default).expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise SettingError(name, f"{path} is a file. Name a directory, or leave the variable out for {default}.")
    return path
