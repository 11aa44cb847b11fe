"""What does a mail that came only as HTML say, as plain lines?

What nobody sees is left out (html_hidden.py), block elements become lines, quoted mails get "> ", items of lists a dash or
their number; where a link leads is said behind its words. It cleans nothing for showing: the page does that from the raw HTML.
"""

import html as entities
import re
from typing import Any

from alongside.sources.caps import HTML_DEPTH_MAX
from alongside.sources.html_hidden import drop_hidden

FORMATTING_NODES_MAX = 2_000_000
"""Open formatting elements times all elements that the HTML parser may be given. Unit: nodes.
Source: every paragraph after 200 unclosed <b> gets copies of them all, which fills the memory."""

TAG_WEIGHT_MAX = 20_000_000_000
"""Sum of the squared lengths of long tags that the HTML parser may be given. Unit: square characters.
Source: its time grows with the square of a tag's attributes; one tag of 690,000 characters took 16 s."""

TAGS_READ_MAX = 50_000
"""Most tags that are read as a tree; above, tags are only taken away. Unit: tags. Source: 400,000 took 580 MB."""

LINK_CHARS_SHOWN = 120
"""Longest address of a link that is written out behind its words. Unit: characters; of longer ones only the place is."""

LINK_CHARS_LOOKED_AT = 4000
"""Longest address of a link that is looked at. Unit: characters."""

ITEMS_NUMBERED = 200
"""How far the items of one list are counted. Unit: items."""

_LONG_TAG = re.compile(r"""<[a-zA-Z](?:[^>"']++|"[^"]*+"|'[^']*+')*+""")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)")
_ANY_TAG = re.compile(r"<[^<>]*>")
_LINE_TAG = re.compile(r"</?(?:p|div|br|tr|li|h[1-6]|table|ul|ol|blockquote|pre)\b[^<>]*>", re.IGNORECASE)
_INLINE_PICTURE = re.compile(r"data:[^\s\"'()<>]{200,}")
_NOT_NESTING = frozenset(
    re.findall(
        r"\w+",
        "area base br col embed hr img input link meta param source track wbr p li td th tr tbody thead tfoot dt dd "
        "option html head body title",
    )
)
_FORMATTING = frozenset(re.findall(r"\w+", "a b big code em font i nobr s small strike strong tt u"))
_BLOCKS = "div, section, article, header, footer, main, aside, nav, li, dt, dd, tr, form, address, center, figure, hr"
_PARAGRAPHS = "p, h1, h2, h3, h4, h5, h6, ul, ol, dl, table, blockquote, fieldset"
_QUOTES = 'blockquote[type="cite"], blockquote.gmail_quote, .gmail_quote blockquote, blockquote[cite]'
# Private-use characters mark the places while white space is folded.
_BREAK, _LINE, _PARAGRAPH, _QUOTE, _UNQUOTE, _CELL = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
_MARKS = str.maketrans("", "", _BREAK + _LINE + _PARAGRAPH + _QUOTE + _UNQUOTE + _CELL)
_MARK = re.compile(f"([{_BREAK}-{_UNQUOTE}])")
_WHITE = re.compile(r"[ \t\n\r\f\xa0]+")
_EMPTY_LINES = re.compile(r"\n{3,}")


def is_too_deep(html: str) -> bool:
    """Tell whether HTML is built so that parsers take time or memory out of all proportion, here and on the page."""
    if html.count("<") <= HTML_DEPTH_MAX and len(html) ** 2 <= TAG_WEIGHT_MAX:
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
    return deepest > HTML_DEPTH_MAX or most_formatting * tags > FORMATTING_NODES_MAX or _has_endless_tags(html)


def without_pictures(html: str) -> str:
    """Return HTML without the pictures that are written into it."""
    return _INLINE_PICTURE.sub("data:,", html) if "data:" in html else html


