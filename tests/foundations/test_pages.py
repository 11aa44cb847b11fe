"""Pages are made in threads of their own; a large file goes out part by part, and a large upload is not kept in memory."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from asgiref.testing import ApplicationCommunicator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

from alongside.config.intake_cap import capped
from alongside.config.pages import PagesHandler

LARGE = 3 * 1024 * 1024


def words(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{request.method} {len(request.body)}")


def drawing(request: HttpRequest) -> FileResponse:
    return FileResponse(Path(request.GET["at"]).open("rb"))


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a fault of ours")


urlpatterns = [path("words", words), path("drawing", drawing), path("broken", broken)]


@pytest.fixture
def pages() -> Any:
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=[], ALLOWED_HOSTS=["*"]):
        yield PagesHandler()


def _ask(application: Any, where: str, *, query: str = "", body: tuple[bytes, ...] = (b"",)) -> tuple[int, list[bytes]]:
    async def talk() -> tuple[int, list[bytes]]:
        scope = {"type": "http", "http_version": "1.1", "method": "POST" if any(body) else "GET", "path": where}
        scope |= {"query_string": query.encode(), "headers": [(b"host", b"localhost")], "client": ("127.0.0.1", 1)}
        talk = ApplicationCommunicator(application, scope)
        for place, part in enumerate(body, start=1):
            await talk.send_input({"type": "http.request", "body": part, "more_body": place < len(body)})
        begin = await talk.receive_output(30)
        parts: list[bytes] = []
        more = True
        while more:
            message = await talk.receive_output(30)
            parts.append(message.get("body", b""))
            more = message.get("more_body", False)
        await talk.wait()
        return begin["status"], parts

    with ThreadPoolExecutor(1) as apart:  # the thread of the tests may already run playwright's event loop
        return apart.submit(lambda: asyncio.run(talk())).result()


def test_a_page_sees_the_whole_body(pages: Any) -> None:
    status, parts = _ask(pages, "/words", body=(b"dear ", b"Joe"))
    assert (status, b"".join(parts)) == (200, b"POST 8")


@pytest.mark.filterwarnings("error")
def test_a_large_file_goes_out_part_by_part(pages: Any, tmp_path: Path) -> None:
    (tmp_path / "drawing").write_bytes(b"x" * LARGE)
    status, parts = _ask(pages, "/drawing", query=f"at={tmp_path / 'drawing'}")
    assert status == 200
    assert sum(map(len, parts)) == LARGE
    assert max(map(len, parts)) < LARGE / 10


def test_a_fault_of_ours_is_answered_and_the_next_page_works(pages: Any) -> None:
    assert _ask(pages, "/broken")[0] == 500
    assert _ask(pages, "/words")[0] == 200


def test_what_arrives_beyond_the_cap_is_refused_even_if_nothing_was_stated(pages: Any) -> None:
    status, parts = _ask(capped(pages, most_bytes=10), "/words", body=(b"12345678", b"90123"))
    assert status == 413
    assert b"alongside import PATH" in b"".join(parts)
