"""How may the HTML of a mail be shown? Cleaned to plain structure: no styles, no links, nothing that runs; of pictures only the mail's own.

Pictures that lie elsewhere are loaded only where the reader asked for it (web/far_pictures.py). What comes out is shown in a
sandboxed frame with a policy of its own (views/interaction.py), and is not changed after cleaning.
"""

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

import nh3

from alongside.sources.html_text import is_too_deep

HTML_CHARACTERS_MAX = 400_000
"""HTML above this is not laid out; its words are shown instead. Unit: characters. Source: cleaning it took below 0.2 s."""

ADDRESS_CHARACTERS_MAX = 4_000
"""Longest address of a picture that is loaded. Unit: characters."""

TAGS = frozenset(
    [
        "p", "div", "span", "br", "hr", "b", "strong", "i", "em", "u", "s", "small", "sub", "sup", "blockquote", "pre", "code", "center",
        "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "a", "address", "img",
        "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption",
    ]
)  # fmt: skip
"""What may stand in it; anything else goes, its words stay."""

ATTRIBUTES: dict[str, set[str]] = {
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align"},
    "img": {"src", "alt", "width", "height"},
}
"""What an element may say of itself. No style, class, id or address; the source of a picture is looked at one by one."""

WITHOUT_WORDS = {
    "script",
    "style",
    "title",
    "template",
    "object",
    "svg",
    "math",
    "noscript",
    "iframe",
    "select",
    "textarea",
}
"""Elements whose words go with them."""

PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">'
    '<meta name="referrer" content="no-referrer"><title>The mail as it was laid out</title></head><body>{}</body></html>'
)

_POLICY = (
    "default-src 'none'; style-src 'none'; img-src data:{}; script-src 'none'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'; sandbox"
)
POLICY = _POLICY.format("")
"""What the browser may do with it: show it, and nothing else. The mail's own pictures stand in the page itself."""

POLICY_WITH_FAR_PICTURES = _POLICY.format(" https:")
"""What the browser may do where its reader asked for the pictures: load these, and nothing else."""

_WRITTEN_IN = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+", re.IGNORECASE)


def can_be_shown(html: str) -> bool:
    """Tell whether HTML is small and shallow enough to be laid out at once."""
    return bool(html.strip()) and len(html) <= HTML_CHARACTERS_MAX and not is_too_deep(html)


def cleaned(html: str, *, own: Mapping[str, str] | None = None, far: bool = False) -> str:
    """Clean the HTML of a mail and put it into a page of its own.

    `own` holds the mail's pictures as data: addresses by their content id; `far` lets pictures that lie elsewhere in.
    """

    def source(stated: str) -> str | None:
        if stated.lower().startswith("cid:"):
            return (own or {}).get(stated[4:].strip())
        if _host_of(stated):
            return stated if far else None
        return stated if _WRITTEN_IN.fullmatch(stated) else None

    return PAGE.format(_clean(html, source))


def far_hosts(html: str) -> list[str]:
    """Name whoever would learn that the mail is read, if its pictures were loaded: the hosts they lie on, each once."""
    hosts: dict[str, None] = {}

    def note(stated: str) -> str | None:
        if host := _host_of(stated):
            hosts[host] = None
        return None

    _clean(html, note)
    return list(hosts)


def _clean(html: str, source: Callable[[str], str | None]) -> str:
    def allowed(tag: str, attribute: str, value: str) -> str | None:
        return source(value) if attribute == "src" else value

    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes=ATTRIBUTES | {"*": set()},
        attribute_filter=allowed,
        clean_content_tags=WITHOUT_WORDS,
        url_schemes={"cid", "data", "https"},
        strip_comments=True,
        link_rel=None,
        generic_attribute_prefixes=set(),
    )


def _host_of(address: str) -> str:
    """Return the host of an https address without user or odd port, as a browser would ask it; else ""."""
    if not address.lower().startswith("https://") or len(address) > ADDRESS_CHARACTERS_MAX:
        return ""
    try:
        parts = urlsplit(address)
        is_plain = parts.username is None and parts.port in (None, 443) and "\\" not in address
        return (parts.hostname or "") if is_plain else ""
    except ValueError:
        return ""
