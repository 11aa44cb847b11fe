"""What was sent in? JSON that every database can keep: no NUL, no half characters, not endlessly nested, no number that is none."""

import json
from typing import Any, NoReturn

from django.http import HttpRequest

from alongside.api.limits import MOST_BYTES
from alongside.api.problems import ProblemError
from alongside.interactions.keys import storable

NOT_JSON = "The body is no JSON. Send one object, such as {}."
NOT_KEPT = "A character in it cannot be kept: NUL, or half of a pair."


def read_body(request: HttpRequest) -> Any:
    """Read the body of a request. Raises ProblemError where it is no JSON, too large, or holds what cannot be kept."""
    if len(request.body) > MOST_BYTES:
        raise too_large()
    if not request.body:
        return None
    if request.content_type != "application/json":
        raise ProblemError(415, "Send JSON, and say so: Content-Type: application/json.")
    try:
        said = json.loads(request.body, parse_constant=_is_no_number)
        is_kept = _can_be_kept(said)
    except (ValueError, RecursionError):
        raise ProblemError(400, NOT_JSON) from None
    if not is_kept:
        raise ProblemError(422, NOT_KEPT)
    return said


def check_address(request: HttpRequest) -> None:
    """Refuse what stands in the address and cannot be looked for."""
    for name, values in request.GET.lists():
        if any(storable(text) != text for text in (name, *values)):
            raise ProblemError(422, NOT_KEPT)


def too_large() -> ProblemError:
    """Tell that the body is too large."""
    return ProblemError(
        413, f"This is more than {MOST_BYTES // 1024} KiB at once. Send less, or bring files in by `alongside import`."
    )


def _is_no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")


def _can_be_kept(said: Any) -> bool:
    """Tell whether every text in it can be kept."""
    if isinstance(said, str):
        return storable(said) == said
    if isinstance(said, dict):
        return all(_can_be_kept(name) and _can_be_kept(value) for name, value in said.items())
    return all(_can_be_kept(each) for each in said) if isinstance(said, list) else True
