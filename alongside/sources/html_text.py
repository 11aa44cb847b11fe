"""What does a mail that came only as HTML say, as plain lines?

Hidden parts (pre-headers, scripts, styles) are left out, block elements become lines, quoted mails get "> ", the text
of links stays. It cleans nothing for showing: the page does that from the raw HTML.
"""

import html as entities
import re
from typing import Any

from alongside.sources.caps import HTML_DEPTH_MAX

FORMATTING_NODES_MAX = 2_000_000
"""Open formatting elements times all elements that the HTML parser may be given. Unit: nodes.
Source: every paragraph after 200 unclosed <b> gets copies of them all, which fills the memory."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)")
_ANY_TAG = re.compile(r"<[^<>]*>")
_NOT_NESTING = frozenset(
    re.findall(
        r"\w+",
        "area base br col embed hr img input link meta param source track wbr p li td th tr tbody thead tfoot dt dd "
        "option html head body title",
    )
)
_FORMATTING = frozenset(re.findall(r"\w+", "a b big code em font i nobr s small strike strong tt u"))
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:font-size|max-height)\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)",
    re.IGNORECASE,
)
_UNSEEN = "script, style, head, title, template, object, svg, [hidden]"
_BLOCKS = (
    "p, div, section, article, header, footer, main, aside, nav, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, "
    "table, tr, blockquote, pre, form, fieldset, address, center, figure, hr"
)
_QUOTES = 'blockquote[type="cite"], blockquote.gmail_quote, .gmail_quote blockquote, blockquote[cite]'
# Private-use characters mark the places while white space is folded.
_LINE, _QUOTE, _UNQUOTE, _CELL = "\ue000", "\ue001", "\ue002", "\ue003"
_MARKS = str.maketrans("", "", _LINE + _QUOTE + _UNQUOTE + _CELL)
_MARK = re.compile(f"([{_LINE}{_QUOTE}{_UNQUOTE}])")
_WHITE = re.compile(r"[ \t\n\r\f\xa0]+")
_EMPTY_LINES = re.compile(r"\n{3,}")


def is_too_deep(html: str) -> bool:
    """Tell whether HTML is nested so deeply that parsers take time or memory out of all proportion."""
    if html.count("<") <= HTML_DEPTH_MAX:
        return False
    depth = deepest = formatting = most_formatting = tags = 0
    for closing, name in _TAG.findall(html):
        name = name.lower()
        tags += 1
        step = -1 if closing else 1
        if name in _FORMATTING:
            formatting = max(0, formatting + step)
            most_formatting = max(most_formatting, formatting)
        if name not in _NOT_NESTING:
            depth = max(0, depth + step)
            deepest = max(deepest, depth)
    return deepest > HTML_DEPTH_MAX or most_formatting * tags > FORMATTING_NODES_MAX


def text_of(html: str) -> str:
    """Return the visible text of HTML as lines."""
    if is_too_deep(html):
        return entities.unescape(_ANY_TAG.sub(" ", html)).strip()
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html.translate(_MARKS))
    body = tree.body
    if body is None:
        return ""
    _drop_hidden(tree, html)
    _mark(tree)
    return _lines(body.text(deep=True, separator=""))


def _drop_hidden(tree: Any, html: str) -> None:
    for node in tree.css(_UNSEEN):
        if node.tag != "body":
            node.decompose()
    if _HIDING.search(html):
        for node in tree.css("[style]"):
            if _HIDING.search(node.attributes.get("style") or "") and node.tag not in ("body", "html"):
                node.decompose()


def _mark(tree: Any) -> None:
    for node in tree.css("pre"):
        node.replace_with(_pre(node))
    for node in tree.css("br"):
        node.replace_with(_LINE)
    for node in tree.css("td, th"):
        node.insert_after(_CELL)
    for node in tree.css(_QUOTES):
        node.insert_before(_QUOTE)
        node.insert_after(_UNQUOTE)
    for node in tree.css(_BLOCKS):
        node.insert_before(_LINE)
        node.insert_after(_LINE)


def _pre(node: Any) -> str:
    return _LINE + (node.text(deep=True) or "").replace("\n", _LINE) + _LINE


def _lines(text: str) -> str:
    depth, lines, current = 0, [], ""
    for piece in _MARK.split(_WHITE.sub(" ", text).replace(_CELL, " ")):
        if piece in (_LINE, _QUOTE, _UNQUOTE):
            lines.append((depth, current))
            current = ""
            depth = max(0, depth + (piece == _QUOTE) - (piece == _UNQUOTE))
        else:
            current += piece
    lines.append((depth, current))
    return _EMPTY_LINES.sub("\n\n", "\n".join(_quoted(at, line) for at, line in _without_doubles(lines))).strip()


def _without_doubles(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Drop the empty lines that stand between blocks only because one ended and the next began."""
    kept: list[tuple[int, str]] = []
    for at, line in lines:
        line = _WHITE.sub(" ", line).strip()
        if line or (kept and kept[-1][1]):
            kept.append((at, line))
    return kept


def _quoted(depth: int, line: str) -> str:
    return f"{'>' * depth} {line}".rstrip() if depth else line
