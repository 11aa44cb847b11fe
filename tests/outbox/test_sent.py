"""What follows from a letter that left: it is in the record at once, they are kept abreast, and an imported copy doubles nothing."""

import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from alongside import sending
from alongside.config.environment import SettingError
from alongside.config.smtp import Security, SmtpServer, smtp_server
from alongside.erasing import erase_words
from alongside.interactions.live import live
from alongside.interactions.models import Interaction
from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.requests.models import Request
from alongside.outbox import queue
from alongside.outbox.compose import write
from alongside.outbox.hand_over import Handed, hand_over
from alongside.outbox.models import OutgoingLetter
from alongside.outbox.queue import About, TooLateError
from alongside.pipeline import bring_up_to_date, import_paths, rebuild, undo
from alongside.sources.contract import Letter
from alongside.sources.letter import parse_letter
from alongside.today.models import TodayItem
from alongside.vocabulary import LetterState
from tests.faces.book import AS_OF, JOE, OLGA, PROMISED, open_book
from tests.letters import keep, letter
from tests.outbox.faulty import Faulty

AT = datetime(2026, 3, 2, 15, tzinfo=UTC)
LATER = AT + timedelta(minutes=1)
WANTED = "Could you tell us by when we have the laydays for April?"
NEXT = date(2026, 3, 12)
TEXT = "Hi Joe,\n\nwe look at the statement of facts with the port, and it takes them some more days.\n\nBest regards"


class Sink:
    """Takes everything, as a server that works does."""

    def __init__(self) -> None:
        self.letters: list[bytes] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - the name is aiosmtpd's
        self.letters.append(envelope.original_content)
        return "250 taken"


@contextmanager
def sink(**options: Any) -> Iterator[tuple[Sink, int]]:
    handler = Sink()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    there = Controller(handler, hostname="127.0.0.1", port=port, **options)
    there.start()
    try:
        yield handler, port
    finally:
        there.stop()


@pytest.fixture
def asked(owner: Any) -> Request:
    open_book(owner)
    keep(
        owner,
        letter(JOE, OLGA, "2026-02-10T09:00:00", WANTED, subject="Laydays", message_id="wanted@x"),
        letter(OLGA, JOE, "2026-02-11T09:00:00", PROMISED, subject="Re: Laydays", in_reply_to="wanted@x"),
    )
    bring_up_to_date(owner, as_of=AS_OF)
    return wanted(owner)


def wanted(owner: Any) -> Request:
    found: Request = Request.objects.visible_to(owner).get(quote=WANTED)
    return found


def sent(owner: Any, asked: Request, *, step: str = "") -> OutgoingLetter:
    """Send an update about a request, by a server that works or goes wrong at a step."""
    mail = Interaction.objects.get(pk=asked.interaction_id)
    update = write("joe@nsteel.example", "Re: Laydays", TEXT, answers=mail.message_id)
    queued = queue.queue(update, by=owner, at=AT, about=About(asked.sighting_key, NEXT))
    with Faulty(step) as server:
        sending.send_next(lambda: (LATER, AS_OF), server=SmtpServer("127.0.0.1", server.port, Security.NONE))
    queued.refresh_from_db()
    return queued


def test_an_update_that_left_is_told_and_the_request_stays_open(owner: Any, asked: Request) -> None:
    gone = sent(owner, asked)
    asked.refresh_from_db()
    assert (gone.state, asked.state, asked.next_update_on) == (LetterState.SENT, "open", NEXT)
    assert asked.told[-1][0] == AS_OF.isoformat() and asked.last_update_on == AS_OF
    owed = TodayItem.objects.visible_to(owner).filter(play__in=["update_owed", "promise_due"])
    assert not [item for item in owed if "laydays" in f"{item.say}{item.draft_text}"]


def test_an_update_keeps_no_promise_to_find_out(owner: Any, asked: Request) -> None:
    sent(owner, asked)
    promise = Commitment.objects.visible_to(owner).get(quote=PROMISED, promised_on="2026-02-11")
    assert promise.state == "open"


def test_a_letter_that_is_more_than_an_update_settles_what_was_promised_and_asked(owner: Any, asked: Request) -> None:
    mail = Interaction.objects.get(pk=asked.interaction_id)
    answer = write("joe@nsteel.example", "Re: Laydays", TEXT, answers=mail.message_id)
    queue.queue(answer, by=owner, at=AT)
    with Faulty() as server:
        sending.send_next(lambda: (LATER, AS_OF), server=SmtpServer("127.0.0.1", server.port, Security.NONE))
    promise = Commitment.objects.visible_to(owner).get(quote=PROMISED, promised_on="2026-02-11")
    asked.refresh_from_db()
    assert (promise.state, promise.kept_on, asked.state) == ("kept", AS_OF, "answered")