def text_of(html: str) -> str:
    """Return the visible text of HTML as lines."""
    html = without_pictures(html)
    if is_too_deep(html) or html.count("<") > TAGS_READ_MAX:
        return _stripped(html)
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html.translate(_MARKS))
    body = tree.body
    if body is None:
        return ""
    drop_hidden(tree, html)
    _mark(tree)
    return _lines(body.text(deep=True, separator=""))


def _has_endless_tags(html: str) -> bool:
    long_tags = (len(found[0]) for found in _LONG_TAG.finditer(without_pictures(html)))
    return sum(length**2 for length in long_tags if length > 2000) > TAG_WEIGHT_MAX


def _stripped(html: str) -> str:
    """Return the text without building a tree: tags taken away, lines where blocks begin and end."""
    text = entities.unescape(_ANY_TAG.sub("", _LINE_TAG.sub("\n", _WHITE.sub(" ", html))))
    return _EMPTY_LINES.sub("\n\n", "\n".join(line.strip() for line in text.split("\n"))).strip()


def _mark(tree: Any) -> None:
    for node in tree.css("a[href]"):
        if leads := _leads(node):
            node.insert_after(f" <{leads}>")
    for node in tree.css("li"):
        node.insert_child(f"{_number_of(node)} ") if node.child is None else node.child.insert_before(
            f"{_number_of(node)} "
        )
    for table in tree.css("table"):
        if table.css_first("th") and not table.css_first("table table"):
            for node in table.css("td + td, td + th, th + td, th + th"):
                node.insert_before("| ")
    for node in tree.css("pre"):
        node.replace_with(_pre(node))
    for node in tree.css("br"):
        node.replace_with(_BREAK)
    for node in tree.css("td, th"):
        node.insert_after(_CELL)
    for selector, before, after in (
        (_BLOCKS, _LINE, _LINE),
        (_PARAGRAPHS, _PARAGRAPH, _PARAGRAPH),
        (_QUOTES, _QUOTE, _UNQUOTE),
    ):
        for node in {node.mem_id: node for node in tree.css(selector)}.values():  # it gives a node once per match
            node.insert_before(before)
            node.insert_after(after)


def _leads(node: Any) -> str:
    """Return where a link leads, if its words do not say it: the address, or of a very long one only the place."""
    address = (node.attributes.get("href") or "").strip()
    words = _WHITE.sub(" ", node.text(deep=True)).strip()
    if not address.lower().startswith(("https://", "http://")) or not words or len(address) > LINK_CHARS_LOOKED_AT:
        return ""
    if words.rstrip("/").lower() in (address.rstrip("/").lower(), address.partition("//")[2].rstrip("/").lower()):
        return ""
    return address if len(address) <= LINK_CHARS_SHOWN else "/".join(address.split("/")[:3]) + "/..."


def _number_of(node: Any) -> str:
    """Return what stands before an item of a list."""
    if node.parent is None or node.parent.tag != "ol":
        return "-"
    before, number = node.prev, 1
    while before is not None and number < ITEMS_NUMBERED:
        number += before.tag == "li"
        before = before.prev
    return f"{number}."


def _pre(node: Any) -> str:
    return _PARAGRAPH + (node.text(deep=True) or "").replace("\n", _BREAK) + _PARAGRAPH


def _lines(text: str) -> str:
    """Set the lines: a break always ends one, a block where there is something, a paragraph leaves one empty."""
    depth, current = 0, ""
    lines: list[str] = []
    for piece in (*_MARK.split(_WHITE.sub(" ", text).replace(_CELL, " ")), _LINE):
        if piece not in (_BREAK, _LINE, _PARAGRAPH, _QUOTE, _UNQUOTE):
            current += piece
            continue
        line = _WHITE.sub(" ", current).strip()
        current = ""
        if line or piece == _BREAK:
            lines.append(_quoted(depth, line))
        if piece == _PARAGRAPH and lines and lines[-1].strip("> "):
            lines.append(_quoted(depth, ""))
        depth = max(0, depth + (piece == _QUOTE) - (piece == _UNQUOTE))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def _quoted(depth: int, line: str) -> str:
    return f"{'>' * depth} {line}".rstrip() if depth else line
