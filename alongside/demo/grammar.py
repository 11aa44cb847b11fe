"""How does a template become one particular wording? Choices, shared phrases and slots; it knows no one and no date of its own.

`[a|b|c]` is a choice and may be nested; an option beginning with `f:`, `t:` or `w:` is for a formal, terse or warm writer only.
`<name>` is a shared phrase from the phrase book. `{name}` is filled from the slots.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_PHRASE = re.compile(r"<([a-z_]+)>")
_SPACES = re.compile(r"[ \t]{2,}")
_LOOSE = re.compile(r" +([,.;:?!])")
_BEGINS = re.compile(r"([a-z]{2}[.?!] )([a-z])")


@dataclass(frozen=True, slots=True)
class Day:
    """A date as people write it: {x} "Thursday, November 19", {x.day} "Thursday", {x.short} "Nov 19", {x.num} "11/19"."""

    on: date

    def __str__(self) -> str:
        return f"{self.on:%A, %B} {self.on.day}"

    @property
    def day(self) -> str:
        return f"{self.on:%A}"

    @property
    def date(self) -> str:
        return f"{self.on:%B} {self.on.day}"

    @property
    def short(self) -> str:
        return f"{self.on:%b} {self.on.day}"

    @property
    def num(self) -> str:
        return f"{self.on.month}/{self.on.day}"

    @property
    def month(self) -> str:
        return f"{self.on:%B}"


def expand(template: str, *, rng: Random, voice: str, slots: Mapping[str, object], phrases: Mapping[str, str]) -> str:
    """Word the template once: phrases, then choices from the inside out, then slots."""
    text = template
    while _PHRASE.search(text):
        text = _PHRASE.sub(lambda m: "[" + phrases[m[1]] + "]", text)
    while _CHOICE.search(text):
        text = _CHOICE.sub(lambda m: _chosen(m[1], rng, voice), text)
    return _tidy(text.format_map(slots))


def _chosen(options: str, rng: Random, voice: str) -> str:
    allowed = [kept for option in options.split("|") if (kept := _for_voice(option, voice)) is not None]
    return rng.choice(allowed) if allowed else ""


def _for_voice(option: str, voice: str) -> str | None:
    tagged = option.lstrip()
    if tagged[1:2] == ":" and tagged[0] in "ftw":
        return tagged[2:] if tagged[0] == voice else None
    return option


def _tidy(text: str) -> str:
    paragraphs = [_LOOSE.sub(r"\1", _SPACES.sub(" ", block.strip())) for block in text.split("\n\n")]
    text = "\n\n".join(block[0].upper() + block[1:] for block in paragraphs if block)
    return _BEGINS.sub(lambda m: m[1] + m[2].upper(), text)