def test_the_copy_that_an_import_brings_is_known_for_the_same_letter(
    owner: Any, asked: Request, tmp_path: Path
) -> None:
    gone = sent(owner, asked)
    copy = tmp_path / "sent.eml"
    copy.write_bytes(queue.message_of(gone).raw)
    run = import_paths([copy], user=owner, at=LATER, as_of=AS_OF)
    mine = Interaction.objects.visible_to(owner).filter(message_id=gone.message_id)
    assert (run.recorded, run.known, mine.count()) == (0, 1, 1)
    undo(run, by=owner, at=LATER, as_of=AS_OF)
    assert live(mine).count() == 1
    asked.refresh_from_db()
    assert (asked.state, asked.last_update_on) == ("open", AS_OF)


def test_everything_made_anew_is_as_before(owner: Any, asked: Request) -> None:
    sent(owner, asked)
    asked.refresh_from_db()
    before = (asked.state, asked.told, asked.next_update_on, asked.last_update_on)
    rebuild(owner, as_of=AS_OF)
    asked = wanted(owner)
    assert (asked.state, asked.told, asked.next_update_on, asked.last_update_on) == before


def test_of_unknown_outcome_nothing_counts_until_somebody_says_that_it_arrived(owner: Any, asked: Request) -> None:
    gone = sent(owner, asked, step="dot")
    item = TodayItem.objects.visible_to(owner).get(play="letter_outcome")
    assert (gone.state, item.owed) == (LetterState.UNKNOWN, 3) and "arrive?" in item.say
    assert not Interaction.objects.visible_to(owner).filter(message_id=gone.message_id).exists()
    sending.arrived(gone, by=owner, at=LATER, as_of=AS_OF)
    asked.refresh_from_db()
    assert asked.last_update_on == AS_OF
    assert not TodayItem.objects.visible_to(owner).filter(play="letter_outcome").exists()
    sending.doubt_again(gone, by=owner, at=LATER, as_of=AS_OF)
    asked.refresh_from_db()
    assert gone.state == LetterState.UNKNOWN and asked.next_update_on is None
    assert asked.last_update_on != AS_OF


def test_a_copy_that_comes_in_settles_what_was_not_known(owner: Any, asked: Request, tmp_path: Path) -> None:
    gone = sent(owner, asked, step="dot")
    copy = tmp_path / "sent.eml"
    copy.write_bytes(queue.message_of(gone).raw)
    import_paths([copy], user=owner, at=LATER, as_of=AS_OF)
    assert sending.look_for_copies(lambda: (LATER, AS_OF))
    gone.refresh_from_db()
    asked.refresh_from_db()
    assert (gone.state, gone.reason) == (LetterState.SENT, queue.SHOWN)
    assert (asked.state, asked.next_update_on) == ("open", NEXT)


def test_taken_back_in_time_it_never_leaves(owner: Any) -> None:
    gone = queue.queue(write("joe@nsteel.example", "Hi", TEXT), by=owner, at=AT)
    with Faulty() as server:
        there = SmtpServer("127.0.0.1", server.port, Security.NONE)
        assert not sending.send_next(lambda: (AT + timedelta(seconds=5), AS_OF), server=there)
        queue.take_back(gone)
        assert not sending.send_next(lambda: (LATER, AS_OF), server=there)
        assert server.calls == 0
    with pytest.raises(TooLateError, match="taken back"):
        queue.take_back(gone)


def test_who_was_switched_off_sends_nothing(owner: Any) -> None:
    queue.queue(write("joe@nsteel.example", "Hi", TEXT), by=owner, at=AT)
    owner.is_active = False
    owner.save()
    assert queue.claim(at=LATER) is None


def test_erased_words_are_erased_in_the_outbox_too(owner: Any, asked: Request) -> None:
    gone = sent(owner, asked)
    erase_words(Interaction.objects.get(message_id=gone.message_id), by=owner, at=LATER, as_of=AS_OF)
    gone.refresh_from_db()
    assert (gone.text, gone.subject) == ("", "")


# A real server


