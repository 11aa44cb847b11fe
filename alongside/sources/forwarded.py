"""How do the words of a mail that came inside another one stand in it? Quoted, so that they are found and nobody takes them
for the words of whoever sent it on.
"""

from collections.abc import Callable, Iterator

from alongside.sources.headers import UnreadableError, headers_of, words
from alongside.sources.parts import Part, leaves, part_of

MAILS_QUOTED = 5
"""How many mails inside one are quoted; the others are files only. Unit: mails."""

CHARACTERS_QUOTED = 50_000
"""How much of each is quoted. Unit: characters."""

_SHOWN = ("From", "Date", "To", "Subject")
_KINDS = ("message/rfc822", "message/global")


def quoted_mails(root: Part, words_of: Callable[[Part], str]) -> str:
    """Return the mails inside a mail as quotations below one another; "" for reports, which bring back what was sent."""
    if root.kind == "multipart/report" or root.kind.startswith("text/"):
        return ""
    mails = [leaf.content for leaf in leaves(root) if leaf.kind in _KINDS]
    return "\n\n".join("\n".join(_quoted(mail, words_of)) for mail in mails[:MAILS_QUOTED])


def _quoted(mail: bytes, words_of: Callable[[Part], str]) -> Iterator[str]:
    try:
        headers = headers_of(mail)
        said = words_of(part_of(mail, headers))[:CHARACTERS_QUOTED]
    except UnreadableError:
        return
    yield "---------- Forwarded message ----------"
    for name in _SHOWN:
        if value := words(headers.first(name.lower()), 300):
            yield f"> {name}: {value}"
    yield ">"
    for line in said.strip().splitlines():
        yield f"> {line}".rstrip()
