"""Where is a page made? In one of a few threads that keep their database connection, in one hop from the event loop.

Django's own handler goes through several threads and opens the database anew for every page.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any, cast

from django.core import signals
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import set_script_prefix

THREADS = 6
"""Pages made at once. A page is a few milliseconds of Python; more threads than this only wait for one another."""

Scope = dict[str, Any]
Send = Callable[[Any], Awaitable[None]]


class PagesHandler(ASGIHandler):
    """Django as an ASGI application whose pages are made by ordinary synchronous views and middleware."""

    def __init__(self) -> None:
        self.load_middleware(is_async=False)
        self.threads = ThreadPoolExecutor(THREADS, thread_name_prefix="page")

    async def __call__(self, scope: Scope, receive: Callable[[], Awaitable[Any]], send: Send) -> None:
        if scope["type"] != "http":
            raise ValueError(f"Pages are asked for by HTTP, not by {scope['type']}.")
        try:
            body = await self.read_body(receive)
        except RequestAborted:
            return
        loop = asyncio.get_running_loop()
        response = await loop.run_in_executor(self.threads, self._respond, scope, body)
        try:
            await self.send_response(response, send)
        finally:
            if response.streaming:
                await loop.run_in_executor(self.threads, response.close)
            body.close()

    def _respond(self, scope: Scope, body: IO[bytes]) -> HttpResponseBase:
        set_script_prefix(get_script_prefix(scope))
        signals.request_started.send(sender=self.__class__, scope=scope)
        request, refusal = self.create_request(scope, body)
        response: HttpResponseBase = self.get_response(request) if request else cast(HttpResponseBase, refusal)
        if isinstance(response, FileResponse):
            response.block_size = self.chunk_size
        if isinstance(response, StreamingHttpResponse):
            response.streaming_content = self._parts(cast(Iterable[bytes], response.streaming_content))
        else:
            response.close()  # in this thread, so that its connection is looked after
        return response

    async def _parts(self, parts: Iterable[bytes]) -> AsyncIterator[bytes]:
        """Read a file part by part, never as a whole, and never on the event loop."""
        loop = asyncio.get_running_loop()
        iterator = iter(parts)
        while (part := await loop.run_in_executor(self.threads, next, iterator, None)) is not None:
            yield part
