"""May the pictures of one mail that lie elsewhere be loaded? Only for whoever asked a moment ago, and for that mail alone.

Loading tells whoever runs the other place that the mail was opened, when, and from where; so nothing is remembered, and
no link can ask.
"""

from typing import Any

from django.core import signing

ASKED_SECONDS = 300
"""How long an asking holds. Unit: seconds; then the mail is shown without them again."""

_FOR = "alongside.web.far_pictures"


def ask(user: Any, interaction_id: int) -> str:
    """Return the token by which the frame may load the pictures of this mail for this person."""
    return signing.dumps([user.pk, interaction_id], salt=_FOR)


def was_asked(token: str, user: Any, interaction_id: int) -> bool:
    """Tell whether this person asked for the pictures of this mail within the last minutes."""
    try:
        asked = signing.loads(token, salt=_FOR, max_age=ASKED_SECONDS)
    except signing.BadSignature:
        return False
    return bool(asked == [user.pk, interaction_id])
