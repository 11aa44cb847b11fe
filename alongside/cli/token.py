"""`alongside token`: tokens by which other programs come in."""

from typing import Annotated, Any

import typer

from alongside.cli.ready import clock, open_installation, user_named
from alongside.cli.speak import NOT_FOUND, WRITTEN_WRONG, AsJson, CommandError, ForUser, answer

Name = Annotated[str, typer.Argument(metavar="NAME", help="The program that will use it.")]
Scopes = Annotated[list[str], typer.Option("--scope", help="What it may do; again for more. None means read.")]
Days = Annotated[int, typer.Option("--days", min=1, max=366, help="For how long it holds.")]
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="The token's number, as `alongside token list` says it.")]

app = typer.Typer(help="Tokens for other programs.", no_args_is_help=True, rich_markup_mode=None)


@app.command("create")
def create(
    name: Name,
    scope: Scopes = ["read"],  # noqa: B006 - typer reads it only
    days: Days = 90,
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Make a token and print it; it cannot be read again."""
    open_installation()
    from alongside.tokens.hold import make_token
    from alongside.vocabulary import TokenScope

    unknown = [word for word in scope if word not in list(TokenScope)]
    if unknown:
        raise CommandError(f"{unknown[0]!r} is no scope. There are: {', '.join(TokenScope)}.", WRITTEN_WRONG)
    if not name.strip():
        raise CommandError("Name the program that will use it, so that you know it again.", WRITTEN_WRONG)
    at, _ = clock()
    scopes = [TokenScope(word) for word in dict.fromkeys(scope)]
    token, text = make_token(user_named(user), name.strip()[:80], scopes, days=days, at=at)
    answer(
        {**_document(token), "token": text}, [text, f"Until {token.expires_at:%Y-%m-%d}. Keep it now."], as_json=as_json
    )


@app.command("list")
def list_tokens(user: ForUser = "", as_json: AsJson = False) -> None:
    """Say which tokens there are, what they may do, and when each was last used."""
    open_installation()
    from alongside.tokens.hold import tokens_of

    there = [_document(token) for token in tokens_of(user_named(user))]
    answer({"tokens": there}, [_line(token) for token in there] or ["No token was made."], as_json=as_json)


@app.command("revoke")
def revoke(number: Number, user: ForUser = "", as_json: AsJson = False) -> None:
    """Let a token open nothing from now on."""
    open_installation()
    from alongside.tokens import hold

    found = next((token for token in hold.tokens_of(user_named(user)) if token.pk == number), None)
    if found is None:
        raise CommandError(f"There is no token {number}. `alongside token list` names them.", NOT_FOUND)
    at, _ = clock()
    hold.revoke(found, at=at)
    answer({"revoked": number}, [f"{found.name} is revoked: it opens nothing any more."], as_json=as_json)


def _document(token: Any) -> dict[str, Any]:
    return {
        "number": token.pk,
        "name": token.name,
        "scopes": token.scopes,
        "made_at": token.made_at,
        "expires_at": token.expires_at,
        "last_used_at": token.last_used_at,
    }


def _line(token: dict[str, Any]) -> str:
    used = f"last used {token['last_used_at']:%Y-%m-%d}" if token["last_used_at"] else "never used"
    return f"{token['number']}  {token['name']}: {', '.join(token['scopes'])}; until {token['expires_at']:%Y-%m-%d}; {used}"
