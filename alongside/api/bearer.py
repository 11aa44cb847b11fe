"""Who asks, and may they? A bearer token names its owner; whatever is read or written is read and written as that user."""

from typing import Any, cast

from django.http import HttpRequest
from ninja.security import HttpBearer

from alongside.api import clock
from alongside.api.body import check_address, read_body
from alongside.api.limits import MOST_A_MINUTE, MOST_WRONG_A_MINUTE, seconds_to_wait
from alongside.api.problems import ProblemError
from alongside.tokens.hold import find_token, note_use
from alongside.tokens.models import AccessToken
from alongside.vocabulary import TokenScope

NOT_OPEN = "This token opens nothing: it is unknown, has expired or was revoked. Make one on the page of settings."
NO_TOKEN = "Send a token: Authorization: Bearer alongside_... You make one on the page of settings."


class Asked(HttpRequest):
    """A request that came with a token that holds."""

    auth: AccessToken
    said: Any


class Bearer(HttpBearer):
    """Lets in whoever comes with a token that holds and has the scope."""

    def __init__(self, scope: TokenScope) -> None:
        super().__init__()
        self.scope = scope

    def __call__(self, request: HttpRequest) -> AccessToken:
        scheme, _, text = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not text.strip():
            raise _unknown(request, NO_TOKEN)
        return self.authenticate(request, text.strip())

    def authenticate(self, request: HttpRequest, token: str) -> AccessToken:
        """Find the token; raises ProblemError with 401, 403 or 429, and for a body that cannot be read."""
        at, _ = clock.now()
        found = find_token(token, at=at)
        if found is None:
            raise _unknown(request, NOT_OPEN)
        if wait := seconds_to_wait(f"token {found.pk}", most=MOST_A_MINUTE):
            raise _too_often(MOST_A_MINUTE, wait)
        note_use(found, at=at)
        if self.scope not in found.scopes:
            says = f"This token may not {self.scope.label}. Make one that may on the page of settings."
            raise ProblemError(403, says, headers={"WWW-Authenticate": 'Bearer error="insufficient_scope"'})
        asked = cast(Asked, request)
        asked.user = found.owner
        check_address(asked)
        asked.said = read_body(asked)
        return found


def _unknown(request: HttpRequest, says: str) -> ProblemError:
    """Tell that nobody is known by this, or after many tries only that it was tried too often."""
    if wait := seconds_to_wait(f"wrong {request.META.get('REMOTE_ADDR', '')}", most=MOST_WRONG_A_MINUTE):
        return _too_often(MOST_WRONG_A_MINUTE, wait)
    return ProblemError(401, says, headers={"WWW-Authenticate": "Bearer"})


def _too_often(most: int, wait: int) -> ProblemError:
    says = f"More than {most} of these in a minute. Wait {wait} seconds."
    return ProblemError(429, says, headers={"Retry-After": str(wait)})
