"""How much may one request send in? Refused before it fills the disk; what is in it is not looked at here."""

import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]


class _TooMuchError(Exception):
    """More arrived than was allowed."""


def capped(application: Application, *, most_bytes: int) -> Application:
    """Wrap an ASGI application: a request above `most_bytes`, by what it states or what arrives, is answered 413."""

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await application(scope, receive, send)
            return
        if _stated_bytes(scope) > most_bytes:
            await _refuse(send, most_bytes)
            return
        try:
            await application(scope, _counted(receive, most_bytes), send)
        except _TooMuchError:
            await _refuse(send, most_bytes)

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
    reason = (
        f"This is more than {most_bytes // 1024**2:,} MiB at once. "
        "Bring it in with `alongside import PATH` on the machine where Alongside runs."
    )
    headers = [(b"content-type", b"application/json"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps({"error": reason}).encode()})
