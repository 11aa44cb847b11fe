"""How does a person greet, close and sign? Turns the words of a letter into the letter as that person would send it."""

from datetime import date
from random import Random

from alongside.demo.days import SEASONS
from alongside.demo.people import Somebody
from alongside.demo.threads.phrases import REMARKS

REMARK_SHARE = 0.07
"""Share of letters by warm writers that end with a remark on the season. A taste, not a measurement."""

SHORT_SIGNATURE_SHARE = 0.45
"""Share of second and later letters in a thread that end with the bare name. A taste, not a measurement."""

_CLOSINGS = {
    "f": ("Best regards,", "Kind regards,", "Sincerely,", "With best regards,", "Regards,"),
    "t": ("", "Thanks,", "Rgds,", "Regards,"),
    "w": ("Best,", "All the best,", "Cheers,", "Take care,", "Warmly,", "Best wishes,"),
}
_OPENINGS = ("Hi {},", "Hello {},", "{},", "Hey {},")

HABIT_SHARE = 0.8
"""Share of letters in which a person opens and closes as they always do. A taste, not a measurement."""


def letter(words: str, *, writer: Somebody, to: Somebody, is_first: bool, day: date, as_of: date, rng: Random) -> str:
    """Put greeting, remark, closing and signature around the words. `is_first`: the writer's first letter in the thread."""
    greeting = "" if words.startswith(f"{to.first},") else _greeting(writer, to, is_first=is_first, rng=rng)
    parts = [greeting, words, _remark(writer, day, rng)]
    body = "\n\n".join(part for part in parts if part)
    return f"{body}\n\n{_ending(writer, is_first=is_first, title=writer.title_on(day, as_of=as_of), rng=rng)}"


def _greeting(writer: Somebody, to: Somebody, *, is_first: bool, rng: Random) -> str:
    if writer.voice == "f" and not writer.is_ours and not to.is_ours:
        return f"Dear {to.first},"
    if writer.voice == "f" or (to.voice == "f" and is_first):
        return f"Dear {to.first}," if is_first or rng.random() < 0.6 else f"{to.first},"
    if writer.voice == "t":
        return f"{to.first}," if is_first and rng.random() < 0.8 else ""
    if is_first or rng.random() < 0.6:
        return _habit(_OPENINGS, writer, rng).format(to.first)
    return ""


def _habit(ways: tuple[str, ...], writer: Somebody, rng: Random) -> str:
    """Pick what this person nearly always writes, now and then something else; the user's own way is the plainest."""
    if writer.key == "alex":
        return ways[0] if rng.random() < HABIT_SHARE else rng.choice(ways[:3])
    return Random(f"habit of {writer.key}").choice(ways) if rng.random() < HABIT_SHARE else rng.choice(ways)


def _remark(writer: Somebody, day: date, rng: Random) -> str:
    if writer.voice != "w" or rng.random() > REMARK_SHARE:
        return ""
    fitting = [name for name in REMARKS if name == "any" or SEASONS[name](day)]
    return rng.choice(REMARKS[rng.choice(fitting)].split("|"))


def _ending(writer: Somebody, *, is_first: bool, title: str, rng: Random) -> str:
    closing = _habit(_CLOSINGS[writer.voice], writer, rng)
    if not is_first and rng.random() < SHORT_SIGNATURE_SHARE:
        return "\n".join(filter(None, (closing, _short_name(writer))))
    by_hand = writer.first if writer.pen in ("thunderbird", "gmail", "apple") else ""
    above = "\n".join(filter(None, (closing, by_hand)))
    return "\n\n".join(filter(None, (above, _signature(writer, title))))


def _short_name(writer: Somebody) -> str:
    return f"{writer.first[0]}{writer.last[0]}" if writer.key in ("joe", "keith", "cliff") else writer.first


def _signature(writer: Somebody, title: str) -> str:
    """Sign in the manner of the person's mail program: with title and phone, each always the same way."""
    house, phone = writer.company, writer.phone
    return {
        "phone": f"{writer.name}\n{title}, {house.name}\n{phone}\n\nSent from my phone",
        "thunderbird": f"-- \n{writer.name}\n{title}\n{house.name}\n{phone}",
        "outlook": f"{writer.name}\n{title} | {house.name}\nT {phone}\n{house.street}",
        "apple": f"{writer.name}, {title}\n{house.name}\nMobile {phone}",
        "plain": f"{writer.name}\n{title}\n{house.name}, {house.city}\nPhone: {phone}",
        "gmail": f"--\n{writer.name}\n{title}\n{house.name}\n{phone}\n{house.domain}",
    }[writer.pen]
