"""Does a line say who wrote what follows ("On Monday Ann Lee wrote:"), or head a quoted mail ("From: ...")? Of one line or block."""

from alongside.interactions.said.marks import (
    ADDRESS,
    DATE,
    HEADER_NAMES,
    OF_ONESELF,
    OPENER,
    VERB_BEFORE_NAME,
    VERB_INSIDE,
    VERB_LAST,
)

SHORT_ATTRIBUTION_CHARACTERS = 250
"""Length of an attribution that is known by an address alone, without an opening word such as "On"."""


def opens_with_date(line: str) -> bool:
    return OPENER.match(line.lstrip("- ")) is not None and DATE.search(line) is not None


def is_attribution(whole: str, *, leads_to_quote: bool) -> bool:
    """Whether a line, wrapped parts joined, says who wrote what follows.

    Verb, date, address and opening word each speak for it; with a '>' right below less is needed.
    """
    has_verb, has_date = VERB_INSIDE.search(whole) is not None, DATE.search(whole) is not None
    has_address, ends_in_verb = ADDRESS.search(whole) is not None, VERB_LAST.search(whole) is not None
    if whole[-1] not in ":：" and not (has_date and has_address and (ends_in_verb or leads_to_quote)):
        return False
    if leads_to_quote:
        return has_verb or (has_date and has_address)
    if OF_ONESELF.search(whole):
        return False
    if has_verb and has_date and (ends_in_verb or has_address or VERB_BEFORE_NAME.search(whole)):
        return OPENER.match(whole.lstrip("- ")) is not None or has_address or not ends_in_verb
    if has_address and whole.startswith("Quoting "):
        return True
    is_named = has_address and len(whole) < SHORT_ATTRIBUTION_CHARACTERS
    return is_named and (ends_in_verb or (has_date and whole[-2:-1] in ">)]"))


def makes_a_block(kinds: set[str], *, has_address: bool, is_first: bool) -> bool:
    """Whether these header lines are a quoted mail's; at the very start of a mail a memo looks much the same."""
    if is_first and not has_address and "sent" not in kinds:
        return False
    if ("subject" in kinds and kinds & {"from", "to"}) or kinds >= {"from", "sent", "to"}:
        return True
    return has_address and any(kinds >= pair for pair in ({"from", "to"}, {"sent", "to"}, {"from", "sent"}))


def header_kind(head: str, colon: int) -> str:
    return HEADER_NAMES.get(head[:colon].strip(" *_\u00a0>").lower(), "")
