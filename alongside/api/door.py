"""The door for programs, /api/v1/: loaded when the first of them comes, since what it needs takes half a second to load.

Nobody is signed in here by a cookie: each operation asks for a token, so that no page of another can do anything in a browser's name.
"""

import logging

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

log = logging.getLogger("alongside.api")

WENT_WRONG = "Something went wrong here, and nothing was changed. Whoever runs this installation finds it in its log."


@csrf_exempt
@login_not_required
def api(request: HttpRequest, rest: str) -> HttpResponse:
    """Answer a program; whatever happens is a document it can read."""
    from alongside.api.interface import answer
    from alongside.api.problems import ProblemError, told

    try:
        return answer(request, rest)
    except Exception:
        log.exception("%s %s", request.method, request.path)
        return told(ProblemError(500, WENT_WRONG))


@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """Show what the interface offers, operation by operation."""
    from alongside.api.reference import page

    return page(request)
