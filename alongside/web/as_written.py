"""How may the HTML of a mail be shown? Cleaned to plain structure: no styles, no pictures, no links, nothing that runs or loads.

What comes out is shown in a sandboxed frame with a policy of its own (views/interaction.py), and is not changed after cleaning.
"""

import nh3

from alongside.sources.html_text import is_too_deep

HTML_CHARACTERS_MAX = 400_000
"""HTML above this is not laid out; its words are shown instead. Unit: characters. Source: cleaning it took below 0.2 s."""

TAGS = frozenset(
    [
        "p", "div", "span", "br", "hr", "b", "strong", "i", "em", "u", "s", "small", "sub", "sup", "blockquote", "pre", "code", "center",
        "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "a", "address",
        "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption",
    ]
)  # fmt: skip
"""What may stand in it; anything else goes, its words stay."""

ATTRIBUTES: dict[str, set[str]] = {"td": {"colspan", "rowspan", "align"}, "th": {"colspan", "rowspan", "align"}}
"""What an element may say of itself. No style, class, id, source or address."""

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
    "<title>The mail as it was laid out</title></head><body>{}</body></html>"
)

POLICY = (
    "default-src 'none'; style-src 'none'; img-src 'none'; script-src 'none'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'; sandbox"
)
"""What the browser may do with it: show it, and nothing else."""


def can_be_shown(html: str) -> bool:
    """Tell whether HTML is small and shallow enough to be laid out at once."""
    return bool(html.strip()) and len(html) <= HTML_CHARACTERS_MAX and not is_too_deep(html)


def cleaned(html: str) -> str:
    """Clean the HTML of a mail and put it into a page of its own."""
    body = nh3.clean(
        html,
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        clean_content_tags=WITHOUT_WORDS,
        url_schemes=set(),
        strip_comments=True,
        link_rel=None,
        generic_attribute_prefixes=set(),
    )
    return PAGE.format(body)
