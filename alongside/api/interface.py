"""The interface as a whole: which rooms it has, how its answers are found, and how each trouble is told."""

from functools import cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import Resolver404, URLResolver
from django.urls.resolvers import RegexPattern
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.parser import Parser

from alongside.api.body import too_large
from alongside.api.document import document
from alongside.api.limits import MOST_BYTES
from alongside.api.problems import ProblemError, in_words, told
from alongside.api.routes import ROUTERS

TITLE = "Alongside"
DESCRIPTION = (
    "Where you stand with every customer, and what to do today: what the pages show and do, for other programs. "
    "Send a token of yours as `Authorization: Bearer alongside_...`; you make it on the page of settings, and it sees what you see."
)


class SaidBefore(Parser):
    """Gives the body that was read when the token was looked at."""

    def parse_body(self, request: HttpRequest) -> Any:
        return request.said  # type: ignore[attr-defined]


class Interface(NinjaAPI):
    """The operations of all rooms, with names of their own."""

    def get_openapi_operation_id(self, operation: Any) -> str:
        """Name an operation by what its function is called."""
        return str(operation.view_func.__name__)


@cache
def interface() -> Interface:
    """Put the rooms together, once."""
    api = Interface(
        title=TITLE, version="1", description=DESCRIPTION, docs_url=None, openapi_url=None, parser=SaidBefore()
    )
    for prefix, router in ROUTERS:
        api.add_router(prefix, router)
    api.add_exception_handler(ProblemError, _problem)
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(Http404, _nothing)
    api.add_exception_handler(HttpError, _refused)
    return api


@cache
def openapi() -> dict[str, Any]:
    """Describe the interface (OpenAPI 3.1)."""
    return document(interface())


def answer(request: HttpRequest, rest: str) -> HttpResponse:
    """Find the operation of an address and let it answer."""
    if rest == "openapi.json":
        return _description(request)
    if _stated_bytes(request) > MOST_BYTES:
        return told(too_large())
    try:
        found = _resolver().resolve(rest)
    except Resolver404:
        return told(ProblemError(404, f"There is nothing at {request.path[:200]}. The page /api/ names every address."))
    if request.method == "HEAD":
        request.method = "GET"  # the server leaves the body out
    shown: HttpResponse = found.func(request, *found.args, **found.kwargs)
    return _not_allowed(shown) if isinstance(shown, HttpResponseNotAllowed) else shown


@cache
def _resolver() -> URLResolver:
    return URLResolver(RegexPattern(r"^"), interface().urls[0][:-1])  # the last one is ninja's own root


def _description(request: HttpRequest) -> HttpResponse:
    import json

    if request.method not in ("GET", "HEAD"):
        return _not_allowed(HttpResponseNotAllowed(["GET"]))
    return HttpResponse(json.dumps(openapi(), ensure_ascii=False), content_type="application/json")


def _problem(request: HttpRequest, trouble: Any) -> HttpResponse:
    return told(trouble)


def _nothing(request: HttpRequest, trouble: Any) -> HttpResponse:
    return told(ProblemError(404, "There is no such thing."))


def _refused(request: HttpRequest, trouble: Any) -> HttpResponse:
    return told(ProblemError(trouble.status_code, str(trouble)))


def _invalid(request: HttpRequest, trouble: Any) -> HttpResponse:
    errors = [in_words(error) for error in trouble.errors]
    field, says = errors[0]
    return told(ProblemError(422, f"{field}: {says}" if field else says, errors=errors))


def _not_allowed(refusal: HttpResponse) -> HttpResponse:
    allowed = ", ".join(sorted(refusal["Allow"].split(", ")))
    return told(ProblemError(405, f"This address takes {allowed}.", headers={"Allow": allowed}))


def _stated_bytes(request: HttpRequest) -> int:
    stated = request.META.get("CONTENT_LENGTH") or "0"
    return int(stated) if stated.isdecimal() and len(stated) < 19 else 0
