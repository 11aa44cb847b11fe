"""Did the server take the letter? Speaks SMTP with it once, and says what is known of the outcome afterwards.

Until the letter itself begins, nothing has left: whatever goes wrong is no harm, and it may be tried again. From then on a cut line leaves
it unknown whether it arrived, whatever the reason was; only the server's own answer makes it known again.
"""

import base64
import re
import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum

from alongside.config.smtp import Security, SmtpServer
from alongside.outbox.compose import Sealed

ANSWER_SECONDS = 60
"""How long the server may take for one answer. Unit: seconds; RFC 5321 asks for minutes of a relay, and this is none."""

CALL_SECONDS = 300
"""How long the whole conversation may take, so that a server that answers drop by drop holds nothing up. Unit: seconds."""

OWN_NAME = "[127.0.0.1]"
"""What we call ourselves in EHLO: a literal, so that neither a name is looked up nor the machine's is told."""

LONGEST_REASON = 400
"""Of what the server said. Unit: characters."""

START_MAIL_INPUT = 354
"""The server's word to begin with the letter. Source: RFC 5321, 4.2.3."""


class Handed(StrEnum):
    """What is known of the outcome."""

    TAKEN = "taken"
    NOT_YET = "not_yet"  # nothing has left; another try may help
    REFUSED = "refused"  # nothing has left; another try would not help
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one conversation, and why."""

    handed: Handed
    reason: str = ""


@dataclass(slots=True)
class _Call:
    """How far the conversation has come: whether any of the letter may have left."""

    has_begun: bool = False


def hand_over(
    server: SmtpServer, letter: Sealed, *, answer_seconds: float = ANSWER_SECONDS, call_seconds: float = CALL_SECONDS
) -> Outcome:
    """Hand one letter over. Raises nothing: what went wrong is the outcome."""
    call = _Call()
    try:
        with _line_to(server, answer_seconds, call_seconds) as line:
            return _converse(line, server, letter, call)
    except smtplib.SMTPResponseException as answer:
        return _answered(server, answer.smtp_code, answer.smtp_error)
    except smtplib.SMTPNotSupportedError as lack:
        return Outcome(Handed.REFUSED, f"{server.host} cannot do what is needed: {_clean(str(lack), server)}")
    except (OSError, smtplib.SMTPException, ValueError) as cut:
        return _cut(server, call, cut)


@contextmanager
def _line_to(server: SmtpServer, answer_seconds: float, call_seconds: float) -> Iterator[smtplib.SMTP]:
    """Connect, close the line to others, sign in; hang up in the end, and after `call_seconds` whatever happens."""
    line: smtplib.SMTP
    if server.security is Security.TLS:
        line = smtplib.SMTP_SSL(local_hostname=OWN_NAME, timeout=answer_seconds, context=ssl.create_default_context())
    else:
        line = smtplib.SMTP(local_hostname=OWN_NAME, timeout=answer_seconds)
    line._host = server.host  # type: ignore[attr-defined]  # what the certificate must name; set only by the constructor that connects
    watch = threading.Timer(call_seconds, _cut_off, [line])
    watch.daemon = True
    watch.start()
    try:
        code, said = line.connect(server.host, server.port)
        if code != 220:
            raise smtplib.SMTPResponseException(code, said)
        _introduce(line)
        if server.security is Security.STARTTLS:
            line.starttls(context=ssl.create_default_context())
            _introduce(line)
        if server.user:
            _sign_in(line, server)
        yield line
    finally:
        watch.cancel()
        with suppress(OSError):
            line.close()


def _sign_in(line: smtplib.SMTP, server: SmtpServer) -> None:
    """Sign in by one way that the server offers: smtplib's own login tries them all, and loses the answer when it is hung up on."""
    offered = line.esmtp_features.get("auth", "").upper().split()
    line.user, line.password = server.user, server.password
    if "PLAIN" in offered:
        line.auth("PLAIN", line.auth_plain)
    elif "LOGIN" in offered:
        line.auth("LOGIN", line.auth_login)
    else:
        raise smtplib.SMTPNotSupportedError("it offers no way to sign in with a name and a password.")


