"""The rooms of the interface: one file a concept, named as the pages are."""

from ninja import Router

from alongside.api.routes import (
    accounts,
    awards,
    cases,
    doubts,
    exchanges,
    imports,
    interactions,
    me,
    notes,
    orders,
    outbox,
    people,
    plans,
    promises,
    questions,
    requests,
    search,
    sightings,
    today,
    updates,
)

ROUTERS: list[tuple[str, Router]] = [
    ("/me", me.router),
    ("/today", today.router),
    ("/accounts", accounts.router),
    ("/accounts", exchanges.router),
    ("/accounts", plans.router),
    ("/people", people.router),
    ("/requests", requests.router),
    ("/requests", cases.router),
    ("/requests", updates.router),
    ("/questions", questions.router),
    ("/outbox", outbox.router),
    ("/promises", promises.router),
    ("/awards", awards.router),
    ("/orders", orders.router),
    ("/search", search.router),
    ("/interactions", interactions.router),
    ("/sightings", sightings.router),
    ("/notes", notes.router),
    ("/imports", imports.router),
    ("/doubts", doubts.router),
]
"""Every room, and under which address it stands."""
