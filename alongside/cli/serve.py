"""`alongside serve`: the web pages and the work behind them, in one process."""

import gc
import json
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from alongside.cli.ready import clock, open_installation
from alongside.cli.speak import AsJson, CommandError, remark

if TYPE_CHECKING:
    import uvicorn

Announcement = Callable[[], None]

LOOPBACK = "127.0.0.1"
CLOSING_SECONDS = 10
"""How long answers that are under way may take when the program is told to stop. Unit: seconds."""

WAITING_CONNECTIONS = 128

WORKER_AFTER_SECONDS = 1.0
"""The worker begins this long after the first page can be asked for, so that loading it does not delay that page. Unit:
seconds."""

Port = Annotated[int, typer.Option("--port", help="The port to answer at; 0 takes a free one.")]
Host = Annotated[str, typer.Option("--host", help="The address to answer at; by default this machine only.")]
Open = Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")]


def serve(port: Port = 8000, host: Host = LOOPBACK, open_page: Open = False, as_json: AsJson = False) -> None:
    """Start Alongside and keep it running until Ctrl-C."""
    gc.disable()  # until all is loaded: nothing of it is garbage
    listening = listen(host, port)
    open_installation()
    _warn_of_names(host)
    run_server(listening, open_page=open_page, as_json=as_json)


def _warn_of_names(host: str) -> None:
    """Say it when others may connect but would be refused by the name that they ask for."""
    from django.conf import settings

    is_open = host not in {LOOPBACK, "::1", "localhost"}
    if is_open and not set(settings.ALLOWED_HOSTS) - set(settings.THIS_MACHINE):
        remark("Only this machine is answered: ALONGSIDE_ALLOWED_HOSTS names under which others reach it.")


def listen(host: str, port: int) -> socket.socket:
    """Take the port, before anything slow is done. Raises CommandError when it is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Only a socket that names its protocol gets TCP_NODELAY from asyncio; without it every answer waits 40 ms.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(WAITING_CONNECTIONS)
    except OSError as refusal:
        listening.close()
        raise CommandError(
            f"Port {port} at {host} cannot be had ({refusal.strerror}). Perhaps Alongside runs already: open "
            f"{_address(host, port)}, or choose another port with --port."
        ) from refusal
    return listening


def run_server(
    listening: socket.socket, *, open_page: bool, as_json: bool, greeting: str = "", more: dict[str, str] | None = None
) -> None:
    """Answer at this socket until told to stop; says the address once it does, with a greeting (`more` as JSON)."""
    host, port = listening.getsockname()[:2]
    address = _address(host, port)

    def say() -> None:
        if as_json:
            print(json.dumps({"address": address} | (more or {})), flush=True)
        else:
            print("\n".join(filter(None, [f"Alongside is at {address} (Ctrl-C stops it).", greeting])), flush=True)
        if open_page and not (_has_desktop() and webbrowser.open(address)):
            remark("There is no browser to open here: open the address yourself.")

    def begin() -> None:
        gc.freeze()  # what is loaded stays, and is not looked through again while pages are made
        gc.enable()
        say()
        start_worker.start()

    start_worker = threading.Timer(WORKER_AFTER_SECONDS, _work_beside)
    start_worker.daemon = True
    try:
        _server(begin).run(sockets=[listening])
    finally:
        start_worker.cancel()


def _has_desktop() -> bool:
    """Tell whether a browser would get a window of its own; one in the terminal would take the terminal away."""
    is_linux = sys.platform.startswith("linux")
    return not is_linux or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _work_beside() -> None:
    from alongside.worker import start_worker

    start_worker(clock)


def _server(when_it_answers: "Announcement") -> "uvicorn.Server":
    import uvicorn

    class Announced(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets=sockets)
            when_it_answers()

    return Announced(
        uvicorn.Config(
            "alongside.config.asgi:application",
            lifespan="off",
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,  # what a proxy claims is not believed unless somebody set it up
            timeout_graceful_shutdown=CLOSING_SECONDS,
        )
    )


def _address(host: str, port: int) -> str:
    if host in {"0.0.0.0", "::"}:  # every address of the machine, this one among them
        return f"http://{LOOPBACK}:{port}/"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
