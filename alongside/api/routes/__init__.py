"""The rooms of the interface: one file a concept, named as the pages are."""

from ninja import Router

from alongside.api.routes import (
    accounts,
    awards,
    doubts,
    exchanges,
    imports,
    interactions,
    me,
    notes,
    orders,
    people,
    promises,
    requests,
    search,
    sightings,
    today,
)

ROUTERS: list[tuple[str, Router]] = [
    ("/me", me.router),
    ("/today", today.router),
    ("/accounts", accounts.router),
    ("/accounts", exchanges.router),
    ("/people", people.router),
    ("/requests", requests.router),
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
