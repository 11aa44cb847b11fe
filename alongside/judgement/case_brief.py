"""What does a professional need to know to advise on a case? Lines from the record, shortened, and freed of what need not be known.

Names, contacts and what others of our customers are called never leave unless a line that holds them is chosen; sums of money and whose
names are in it are lines that somebody has to choose. Nothing is sent here.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from alongside.judgement.words import count, day

WORDS_OF_THEIRS = 60
"""Words of a quote that are told. Unit: words; the point of a business mail is in its first lines."""

TURNS_TOLD = 8
"""Latest letters of the conversation that are offered. Unit: letters."""

TURNS_CHOSEN = 4
"""Of these, how many are chosen at first. Unit: letters; the least with which the back and forth can be followed."""

_MONEY = re.compile(
    r"(?:[$€£]|\b(?:usd|eur|gbp|chf|cad)\b)\s?\d[\d.,]*|\d[\d.,]*\s?(?:[$€£]|\b(?:usd|eur|gbp|chf|cad|dollars?|euros?|cents?)\b)",
    re.I,
)
_REACH = re.compile(r"\S+@\S+|https?://\S+|\+?\d[\d ()/-]{7,}\d")
_PERSONAL = re.compile(
    r"\b(?:wife|husband|partner|children|kids?|son|daughter|baby|pregnan\w+|sick|ill|illness|hospital|surgery|divorce\w*|funeral|"
    r"birthday|holidays?|vacation|church|mosque|union|party member|hobby|golf|fishing)\b",
    re.I,
)
"""Words about somebody's private life; a line that holds one is offered and not chosen."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One letter of the conversation, as its writer said it."""

    on: date
    by_us: bool
    text: str


@dataclass(frozen=True, slots=True)
class Material:
    """What the record holds of a case. `names` are those of the people in it, `others` those of other customers."""

    account: str
    level: str
    what: str
    asked_on: date
    asker: str
    asker_title: str
    times: int
    sign: str
    turns: Sequence[Turn]
    file: Sequence[tuple[str, str]]
    at_stake: Sequence[str]
    names: Collection[str]
    others: Collection[str]


@dataclass(frozen=True, slots=True)
class BriefLine:
    """A line that may be told: its part, its words, whether it is chosen at first, and why not where it is not."""

    key: str
    part: str
    text: str
    is_chosen: bool
    why_not: str = ""


ABOUT, SAID, TRIED, KNOWN, STAKE, WHO = (
    "What it is about",
    "What they said",
    "What was tried",
    "What is known of its cause",
    "What is at stake",
    "Who it is",
)
"""The parts of a case in their order on paper."""


def case_lines(material: Material, *, as_of: date) -> tuple[BriefLine, ...]:
    """List what may be told, the least of it chosen."""
    lines = [BriefLine("about", ABOUT, _about(material, as_of), True)]
    if material.sign:
        lines.append(_line("sign", ABOUT, material.sign, material, chosen=True))
    turns = list(material.turns)[-TURNS_TOLD:]
    for n, turn in enumerate(turns):
        chosen = n >= len(turns) - TURNS_CHOSEN
        part, who = (TRIED, "We") if turn.by_us else (SAID, "They")
        words = f"{who}, {day(turn.on, as_of)}: “{_short(turn.text)}”"
        lines.append(_line(f"turn-{n}", part, words, material, chosen=chosen))
    for n, (ask, answer) in enumerate(material.file):
        lines.append(_line(f"file-{n}", KNOWN, f"{ask} {_short(answer)}", material, chosen=True))
    lines += [_line(f"stake-{n}", STAKE, each, material, chosen=True) for n, each in enumerate(material.at_stake)]
    title = f", {material.asker_title}" if material.asker_title else ""
    lines.append(BriefLine("who", WHO, f"{material.asker}{title}, {material.account}", False, "names the customer"))
    return tuple(line for line in lines if line.text)


def written(lines: Sequence[BriefLine], chosen: Collection[str], question: str) -> str:
    """Write the case with the chosen lines, part by part, and the question last."""
    parts: list[str] = []
    for part in (ABOUT, SAID, TRIED, KNOWN, STAKE, WHO):
        told = [line.text for line in lines if line.part == part and line.key in chosen]
        if told:
            parts.append("\n".join([part, *(f"- {text}" for text in told)]))
    return "\n\n".join([*parts, f"My question\n{question.strip()}"])


def _about(material: Material, as_of: date) -> str:
    who = f"{_article(material.asker_title)} at a customer" if material.asker_title else "A customer"
    again = f", {count(material.times, 'time')} by now" if material.times > 1 else ""
    asked = f"asked for this on {day(material.asked_on, as_of)}{again}" if material.what else "is the matter"
    about = f"{who} {asked}: “{_short(material.what)}”" if material.what else ""
    return _freed(about, material)


def _article(title: str) -> str:
    return f"{'An' if title[:1].lower() in 'aeiou' else 'A'} {title}"


def _line(key: str, part: str, words: str, material: Material, *, chosen: bool) -> BriefLine:
    why_not = "names a price or a sum" if _MONEY.search(words) else "may be private" if _PERSONAL.search(words) else ""
    return BriefLine(key, part, _freed(words, material), chosen and not why_not, why_not)


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:WORDS_OF_THEIRS]) + (" …" if len(words) > WORDS_OF_THEIRS else "")


def _freed(text: str, material: Material) -> str:
    """Leave out addresses and numbers to reach somebody, and write roles for names."""
    text = _REACH.sub("[left out]", text)
    for name in sorted({each for each in material.others if len(each) > 2}, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name)}\b", "another customer", text, flags=re.I)
    text = re.sub(rf"\b{re.escape(material.account)}\b", "the customer", text, flags=re.I) if material.account else text
    parts = {part for name in material.names for part in (name, *name.split()) if len(part) > 2}
    for name in sorted(parts, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name)}\b", "N.", text)
    return re.sub(r"\bN\.(?: N\.)+", "N.", text)
