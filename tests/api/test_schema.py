"""Does the interface keep to its description, whatever is sent? Made-up requests, fitting and not fitting, against every operation.

API_EXAMPLES says how many of each are made up for one operation; the ordinary run makes few.
"""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.contrib.auth.models import User
from django.core import signals
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import load_all_checks, not_a_server_error
from schemathesis.specs.openapi import checks as openapi_checks

from alongside.api import limits
from alongside.api.interface import openapi
from alongside.tokens.hold import make_token
from alongside.vocabulary import TokenScope
from tests.api.conftest import AT
from tests.faces.marked import open_marked_book

EXAMPLES = int(os.environ.get("API_EXAMPLES", "5"))
"""Requests made up for each operation, once fitting and once not. Unit: requests."""

CHECKS = [
    not_a_server_error,
    openapi_checks.status_code_conformance,
    openapi_checks.content_type_conformance,
    openapi_checks.response_headers_conformance,
    openapi_checks.response_schema_conformance,
    openapi_checks.negative_data_rejection,
]
"""What every answer keeps to. A fitting request may still be refused: a day that has passed has the right type."""


@pytest.fixture
def no_connection_is_closed() -> Iterator[None]:
    """Keep the connection of the test while requests begin and end."""
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)


def test_the_description_is_had_without_a_token(db: None) -> None:
    answer = Client().get(f"{AT}/openapi.json")
    assert answer.json()["openapi"] == "3.1.0"
    assert answer.json()["paths"].keys() == openapi()["paths"].keys()


def test_every_operation_says_its_troubles_and_its_scope() -> None:
    for address, operations in openapi()["paths"].items():
        for method, said in operations.items():
            assert said["x-scope"] in list(TokenScope), address
            assert {"401", "403", "422", "429"} <= said["responses"].keys(), (address, method)
            assert (said["summary"] and said["description"]) or method == "delete", (address, method)


@pytest.mark.django_db
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["fitting", "not-fitting"])
def test_every_operation_keeps_to_the_description(
    owner: User,
    tmp_path: Path,
    no_connection_is_closed: None,
    monkeypatch: pytest.MonkeyPatch,
    mode: GenerationMode,
) -> None:
    from django.utils import timezone

    load_all_checks()
    book = open_marked_book(owner, tmp_path)
    _, token = make_token(owner, "fuzz", list(TokenScope), days=30, at=timezone.now())
    schema = schemathesis.openapi.from_wsgi(f"{AT}/openapi.json", get_wsgi_application())
    for found in schema.get_all_operations():
        _try(found.ok(), book, token, mode)


def _try(operation: Any, book: dict[str, Any], token: str, mode: GenerationMode) -> None:
    """Send made-up requests to one operation, about rows that are there or not; what they change is put back."""

    @seed(20260302)
    @settings(
        max_examples=EXAMPLES,
        deadline=timedelta(minutes=5),
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode), is_there=st.booleans())
    def send(case: Any, is_there: bool) -> None:
        limits.forget()
        if is_there and mode == GenerationMode.POSITIVE:
            case.path_parameters = {name: book[name] for name in case.path_parameters or {}}
            if isinstance(case.body, dict) and "person_id" in case.body:
                case.body["person_id"] = book["person_id"]
            if case.headers and "If-Match" in case.headers:
                case.headers["If-Match"] = "*"
        with transaction.atomic():
            case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, checks=CHECKS)
            transaction.set_rollback(True)

    send()