def _cut_off(line: smtplib.SMTP) -> None:
    with suppress(OSError, AttributeError):
        line.sock.shutdown(socket.SHUT_RDWR)  # type: ignore[union-attr]


def _introduce(line: smtplib.SMTP) -> None:
    code, said = line.ehlo()
    if not 200 <= code <= 299:
        code, said = line.helo()
    _expect(code, said)


def _converse(line: smtplib.SMTP, server: SmtpServer, letter: Sealed, call: _Call) -> Outcome:
    """Name sender and recipients, and send the letter; one recipient refused means that nobody gets it."""
    _expect(*line.mail(letter.sender, _options(line, letter)))
    for recipient in letter.recipients:
        code, said = line.rcpt(recipient)
        if not 200 <= code <= 299:
            raise smtplib.SMTPResponseException(code, f"{recipient}: ".encode() + said)
    code, said = line.docmd("data")
    if code != START_MAIL_INPUT:
        raise smtplib.SMTPResponseException(code, said)
    call.has_begun = True
    line.send(_dotted(letter.raw))
    code, said = line.getreply()
    if 200 <= code <= 299:
        with suppress(OSError, smtplib.SMTPException):
            line.quit()
        return Outcome(Handed.TAKEN, _clean(said, server))
    if 400 <= code <= 599:
        return _answered(server, code, said)
    return _cut(server, call, ValueError(f"it answered {code} {said!r}"))


def _options(line: smtplib.SMTP, letter: Sealed) -> list[str]:
    wanted = [f"SIZE={len(letter.raw)}"] if line.has_extn("size") else []
    if letter.needs_utf8:
        if not line.has_extn("smtputf8"):
            raise smtplib.SMTPNotSupportedError("an address has letters beyond a to z, and it takes no such addresses.")
        line.command_encoding = "utf-8"
        wanted += ["SMTPUTF8", "BODY=8BITMIME"]
    return wanted


def _dotted(raw: bytes) -> bytes:
    """End the letter with the final dot; a line of its own that begins with one gets another (RFC 5321, 4.5.2)."""
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", raw)
    if not lines.endswith(b"\r\n"):
        lines += b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", lines) + b".\r\n"


def _expect(code: int, said: bytes) -> None:
    if not 200 <= code <= 299:
        raise smtplib.SMTPResponseException(code, said)


def _answered(server: SmtpServer, code: int, said: bytes | str) -> Outcome:
    """Read the server's own no: 5xx is for good, anything else may pass."""
    handed = Handed.REFUSED if 500 <= code <= 599 else Handed.NOT_YET
    told = f"{code} {_clean(said, server)}".strip() if code > 0 else "what it said is no answer of a mail server."
    return Outcome(handed, f"{server.host} said: {told}")


def _cut(server: SmtpServer, call: _Call, cut: Exception) -> Outcome:
    why = _clean(str(cut) or type(cut).__name__, server)
    if call.has_begun:
        return Outcome(Handed.UNKNOWN, f"The line to {server.host} was cut while the letter was on its way ({why}).")
    if isinstance(cut, ssl.SSLCertVerificationError):
        return Outcome(Handed.NOT_YET, f"The certificate of {server.host} cannot be trusted: {cut.verify_message}.")
    return Outcome(Handed.NOT_YET, f"{server.host} could not be reached, or hung up before the letter began ({why}).")


def _clean(said: bytes | str, server: SmtpServer) -> str:
    """Give what the server said in one line, without the password, should it have repeated it."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    for secret in _secrets(server):
        text = text.replace(secret, "…")
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return text if len(text) <= LONGEST_REASON else text[:LONGEST_REASON] + " …"


def _secrets(server: SmtpServer) -> list[str]:
    if not server.password:
        return []
    words = (server.password, f"\0{server.user}\0{server.password}")
    return [server.password, *(base64.b64encode(word.encode()).decode() for word in words)]
