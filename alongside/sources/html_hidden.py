"""Which parts of an HTML mail does nobody see: what is not displayed, of no size, outside the page, or written in the colour it stands on?

They are taken out before the words are read: pre-headers, and words that are meant for programs and not for people. It
judges by what the mail itself states (styles on elements and plain rules for classes); where that is not sure, words stay.
"""

import re
from typing import Any

COLOURED_MAX = 2000
"""How many coloured elements are compared with what they stand on. Unit: elements."""

ANCESTORS_MAX = 30
"""How far up a background is looked for. Unit: elements."""

NEAR = 24
"""How far apart two colours may be in each of red, green and blue, so that nobody tells them apart. Unit: steps of 255."""

STYLE_CHARS_READ = 100_000
"""How much of a mail's style sheets is read. Unit: characters."""

_ZERO = r"0(?:\.0+)?(?:px|pt|em|rem|%|vw|vh)?\s*(?:;|!|$)"
HIDING = re.compile(
    r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|"
    rf"opacity\s*:\s*{_ZERO}|font-size\s*:\s*(?:{_ZERO}|(?:0?\.\d+|1(?:\.0+)?)px)|max-height\s*:\s*{_ZERO}|max-width\s*:\s*{_ZERO}|"
    r"text-indent\s*:\s*-\d{3,}|(?:left|top|right)\s*:\s*-\d{4,}px|clip\s*:\s*rect\(\s*0(?:px)?[\s,]+0|"
    r"transform\s*:\s*scale\(\s*0\s*\))",
    re.IGNORECASE,
)
_NO_SIZE = re.compile(rf"(?<![\w-])(?:height|width)\s*:\s*{_ZERO}", re.IGNORECASE)
_CUT_OFF = re.compile(r"(?<![\w-])overflow\s*:\s*hidden", re.IGNORECASE)
_UNSEEN = "script, style, head, title, template, object, svg, math, noscript, iframe, select, textarea, [hidden]"
_COLOUR = re.compile(r"(?<![\w-])color\s*:\s*([^;!]+)", re.IGNORECASE)
_BACKGROUND = re.compile(r"(?<![\w-])background(?:-color|-image)?\s*:\s*([^;!]+)", re.IGNORECASE)
_HEX = re.compile(r"#([0-9a-f]{3,8})\b", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})", re.IGNORECASE)
_NAMED = {"white": (255, 255, 255), "black": (0, 0, 0), "snow": (255, 250, 250), "ivory": (255, 255, 240)}
_TRANSPARENT = re.compile(r"\btransparent\b|rgba\([^)]*,\s*0(?:\.0+)?\s*\)", re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style", re.IGNORECASE | re.DOTALL)
_AT_RULE = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,2000})\}")
_SIMPLE = re.compile(r"[a-z]{0,10}[.#]([\w-]{1,60})", re.IGNORECASE)
_COLOURS_A_CLASS = re.compile(r"(?<![\w-])(?:background|color)\b", re.IGNORECASE)

Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)


def drop_hidden(tree: Any, html: str) -> None:
    """Take out of a parsed page what nobody sees."""
    for node in tree.css(_UNSEEN):
        _drop(node)
    hiding, colouring = _classes_of(html)
    for node in tree.css("[style]"):
        style = node.attributes.get("style") or ""
        if HIDING.search(style) or (_NO_SIZE.search(style) and _CUT_OFF.search(style)):
            _drop(node)
    for name in hiding:
        for node in tree.css(f'[class~="{name}"], [id="{name}"]'):
            _drop(node)
    for node in tree.css("[style*=color], font[color]")[:COLOURED_MAX]:
        if _is_written_in_its_ground(node, colouring):
            _drop(node)


def _drop(node: Any) -> None:
    if node.tag not in ("body", "html"):
        node.decompose()


def _classes_of(html: str) -> tuple[list[str], set[str]]:
    """Return the classes and ids that the style sheets hide on every screen, and those to which they give colours."""
    sheets = " ".join(_STYLE.findall(html))[:STYLE_CHARS_READ]
    hiding: list[str] = []
    colouring: set[str] = set()
    for selectors, rules in _RULE.findall(_AT_RULE.sub(" ", sheets)):
        for selector in selectors.split(","):
            found = _SIMPLE.fullmatch(selector.strip())
            if found and HIDING.search(rules):
                hiding.append(found[1])
            if found and _COLOURS_A_CLASS.search(rules):
                colouring.add(found[1])
    return hiding[:100], colouring


def _is_written_in_its_ground(node: Any, colouring: set[str]) -> bool:
    """Tell whether the words of an element have the colour they stand on; a page is white until something says otherwise."""
    stated = _COLOUR.search(node.attributes.get("style") or "")
    colour = _colour(stated[1] if stated else node.attributes.get("color") or "")
    if colour is None:
        return False
    ground: Any = node
    for _ in range(ANCESTORS_MAX):
        if ground is None or ground.tag in ("html", "-undef"):
            break
        own = ground.attributes
        if (
            colouring.intersection((own.get("class") or "").split())
            or own.get("id") in colouring
            or "background" in own
        ):
            return False
        stated = _BACKGROUND.search(own.get("style") or "")
        named = stated[1] if stated else own.get("bgcolor") or ""
        if named and not _TRANSPARENT.search(named):
            behind = _colour(named)
            return behind is not None and "url(" not in named and _are_alike(colour, behind)
        ground = ground.parent
    return _are_alike(colour, WHITE)


def _colour(text: str) -> Colour | None:
    """Return the colour that a style names, or None where it is none that is known here."""
    text = text.strip().lower()
    found = _HEX.search(text)
    if found and len(found[1]) in (3, 4):
        red, green, blue = (int(each * 2, 16) for each in found[1][:3])
        return red, green, blue
    if found and len(found[1]) in (6, 8):
        return int(found[1][:2], 16), int(found[1][2:4], 16), int(found[1][4:6], 16)
    if found := _RGB.search(text):
        return int(found[1]), int(found[2]), int(found[3])
    return next((_NAMED[word] for word in re.findall(r"[a-z]+", text[:100]) if word in _NAMED), None)


def _are_alike(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))
