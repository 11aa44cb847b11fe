"""`alongside outbox`: the letters that leave from here, how far each is, and what a person says of those whose outcome is not known."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from alongside.cli.ready import clock, open_installation, user_named
from alongside.cli.speak import NOT_FOUND, AsJson, CommandError, ForUser, answer

if TYPE_CHECKING:
    from alongside.outbox.models import OutgoingLetter

Number = Annotated[
    int, typer.Argument(metavar="NUMBER", help="The letter's number, as `alongside outbox list` says it.")
]
All = Annotated[bool, typer.Option("--all", help="Those that have left or were taken back as well.")]

app = typer.Typer(help="Letters that leave from here.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
def list_letters(show_all: All = False, user: ForUser = "", as_json: AsJson = False) -> None:
    """Say which letters wait, which were refused, and of which it is not known whether they arrived."""
    letters = _letters(user).order_by("queued_at", "pk")
    from alongside.outbox.queue import OUTSTANDING

    found = list(letters if show_all else letters.filter(state__in=OUTSTANDING))
    lines = [_line(letter) for letter in found] or ["Nothing waits in the outbox."]
    answer({"letters": [_document(letter) for letter in found]}, lines, as_json=as_json)


@app.command("send")
def send(user: ForUser = "", as_json: AsJson = False) -> None:
    """Hand over what is due now, where `alongside serve` does not run."""
    open_installation()
    user_named(user)
    from django.conf import settings

    from alongside.entering.letters import NO_SERVER
    from alongside.sending import send_next

    if settings.SMTP_SERVER is None:
        raise CommandError(NO_SERVER)
    tried = 0
    while send_next(clock):
        tried += 1
    answer({"tried": tried}, [f"{tried:,} handed over or tried."], as_json=as_json)


@app.command("take-back")
def take_back(number: Number, user: ForUser = "", as_json: AsJson = False) -> None:
    """Keep a letter from leaving that still waits."""
    letter = _letter(number, user)
    from alongside.outbox import queue

    _say(letter, lambda: queue.take_back(letter), as_json=as_json)


@app.command("arrived")
def arrived(number: Number, user: ForUser = "", as_json: AsJson = False) -> None:
    """Say that a letter arrived whose outcome was not known."""
    letter = _letter(number, user)
    from alongside import sending

    at, as_of = clock()
    _say(letter, lambda: sending.arrived(letter, by=letter.owner, at=at, as_of=as_of), as_json=as_json)


@app.command("again")
def again(number: Number, user: ForUser = "", as_json: AsJson = False) -> None:
    """Send a letter once more that was refused, or whose outcome is not known."""
    letter = _letter(number, user)
    from alongside.outbox import queue

    at, _ = clock()
    _say(letter, lambda: queue.send_again(letter, by=letter.owner, at=at), as_json=as_json)


@app.command("let-go")
def let_go(number: Number, user: ForUser = "", as_json: AsJson = False) -> None:
    """Ask nothing more about such a letter; it is not sent again."""
    letter = _letter(number, user)
    from alongside.outbox import queue

    at, _ = clock()
    _say(letter, lambda: queue.let_go(letter, by=letter.owner, at=at), as_json=as_json)


def _say(letter: "OutgoingLetter", do: Any, *, as_json: bool) -> None:
    from alongside.outbox.queue import TooLateError
    from alongside.sending import follow

    try:
        do()
    except TooLateError as trouble:
        raise CommandError(str(trouble)) from trouble
    follow(letter, as_of=clock()[1])
    answer(_document(letter), [_line(letter)], as_json=as_json)


def _letters(user: str) -> Any:
    open_installation()
    from alongside.outbox.models import OutgoingLetter

    return OutgoingLetter.objects.visible_to(user_named(user))


def _letter(number: int, user: str) -> "OutgoingLetter":
    letter: OutgoingLetter | None = _letters(user).select_related("owner").filter(pk=number).first()
    if letter is None:
        raise CommandError(f"There is no letter {number}. `alongside outbox list --all` names them.", NOT_FOUND)
    return letter


def _document(letter: "OutgoingLetter") -> dict[str, Any]:
    return {
        "number": letter.pk,
        "state": letter.state,
        "to": letter.addresses,
        "subject": letter.subject,
        "message_id": letter.message_id,
        "queued_at": letter.queued_at,
        "leaves_at": letter.leaves_at,
        "tries": letter.tries,
        "reason": letter.reason,
    }


def _line(letter: "OutgoingLetter") -> str:
    reason = f" ({letter.reason})" if letter.reason and letter.state != "sent" else ""
    return f"{letter.pk}  {letter.state}: {letter.subject or 'no subject'}, to {letter.names}{reason}"
