"""Search over everything that a user may see: people, accounts, and the words of mails, meetings and notes.

The one place where the two engines' full text differs.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models import Count, Q, QuerySet, Window
from django.db.models.expressions import RawSQL

from alongside.interactions.live import live
from alongside.interactions.models import Interaction, InteractionBody
from alongside.people.models import Account, Person
from alongside.search.words import Query, fts5, read_query, tsquery
from alongside.touches.models import Touch

PAGE = 30
"""Mails shown at once. Unit: rows."""

NAMES_SHOWN = 8
"""Accounts and people shown above the mails. Unit: rows each."""

NEWEST_LOOKED_AT = 2_000
"""Of very many hits, those recorded last that are put in order of time. Unit: hits; keeps a search for "the" quick."""

CONTEXT_CHARACTERS = 90
"""Text shown on either side of a hit. Unit: characters."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One interaction that holds the words: `before`, `match`, `after` are the hit in its sentence."""

    interaction_id: int
    kind: str
    at: datetime
    subject: str
    before: str
    match: str
    after: str
    person: Person | None
    account: Account | None


@dataclass(frozen=True, slots=True)
class Results:
    """What was found. `older` is the key of the next page, "" at the end; `is_cut` when only the newest of very many were looked at."""

    query: str
    accounts: list[Account]
    people: list[Person]
    hits: list[Hit]
    older: str = ""
    is_cut: bool = False


def search(user: Any, text: str, *, older: str = "") -> Results:
    """Find people, accounts and words, newest first. `older` is the key that a former page gave."""
    query = read_query(text)
    if not query:
        return Results(text, [], [], [])
    page, next_key, is_cut = _page(user, query, older)
    return Results(
        text,
        [] if older else list(_accounts(user, query)),
        [] if older else list(_people(user, query)),
        _hits(page, query),
        next_key,
        is_cut,
    )


def _page(user: Any, query: Query, older: str) -> tuple[list[int], str, bool]:
    """Find one page of ids, the key of the next one, and whether there were too many hits to look at them all."""
    match, sql = (fts5(query), _SQLITE) if connection.vendor == "sqlite" else (tsquery(query), _POSTGRESQL)
    holds = RawSQL(sql, [match, user.pk, NEWEST_LOOKED_AT])
    rows = live(Interaction.objects.visible_to(user).filter(pk__in=holds)).annotate(n=Window(Count("pk")))
    rows = _before(rows, older).order_by("-occurred_at", "-pk")
    page = list(rows.values_list("occurred_at", "pk", "n")[: PAGE + 1])
    next_key = _key(*page[PAGE - 1][:2]) if len(page) > PAGE else ""
    return [pk for _, pk, _ in page[:PAGE]], next_key, any(n >= NEWEST_LOOKED_AT for _, _, n in page[:1])


_SQLITE = (
    "SELECT w.rowid FROM alongside_words w JOIN alongside_interactionbody b ON b.interaction_id = w.rowid "
    "WHERE w.alongside_words MATCH %s AND b.owner_id = %s ORDER BY w.rowid DESC LIMIT %s"
)
_POSTGRESQL = (
    "SELECT interaction_id FROM alongside_interactionbody "
    "WHERE words @@ to_tsquery('simple', %s) AND owner_id = %s ORDER BY interaction_id DESC LIMIT %s"
)


def _before(rows: QuerySet[Any], older: str) -> Any:
    """Keep what comes after the last row shown, whose instant and id the key names; a key that is none keeps all."""
    at, _, number = older.partition("-")
    try:
        instant, pk = datetime.strptime(at, _INSTANT).replace(tzinfo=UTC), int(number)
    except ValueError:
        return rows
    return rows.filter(Q(occurred_at__lt=instant) | Q(occurred_at=instant, pk__lt=pk))


_INSTANT = "%Y%m%d%H%M%S%f"


def _key(at: datetime, pk: int) -> str:
    return f"{at.astimezone(UTC):{_INSTANT}}-{pk}"


def _accounts(user: Any, query: Query) -> Any:
    rows = Account.objects.visible_to(user).filter(merged_into__isnull=True)
    for word in query.words:
        rows = rows.filter(Q(name__icontains=word) | Q(domain__icontains=word) | Q(city__icontains=word))
    return rows.order_by("name", "pk")[:NAMES_SHOWN]


def _people(user: Any, query: Query) -> Any:
    rows = Person.objects.visible_to(user).filter(merged_into__isnull=True).select_related("account")
    for word in query.words:
        rows = rows.filter(Q(name__icontains=word) | Q(anchor__icontains=word) | Q(title__icontains=word))
    return rows.order_by("name", "pk")[:NAMES_SHOWN]


def _hits(ids: list[int], query: Query) -> list[Hit]:
    bodies = InteractionBody.objects.filter(pk__in=ids).select_related("interaction").defer("html")
    touches = Touch.objects.filter(interaction_id__in=ids).select_related("person", "account").order_by("-counts", "pk")
    first: dict[int, Touch] = {}
    for touch in touches:
        first.setdefault(touch.interaction_id, touch)
    found = {body.pk: _hit(body, first.get(body.pk), query) for body in bodies}
    return [found[pk] for pk in ids if pk in found]


def _hit(body: InteractionBody, touch: Touch | None, query: Query) -> Hit:
    before, match, after = in_context(body.text, query)
    return Hit(
        body.pk,
        body.interaction.kind,
        body.interaction.occurred_at,
        body.subject,
        before,
        match,
        after,
        touch.person if touch else None,
        touch.account if touch else None,
    )


def in_context(text: str, query: Query) -> tuple[str, str, str]:
    """Cut the first hit with some words on either side; without a hit in the text (it is in the subject), its beginning."""
    pattern = "|".join(r"\W+".join(map(re.escape, words)) for words, _ in query.phrases)
    found = re.search(rf"\b(?:{pattern})\w*", text, re.I)
    if not found:
        return " ".join(text[: 2 * CONTEXT_CHARACTERS].split()), "", ""
    start = max(0, found.start() - CONTEXT_CHARACTERS)
    before, after = text[start : found.start()], text[found.end() : found.end() + CONTEXT_CHARACTERS]
    if start:
        before = "… " + before.partition(" ")[2]
    return _flat(before), found.group(), _flat(after)


def _flat(text: str) -> str:
    """Make one line of it, keeping the blanks at its ends."""
    return re.sub(r"\s+", " ", text)
