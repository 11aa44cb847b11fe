"""Whatever is typed into any form of any page, it is words afterwards, on every page that a link leads to.

The forms are found by following the links, as the pages are: a new page is in this test without being named here.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.browser.conftest import WIDE, Stage
from tests.browser.test_every_page import DOWNLOADS, kind_of, links_of, name_of
from tests.browser.watch import look_through, note_request

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

OF_A_KIND = 2
"""Pages followed of each kind. Unit: pages."""

PAYLOADS_AT_ONCE = 30
"""Payloads typed into one field together. Unit: payloads; a short field takes the first that fit."""

ROUNDS = 2
"""Times that each form is sent, every form with other payloads, so that all of them are typed somewhere. With ALONGSIDE_THOROUGH set,
each form is sent with all of them, which takes half an hour. Unit: times."""

LEFT_ALONE = {"sign-out", "settings-password", "interaction-erase", "import-undo", "imports"}
"""Forms that end the session, take things away or want a file: what they are given is nowhere shown."""

TYPED = ("text", "search", "email", "url", "tel", "")
"""Kinds of fields into which words are typed."""

PLAIN = {"date": "2026-03-02", "number": "1", "datetime-local": "2026-03-02T10:00"}
"""What other kinds of fields are given."""


@dataclass(frozen=True)
class Form:
    """A form as it stood on a page: where it goes, and its fields by name."""

    page: str
    action: str
    fields: tuple[tuple[str, str, str, int], ...]  # name, kind, value, most characters

    @property
    def kind(self) -> tuple[str, tuple[str, ...]]:
        return name_of(kind_of(self.action)), tuple(name for name, *_ in self.fields)

    def filled(self, words: str) -> dict[str, str]:
        return {name: _value(kind, value, most, words) for name, kind, value, most in self.fields}


def _value(kind: str, value: str, most: int, words: str) -> str:
    if kind in TYPED or kind == "textarea":
        return words[:most]
    return value or PLAIN.get(kind, "")


@pytest.fixture(scope="module")
def context(stage: Stage, browser: Any) -> Iterator["BrowserContext"]:
    """A signed-in browser without any policy of ours; what runs or asks elsewhere fails the test."""
    trouble: list[str] = []
    with closing(browser.new_context(viewport=WIDE, base_url=stage.address, bypass_csp=True)) as context:
        context.add_cookies(stage.cookies)
        context.on("dialog", lambda dialog: (trouble.append(f"ran: {dialog.message}"), dialog.dismiss()))
        context.on("request", lambda request: note_request(request.url, stage.address, trouble))
        context.new_page()
        yield context
    assert trouble == []


def _pages(context: "BrowserContext") -> dict[str, str]:
    """Follow every link, a few pages of each kind; give each address with what it answered."""
    there: dict[str, str] = {}
    seen: dict[str, int] = {}
    ahead = ["/", "/notes/enter?what=request", "/notes/enter?what=fact", "/notes/enter?what=award", "/about/"]
    while ahead:
        path = ahead.pop(0)
        kind = kind_of(path)
        if path in there or seen.get(kind, 0) >= OF_A_KIND or name_of(kind) in DOWNLOADS or name_of(kind) == "sign-out":
            continue
        seen[kind] = seen.get(kind, 0) + 1
        answer = context.request.get(path)
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        there[path] = answer.text()
        ahead += [_within(path, link) for link in links_of(there[path])]
    return there


def _within(path: str, link: str) -> str:
    parts = urlsplit(urljoin(path, link))
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _forms(pages: dict[str, str]) -> list[Form]:
    """Find the forms of these pages that take words, one of each kind."""
    found: dict[Any, Form] = {}
    for path, text in pages.items():
        for node in LexborHTMLParser(text).css('form[method="post"]'):
            form = Form(path, _within(path, node.attributes.get("action") or path), tuple(_fields(node)))
            takes_words = any(kind in TYPED or kind == "textarea" for _, kind, _, _ in form.fields)
            if takes_words and form.kind[0] not in LEFT_ALONE:
                found.setdefault(form.kind, form)
    return list(found.values())


def _fields(form: LexborNode) -> Iterator[tuple[str, str, str, int]]:
    for node in form.css("input, textarea, select, button"):
        name, stated = node.attributes.get("name"), node.attributes
        if not name or stated.get("type") == "file":
            continue
        kind = (stated.get("type") or "") if node.tag == "input" else node.tag or ""
        yield name, kind, _first(node), int(stated.get("maxlength") or 4000)


def _first(node: LexborNode) -> str:
    """Give the value that a form would send if nobody touched the field; of a list, the last of its choices."""
    if node.tag == "select":
        return ([o.attributes.get("value") or "" for o in node.css("option")] or [""])[-1]
    return node.attributes.get("value") or ""


def _rounds(payloads: Sequence[str], turn: int) -> list[str]:
    """Give what is typed into the form whose turn it is."""
    words = [payload.encode("utf-8", "replace").decode() for payload in payloads]
    rounds = [" ".join(words[start : start + PAYLOADS_AT_ONCE]) for start in range(0, len(words), PAYLOADS_AT_ONCE)]
    if "ALONGSIDE_THOROUGH" in os.environ:
        return rounds
    return [rounds[(turn * ROUNDS + n) % len(rounds)] for n in range(ROUNDS)]


@pytest.mark.timeout(3600 if "ALONGSIDE_THOROUGH" in os.environ else 900)
def test_what_is_typed_into_any_form_is_words_on_every_page(context: "BrowserContext", payloads: list[str]) -> None:
    forms = _forms(_pages(context))
    assert len(forms) >= 10, [form.kind for form in forms]
    codes = {form.kind: set(_typed_in(context, form, _rounds(payloads, turn))) for turn, form in enumerate(forms)}
    assert {kind: found for kind, found in codes.items() if found & {403, 500}} == {}
    assert look_through(context.pages[0], list(_pages(context))) == []


def _typed_in(context: "BrowserContext", form: Form, rounds: list[str]) -> list[int]:
    """Send a form once for every round; give the answers' codes."""
    return [context.request.post(form.action, form=form.filled(words)).status for words in rounds]
