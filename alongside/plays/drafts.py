"""What does a short mail in the user's own voice look like, with their words quoted under it?

Writes nothing that is not in the record; what only the user knows stands in [brackets]. Whether a mail is due is
decided in the plays.
"""

from dataclasses import dataclass
from datetime import date

from alongside.plays.saying import first_name


@dataclass(frozen=True, slots=True)
class Quoted:
    """Whose words, written when."""

    name: str
    on: date
    words: str


def letter(name: str, *paragraphs: str, quoting: Quoted | None = None) -> str:
    """Write the mail: greeting, paragraphs (empty ones left out), close, and the quote with its line of attribution."""
    greeting = f"Hi {first_name(name)}," if name else "Hello,"
    parts = [greeting, *(part for part in paragraphs if part), "Best regards"]
    if quoting and quoting.words.strip():
        parts.append(_quote(quoting))
    return "\n\n".join(parts) + "\n"


def _quote(quoting: Quoted) -> str:
    day = quoting.on
    lines = [line.strip() for line in quoting.words.strip().splitlines()]
    said = "\n".join(f"> {line}".rstrip() for line in lines)
    return f"On {day:%A}, {day.day} {day:%B} {day.year}, {quoting.name} wrote:\n{said}"


def reply_subject(subject: str) -> str:
    """Give the subject of an answer: "Re: ..." once; "" when there is none to answer."""
    subject = " ".join(subject.split())
    if not subject:
        return ""
    return subject if subject.lower().startswith("re:") else f"Re: {subject}"
