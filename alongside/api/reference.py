"""Which operations are there, as a page: written from the description itself, so that it says no more and no less."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.api.interface import openapi
from alongside.api.limits import MOST_A_MINUTE
from alongside.vocabulary import TokenScope


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter or a field: its name, what it is, whether it must be there, and what it says."""

    name: str
    kind: str
    is_needed: bool
    says: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: how it is asked, which scope it needs, what it takes and what it gives."""

    id: str
    method: str
    address: str
    title: str
    says: str
    scope: str
    takes: list[Field]
    body: list[Field]
    gives: str
    gives_fields: list[Field]


def page(request: HttpRequest) -> HttpResponse:
    """Show every operation, in the order of the rooms."""
    context = {
        "here": "settings",
        "rooms": _rooms(),
        "most": MOST_A_MINUTE,
        "origin": f"{request.scheme}://{request.get_host()}",
    }
    return render(request, "help/api.html", context)


@cache
def _rooms() -> dict[str, list[Operation]]:
    rooms: dict[str, list[Operation]] = {}
    for address, operations in openapi()["paths"].items():
        for method, said in operations.items():
            rooms.setdefault(said["tags"][0], []).append(_operation(address, method, said))
    return rooms


def _operation(address: str, method: str, said: dict[str, Any]) -> Operation:
    body = said.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    status, answer = next((s, a) for s, a in said["responses"].items() if s.startswith("2"))
    gives = answer.get("content", {}).get("application/json", {}).get("schema", {})
    return Operation(
        id=said["operationId"],
        method=method.upper(),
        address=address,
        title=said["summary"],
        says=_plain(said.get("description", "")),
        scope=TokenScope(said["x-scope"]).value,
        takes=[
            Field(
                p["name"], _kind(p["schema"]).removesuffix(" or null"), p["required"], _plain(p.get("description", ""))
            )
            for p in said["parameters"]
            if p["in"] == "query" or p["name"] in ("If-Match", "Idempotency-Key")
        ],
        body=_fields(body),
        gives=f"{status}, {_kind(gives)}" if gives else status,
        gives_fields=_fields(_items(gives)),
    )


def _items(schema: dict[str, Any]) -> dict[str, Any]:
    """Give what a page of a list holds, else the schema itself."""
    items = _resolved(schema).get("properties", {}).get("items", {}).get("items")
    return items if items and "next" in _resolved(schema)["properties"] else schema


def _fields(schema: dict[str, Any]) -> list[Field]:
    whole = _resolved(schema)
    needed = whole.get("required", [])
    return [
        Field(name, _kind(each), name in needed, each.get("description", ""))
        for name, each in whole.get("properties", {}).items()
    ]


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = openapi()["components"]["schemas"][name] if name else schema
    return found


def _kind(schema: dict[str, Any]) -> str:
    """Say in a few words what a value is."""
    if "$ref" in schema:
        whole = _resolved(schema)
        return _kind(whole) if "enum" in whole else _name(schema["$ref"].rpartition("/")[2])
    if "anyOf" in schema:
        several = list(dict.fromkeys(_kind(each) for each in schema["anyOf"] if each.get("pattern") is None))
        return " or ".join(several)
    if "enum" in schema:
        return " | ".join(str(word) for word in schema["enum"])
    if "const" in schema:
        return str(schema["const"]).lower()
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    if schema.get("format") in ("date", "date-time"):
        return {"date": "day", "date-time": "instant"}[schema["format"]]
    return {
        "integer": "whole number",
        "number": "number",
        "boolean": "true or false",
        "string": "text",
        "null": "null",
    }.get(str(schema.get("type")), "object" if schema.get("type") == "object" else "anything")


def _plain(says: str) -> str:
    return says.replace("`", "")


def _name(name: str) -> str:
    return name.removesuffix("Answer").removesuffix("_").replace("Page_", "page of ").replace("Answer", "")
