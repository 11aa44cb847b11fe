"""How much may one request send in? Refused before it fills the disk; what is in it is not looked at here."""

import json
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]


class _TooMuchError(Exception):
    """More arrived than was allowed."""


def capped(application: Application, *, most_bytes: int, below: Mapping[str, int] = {}) -> Application:
    """Wrap an ASGI application: a request above `most_bytes`, by what it states or what arrives, is answered 413.

    `below` gives another limit for addresses that begin in a certain way.
    """

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await application(scope, receive, send)
            return
        most = next((each for prefix, each in below.items() if scope["path"].startswith(prefix)), most_bytes)
        if _stated_bytes(scope) > most:
            await _refuse(send, most)
            return
        try:
            await application(scope, _counted(receive, most), send)
        except _TooMuchError:
            await _refuse(send, most)

    return answer


def _stated_bytes(scope: Message) -> int:
    stated = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    return int(stated) if stated.isdigit() else 0


def _counted(receive: Receive, most_bytes: int) -> Receive:
    arrived = 0

    async def receive_counted() -> Message:
        nonlocal arrived
        message = await receive()
        arrived += len(message.get("body", b""))
        if arrived > most_bytes:
            raise _TooMuchError
        return message

    return receive_counted


async def _refuse(send: Send, most_bytes: int) -> None:
    size = f"{most_bytes // 1024**2:,} MiB" if most_bytes >= 1024**2 else f"{most_bytes // 1024:,} KiB"
    reason = (
        f"This is more than {size} at once. "
        "Bring files in with `alongside import PATH` on the machine where Alongside runs."
    )
    told = {"type": "about:blank", "title": "Content Too Large", "status": 413, "detail": reason, "errors": []}
    headers = [(b"content-type", b"application/problem+json"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps(told).encode()})