@pytest.mark.django_db
def test_a_real_server_takes_it_as_it_was_written(owner: Any) -> None:
    gone = queue.queue(write("Zoë <joe@nsteel.example>", "Größe", "Grüße\n.\nEnde"), by=owner, at=AT)
    with sink() as (there, port):
        assert hand_over(SmtpServer("127.0.0.1", port, Security.NONE), queue.message_of(gone)).handed is Handed.TAKEN
    [raw] = there.letters
    read = parse_letter(raw)
    assert isinstance(read, Letter)
    assert (read.subject, read.text.split(), read.message_id) == ("Größe", ["Grüße", ".", "Ende"], gone.message_id)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for localhost that nobody but this test trusts."""
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    words = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    made = subprocess.run(["openssl", *words.split(), "-keyout", str(key), "-out", str(cert)], capture_output=True)
    assert made.returncode == 0, made.stderr
    return key, cert


@pytest.fixture
def closed(certificate: tuple[Path, Path]) -> Callable[..., Any]:
    """A server that speaks STARTTLS and knows one user."""
    key, cert = certificate
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)

    def knows(server: Any, session: Any, envelope: Any, mechanism: str, said: Any) -> AuthResult:
        is_right = (said.login, said.password) == (b"olga", b"a secret word")
        return AuthResult(success=is_right, handled=is_right)

    return lambda: sink(tls_context=context, authenticator=knows, auth_required=True)


@pytest.mark.django_db
def test_over_starttls_with_a_password(owner: Any, closed: Any, certificate: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
    gone = queue.message_of(queue.queue(write("joe@nsteel.example", "Hi", TEXT), by=owner, at=AT))
    with closed() as (there, port):
        right = SmtpServer("localhost", port, Security.STARTTLS, "olga", "a secret word")
        assert hand_over(right, gone).handed is Handed.TAKEN
        wrong = hand_over(SmtpServer("localhost", port, Security.STARTTLS, "olga", "not the word"), gone)
    assert (len(there.letters), wrong.handed) == (1, Handed.REFUSED)
    assert "not the word" not in wrong.reason and "535" in wrong.reason


@pytest.mark.django_db
def test_a_certificate_that_nobody_vouches_for_is_not_trusted(owner: Any, closed: Any) -> None:
    gone = queue.message_of(queue.queue(write("joe@nsteel.example", "Hi", TEXT), by=owner, at=AT))
    with closed() as (there, port):
        outcome = hand_over(SmtpServer("localhost", port, Security.STARTTLS, "olga", "a secret word"), gone)
    assert outcome.handed is Handed.NOT_YET and "cannot be trusted" in outcome.reason
    assert there.letters == []


@pytest.mark.django_db
def test_a_server_without_starttls_gets_nothing(owner: Any) -> None:
    gone = queue.message_of(queue.queue(write("joe@nsteel.example", "Hi", TEXT), by=owner, at=AT))
    with sink() as (there, port):
        assert hand_over(SmtpServer("127.0.0.1", port, Security.STARTTLS), gone).handed is Handed.REFUSED
    assert there.letters == []


# The settings


def test_the_password_is_shown_nowhere(monkeypatch: Any, tmp_path: Path) -> None:
    secret = tmp_path / "password"
    secret.write_text("a secret word\n")
    monkeypatch.setenv("ALONGSIDE_SMTP_HOST", "mail.example")
    monkeypatch.setenv("ALONGSIDE_SMTP_USER", "olga")
    monkeypatch.setenv("ALONGSIDE_SMTP_PASSWORD_FILE", str(secret))
    found = smtp_server()
    assert found is not None and (found.password, found.port) == ("a secret word", 587)
    assert "secret" not in repr(found) and "secret" not in str(found)


@pytest.mark.parametrize(
    ("name", "word", "says"),
    [
        ("ALONGSIDE_SMTP_SECURITY", "ssl3", "none of starttls"),
        ("ALONGSIDE_SMTP_SECURITY", "none", "would be read on the way"),
        ("ALONGSIDE_SMTP_PORT", "many", "is no port"),
        ("ALONGSIDE_SMTP_PASSWORD_FILE", "/nowhere/at/all", "cannot be read"),
    ],
)
def test_a_setting_that_cannot_be_used_is_told(monkeypatch: Any, name: str, word: str, says: str) -> None:
    monkeypatch.setenv("ALONGSIDE_SMTP_HOST", "mail.example")
    monkeypatch.setenv("ALONGSIDE_SMTP_USER", "olga")
    monkeypatch.setenv(name, word)
    with pytest.raises(SettingError, match=says):
        smtp_server()
