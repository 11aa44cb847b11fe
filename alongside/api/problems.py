"""How is it told that a request cannot be done? As a problem document (RFC 9457) whose `detail` is the sentence that a page would say."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any, NoReturn

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import JsonResponse

MEDIA_TYPE = "application/problem+json"

PHRASES = {413: "Content Too Large", 422: "Unprocessable Content"}
"""How RFC 9110 calls what older Pythons call otherwise."""


class ProblemError(Exception):
    """A request that cannot be done: the status, the sentence, which fields are wrong and how, and headers that go with it."""

    def __init__(
        self, status: int, detail: str, *, errors: Iterable[tuple[str, str]] = (), headers: Mapping[str, str] = {}
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.errors = tuple(errors)
        self.headers = dict(headers)


def told(problem: ProblemError) -> JsonResponse:
    """Answer with the problem document."""
    document = {
        "type": "about:blank",
        "title": PHRASES.get(problem.status) or HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": problem.detail,
        "errors": [{"field": field, "says": says} for field, says in problem.errors],
    }
    shown = {"Cache-Control": "private, no-store", **problem.headers}
    return JsonResponse(document, status=problem.status, content_type=MEDIA_TYPE, headers=shown)


def refuse(form: forms.BaseForm) -> NoReturn:
    """Refuse what a form does not take, with its own sentences."""
    errors = [(_field(name), str(says)) for name, found in form.errors.items() for says in found]
    raise ProblemError(422, errors[0][1] if errors else "This cannot be kept as it stands.", errors=errors)


def refuse_field(field: str, says: str) -> NoReturn:
    """Refuse the value of one field."""
    raise ProblemError(422, says, errors=[(field, says)])


def no_such(kind: str, number: int) -> ProblemError:
    """Tell that there is no such row, or none that this user may see: it is the same answer."""
    return ProblemError(404, f"There is no {kind} {number}.")


def _field(name: str) -> str:
    return "" if name == NON_FIELD_ERRORS else name.rstrip("_")


def in_words(error: Mapping[str, Any]) -> tuple[str, str]:
    """Say what a check of the types found: which field, and what is wrong with it."""
    field = ".".join(str(part) for part in error["loc"][1:] if part not in ("said",))
    limits = error.get("ctx", {})
    sentences = {
        "missing": "This is missing.",
        "extra_forbidden": "There is no such field here.",
        "string_type": "This is written as text, in quotes.",
        "string_too_long": f"This is longer than {limits.get('max_length')} characters.",
        "string_too_short": "This is empty.",
        "int_parsing": "This is no whole number.",
        "int_type": "This is no whole number.",
        "int_from_float": "This is no whole number.",
        "int_parsing_size": "This number is too large.",
        "bool_parsing": "Say true or false.",
        "bool_type": "Say true or false.",
        "literal_error": f"Say one of {limits.get('expected')}.",
        "enum": f"Say one of {limits.get('expected')}.",
        "greater_than_equal": f"The least is {limits.get('ge')}.",
        "less_than_equal": f"The most is {limits.get('le')}.",
        "date_from_datetime_parsing": "That is no day. Write it as 2025-06-01.",
        "date_parsing": "That is no day. Write it as 2025-06-01.",
        "date_type": "That is no day. Write it as 2025-06-01.",
    }
    return field, sentences.get(str(error["type"]), str(error["msg"]))
