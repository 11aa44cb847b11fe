"""Whose token is this, what may it do, and until when?"""

from dataclasses import dataclass
from datetime import datetime

from ninja import Router

from alongside.api.bearer import Asked
from alongside.api.operations import reads

router = Router(tags=["Token"])


@dataclass(frozen=True, slots=True)
class MeAnswer:
    """The user in whose name this token comes, and the token itself, without its text."""

    user: str
    name: str
    token: str
    scopes: list[str]
    expires_at: datetime


@reads(router, "", MeAnswer, summary="Whose token this is")
def me(request: Asked) -> MeAnswer:
    """Say in whose name this token comes, what it may do, and until when."""
    user, token = request.auth.owner, request.auth
    return MeAnswer(user.username, user.get_full_name(), token.name, list(token.scopes), token.expires_at)
