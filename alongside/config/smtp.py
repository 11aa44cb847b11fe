"""Which server takes the mail that is written here? None, unless the environment names one: then drafts open in the user's own program.

It sends nothing and connects to nothing. The password is never shown: not in settings, errors, logs or by doctor.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from alongside.config import environment
from alongside.config.environment import SettingError

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Security(StrEnum):
    """How the line to the server is closed to others: from the first byte, from STARTTLS on, or not at all."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


PORTS = {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25}
"""The usual port of each. Source: RFC 8314, RFC 6409, RFC 5321."""


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where letters are handed over."""

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = field(default="", repr=False)


def smtp_server() -> SmtpServer | None:
    """Read the server from the environment; None where none is named. Raises SettingError for what cannot be used."""
    host = environment.text("ALONGSIDE_SMTP_HOST")
    if not host:
        return None
    security = _security()
    user, password = environment.text("ALONGSIDE_SMTP_USER"), _password()
    if user and security is Security.NONE and host not in LOOPBACK:
        raise SettingError(
            "ALONGSIDE_SMTP_SECURITY", "without TLS the password would be read on the way. Write starttls or tls."
        )
    return SmtpServer(host, _port(PORTS[security]), security, user, password)


def _security() -> Security:
    word = environment.text("ALONGSIDE_SMTP_SECURITY", Security.STARTTLS).lower()
    if word not in list(Security):
        raise SettingError("ALONGSIDE_SMTP_SECURITY", f"{word!r} is none of starttls, tls, none.")
    return Security(word)


def _port(usual: int) -> int:
    word = environment.text("ALONGSIDE_SMTP_PORT", str(usual))
    if not word.isdecimal() or not 0 < int(word) < 65536:
        raise SettingError("ALONGSIDE_SMTP_PORT", f"{word!r} is no port. Write a number such as {usual}.")
    return int(word)


def _password() -> str:
    """Read the password, or the file that holds it, as services keep secrets."""
    path = environment.text("ALONGSIDE_SMTP_PASSWORD_FILE")
    if not path:
        return environment.text("ALONGSIDE_SMTP_PASSWORD")
    try:
        return Path(path).expanduser().read_text().strip()
    except (OSError, UnicodeDecodeError) as trouble:
        raise SettingError("ALONGSIDE_SMTP_PASSWORD_FILE", f"{path} cannot be read. Name a readable file.") from trouble
