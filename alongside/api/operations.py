"""How does an operation read, write, and answer? Said once for all: who may, as what it is shown, its tag, and that it is done once."""

from collections.abc import Callable, Sequence
from functools import wraps
from hashlib import sha256
from inspect import signature
from typing import Annotated, Any, TypeVar

from django.db import transaction
from django.http import HttpResponse
from ninja import Path, Query, Router, Schema
from pydantic import ConfigDict, TypeAdapter

from alongside.answers.keyset import LARGEST_ID, Order, can_read
from alongside.api import clock
from alongside.api.bearer import Asked, Bearer
from alongside.api.once import once
from alongside.api.problems import ProblemError, refuse_field
from alongside.vocabulary import TokenScope

Id = Annotated[int, Path(ge=1, le=LARGEST_ID)]
"""The number of a row, in an address."""

Number = Annotated[int | None, Query(ge=1, le=LARGEST_ID)]
"""The number of a row, to narrow a list by."""

PAGE_MOST = 100
"""Rows of a page at most. Unit: rows."""

Limit = Annotated[int, Query(ge=1, le=PAGE_MOST, description="Rows of the page.")]
After = Annotated[str, Query(max_length=2_000, description="`next` of the page before.")]

View = TypeVar("View", bound=Callable[..., Any])


class Said(Schema):
    """What is sent in: these fields and no others."""

    model_config = ConfigDict(extra="forbid")


def reads(
    router: Router, path: str, gives: Any, *, may: TokenScope = TokenScope.READ, **more: Any
) -> Callable[[View], View]:
    """Register a view that shows something: its answer has a tag (ETag), and is left out for whoever has it already."""
    adapter = TypeAdapter(gives)

    def register(view: View) -> View:
        names = [name for name in signature(view).parameters if name != "request" and f"{{{name}}}" not in path]

        @wraps(view)
        def show(request: Asked, *args: Any, **kwargs: Any) -> HttpResponse:
            _check_asked(request, names)
            return _tagged(request, _written(adapter, view(request, *args, **kwargs)))

        _operation(router, "GET", path, may, {200: gives}, more)(show)
        return view

    return register


def writes(
    router: Router, method: str, path: str, gives: Any, *, may: TokenScope, status: int = 200, **more: Any
) -> Callable[[View], View]:
    """Register a view that changes something, in one transaction; a POST with a key (Idempotency-Key) is done once."""
    adapter = TypeAdapter(gives)

    def register(view: View) -> View:
        @wraps(view)
        def do(request: Asked, *args: Any, **kwargs: Any) -> HttpResponse:
            _check_asked(request, [])
            at, _ = clock.now()

            def change() -> str:
                return _written(adapter, view(request, *args, **kwargs))

            if method != "POST":
                with transaction.atomic():
                    return _answer(change(), status)
            content, is_repeat = once(request, change, status=status, at=at)
            shown = _answer(content, status)
            if is_repeat:
                shown["Idempotency-Replayed"] = "true"
            return shown

        _operation(router, method, path, may, {status: gives}, more)(do)
        return view

    return register


def takes_back(router: Router, path: str, *, may: TokenScope) -> Callable[[View], View]:
    """Register a view that takes back what was said (DELETE): it counts no more, and stays on record."""

    def register(view: View) -> View:
        @wraps(view)
        def undo(request: Asked, *args: Any, **kwargs: Any) -> HttpResponse:
            _check_asked(request, [])
            with transaction.atomic():
                view(request, *args, **kwargs)
            return HttpResponse(status=204, headers={"Cache-Control": "private, no-store"})

        _operation(router, "DELETE", path, may, {204: None}, {})(undo)
        return view

    return register


def tag_of(gives: Any, shown: Any) -> str:
    """Give the tag with which this answer is shown now."""
    return _tag(_written(TypeAdapter(gives), shown))


def must_match(request: Asked, tag: str) -> None:
    """Refuse to change what was changed since it was read: the tag that was read comes as If-Match. Raises ProblemError."""
    stated = request.headers.get("If-Match", "")
    if not stated:
        raise ProblemError(428, "Send the ETag of what you read as If-Match, so that nobody's change is lost.")
    if stated.strip() != "*" and tag not in [each.strip() for each in stated.split(",")]:
        raise ProblemError(412, "This has changed since you read it. Read it again, and send its new ETag.")


def page_after(after: str, order: Order) -> str:
    """Give the key of a page back where it is one of this list. Raises ProblemError for any other."""
    if after and not can_read(after, order):
        refuse_field("after", "That is no key of this list. Send `next` of the page before, or leave it out.")
    return after


def _check_asked(request: Asked, names: Sequence[str]) -> None:
    """Refuse what is asked for under a name that is none: a filter that is misspelt would show everything."""
    unknown = next((name for name in request.GET if name not in names), None)
    if unknown is not None:
        there = f"There are: {', '.join(names)}." if names else "There are none."
        refuse_field(unknown[:100], f"Nothing here is called {unknown[:100]!r}. {there}")


def _operation(
    router: Router, method: str, path: str, may: TokenScope, gives: dict[int, Any], more: dict[str, Any]
) -> Callable[[View], View]:
    extra = {"x-scope": may.value}
    return router.api_operation([method], path, response=gives, auth=Bearer(may), openapi_extra=extra, **more)


def _written(adapter: "TypeAdapter[Any]", shown: Any) -> str:
    return adapter.dump_json(shown).decode()


def _answer(content: str, status: int) -> HttpResponse:
    shown = {"Cache-Control": "private, no-store"}
    return HttpResponse(content, status=status, content_type="application/json", headers=shown)


def _tagged(request: Asked, content: str) -> HttpResponse:
    tag = _tag(content)
    known = [each.strip().removeprefix("W/") for each in request.headers.get("If-None-Match", "").split(",")]
    shown = HttpResponse(status=304) if tag in known else _answer(content, 200)
    shown["ETag"] = tag
    shown["Cache-Control"] = "private, no-cache"
    shown["Vary"] = "Authorization"
    return shown


def _tag(content: str) -> str:
    return f'"{sha256(content.encode()).hexdigest()[:32]}"'
