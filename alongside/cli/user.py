"""`alongside user`: who uses this installation, and their passwords."""

import sys
from typing import Annotated

import typer

from alongside.cli.ready import open_installation, user_named
from alongside.cli.speak import AsJson, CommandError, answer

Name = Annotated[str, typer.Argument(help="The name to sign in with.")]
FromStdin = Annotated[bool, typer.Option("--password-stdin", help="Read the password from the first line of stdin.")]

app = typer.Typer(help="Who uses it, and their passwords.", no_args_is_help=True, rich_markup_mode=None)


@app.command("create")
def create(
    name: Name,
    full_name: Annotated[str, typer.Option("--full-name", help="As it is shown, such as 'Olga Owner'.")] = "",
    address: Annotated[str, typer.Option("--address", help="The user's mail address.")] = "",
    from_stdin: FromStdin = False,
    as_json: AsJson = False,
) -> None:
    """Add a user; asks for the password."""
    open_installation()
    from django.core.exceptions import ValidationError

    from alongside import users

    try:
        user = users.create(name, password=_password(from_stdin), full_name=full_name, address=address)
    except ValidationError as refusal:
        raise CommandError(" ".join(refusal.messages)) from refusal
    answer({"user": user.username}, [f"{user.username} can sign in now."], as_json=as_json)


@app.command("password")
def password(name: Name, from_stdin: FromStdin = False, as_json: AsJson = False) -> None:
    """Change a user's password; every browser signs in anew."""
    open_installation()
    from django.core.exceptions import ValidationError

    from alongside import users

    user = user_named(name)
    try:
        users.change_password(user, _password(from_stdin))
    except ValidationError as refusal:
        raise CommandError(" ".join(refusal.messages)) from refusal
    answer({"user": user.username}, [f"The password of {user.username} is changed."], as_json=as_json)


@app.command("list")
def list_users(as_json: AsJson = False) -> None:
    """Say who uses this installation."""
    open_installation()
    from django.contrib.auth.models import User

    people = [
        {
            "user": user.username,
            "name": user.get_full_name(),
            "address": user.email,
            "can_sign_in": user.is_active and user.has_usable_password(),
        }
        for user in User.objects.order_by("username")
    ]
    lines = [_line(person) for person in people] or ["Nobody yet: open `alongside serve`."]
    answer({"users": people}, lines, as_json=as_json)


def _line(person: dict[str, object]) -> str:
    known = " ".join(str(part) for part in (person["user"], person["name"], person["address"]) if part)
    return known if person["can_sign_in"] else f"{known} (cannot sign in yet)"


def _password(from_stdin: bool) -> str:
    given = sys.stdin.readline().rstrip("\r\n") if from_stdin else _asked()
    if not given:
        raise CommandError("The password is empty.")
    return given


def _asked() -> str:
    given: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return given
