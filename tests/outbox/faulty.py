"""A mail server on loopback that goes wrong at the step that a test names: it cuts the line, stalls, or says no.

What it has taken stands in `taken`, by Message-ID: a letter is taken the moment its final dot was read, whatever is answered.
"""

import re
import socket
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

STEPS = ("connect", "banner", "ehlo", "mail", "rcpt", "data", "middle", "dot", "quit")
"""Where the line can be cut: before the banner, after a command and before its answer, in the middle of the letter, after the final dot."""

ANSWERS = {"banner": "220 faulty", "ehlo": "250 faulty", "mail": "250 ok", "rcpt": "250 ok", "data": "354 go on"}
STALL_SECONDS = 30
"""How long a server that stalls says nothing. Unit: seconds; whoever waits gives up before."""


@dataclass
class Faulty:
    """Goes wrong at `step` as `fault` says (cut, stall, 4, 5, nonsense), so many `times`, and then works as it should."""

    step: str = ""
    fault: str = "cut"
    times: int = 1
    taken: Counter[str] = field(default_factory=Counter)
    letters: list[bytes] = field(default_factory=list)
    calls: int = 0
    reached: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> "Faulty":
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listening.getsockname()[1]
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_: Any) -> None:
        with suppress(OSError):
            self.listening.shutdown(socket.SHUT_RDWR)
        self.listening.close()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self.listening.accept()
            except OSError:
                return
            self.calls += 1
            threading.Thread(target=self._answer, args=(line,), daemon=True).start()

    def _answer(self, line: socket.socket) -> None:
        with line, suppress(OSError, _CutError):
            words = line.makefile("rb")
            self._at(line, "connect")
            self._say(line, "banner")
            while command := words.readline():
                self._follow(line, words, command.split()[0].decode().lower() if command.strip() else "")

    def _follow(self, line: socket.socket, words: Any, command: str) -> None:
        if command in {"ehlo", "helo"}:
            self._say(line, "ehlo")
        elif command in {"mail", "rcpt"}:
            self._say(line, command)
        elif command == "data":
            self._say(line, "data")
            self._take(line, words)
        elif command == "quit":
            self._at(line, "quit")
            line.sendall(b"221 bye\r\n")
            raise _CutError
        else:
            line.sendall(b"250 ok\r\n")

    def _take(self, line: socket.socket, words: Any) -> None:
        read = b""
        while not read.endswith(b"\r\n.\r\n"):
            got = words.readline()
            if not got:
                raise _CutError
            read += got
            if len(read) > 200:
                self._at(line, "middle")
        if self._is_here("dot") and self.fault[0] in "45":
            self._at(line, "dot")
            return
        [message_id] = re.findall(rb"(?im)^message-id:\s*<([^>]+)>", read)
        self.taken[message_id.decode()] += 1
        self.letters.append(read)
        self._at(line, "dot")
        line.sendall(b"250 taken\r\n")

    def _say(self, line: socket.socket, step: str) -> None:
        if not self._at(line, step):
            line.sendall(f"{ANSWERS[step]}\r\n".encode())

    def _is_here(self, step: str) -> bool:
        return self.step == step and self.times > 0

    def _at(self, line: socket.socket, step: str) -> bool:
        """Go wrong, if this is the step; tell whether something was answered instead of what belongs there."""
        if not self._is_here(step):
            return False
        self.times -= 1
        self.reached.set()
        if self.fault == "cut":
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            raise _CutError
        if self.fault == "stall":
            time.sleep(STALL_SECONDS)
            raise _CutError
        if self.fault == "nonsense":
            line.sendall(b"what did you say\r\n")
        else:
            line.sendall(f"{self.fault}50 not now\r\n".encode())
        return True


class _CutError(Exception):
    """The line is at its end."""
