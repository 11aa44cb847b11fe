"""What does the description of the interface say beyond the types: troubles, headers, scopes, each once and for every operation?"""

from typing import Any

from ninja import NinjaAPI

from alongside.api.problems import MEDIA_TYPE

ADDRESS = "api/v1/"

TROUBLES = {
    400: "What was sent cannot be read.",
    401: "The token is missing, unknown, expired or revoked.",
    403: "The token has not the scope.",
    404: "There is no such row, or none that you may see.",
    409: "The Idempotency-Key came with another request before.",
    412: "It has changed since it was read.",
    413: "More than is taken at once.",
    415: "What was sent is no JSON.",
    422: "Something in it is wrong; `errors` says which field and what to do.",
    428: "If-Match is missing.",
    429: "Asked too often; Retry-After says how long to wait.",
}

PROBLEM = {
    "type": "object",
    "description": "What went wrong, to what, and what to do (RFC 9457).",
    "required": ["type", "title", "status", "detail", "errors"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "The sentence that a page would say."},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "says"],
                "properties": {"field": {"type": "string"}, "says": {"type": "string"}},
            },
        },
    },
}

IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "A key of your own, such as a UUID: sent again with the same key, it is done once and answered alike.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 100, "pattern": "^[!-~]+$"},
}
IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "description": "The ETag of what you read, or *.",
    "schema": {"type": "string", "minLength": 1},
}
IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "The ETag that you have; 304 where nothing changed.",
    "schema": {"type": "string"},
}
ETAG = {"ETag": {"description": "The tag of what is shown.", "schema": {"type": "string"}}}


def document(api: NinjaAPI) -> dict[str, Any]:
    """Write the description of the interface."""
    written = dict(api.get_openapi_schema(path_prefix=ADDRESS))
    for path, operations in written["paths"].items():
        for method, operation in operations.items():
            _complete(operation, method, has_row="{" in path)
    written["components"]["schemas"]["Problem"] = PROBLEM
    written["components"]["responses"] = {f"Problem{status}": _problem(says) for status, says in TROUBLES.items()}
    written["servers"] = [{"url": "/"}]
    return written


def _complete(operation: dict[str, Any], method: str, *, has_row: bool) -> None:
    """Add the troubles an operation can have, the headers it takes, and the scope it needs."""
    answers = operation["responses"]
    statuses = {401, 403, 422, 429} | ({404} if has_row or method != "get" else set())
    if "requestBody" in operation:
        statuses |= {400, 413, 415}
    if method == "get":
        answers[304] = {"description": "Nothing changed."}
        operation["parameters"].append(IF_NONE_MATCH)
        answers[200]["headers"] = ETAG
    if method == "post":
        statuses |= {400, 409}
        operation["parameters"].append(IDEMPOTENCY_KEY)
    if method == "patch":
        statuses |= {412, 428}
        operation["parameters"].append(IF_MATCH)
        answers[200]["headers"] = ETAG
    for status in sorted(statuses):
        answers[status] = {"$ref": f"#/components/responses/Problem{status}"}
    operation["responses"] = {str(status): said for status, said in sorted(answers.items())}


def _problem(says: str) -> dict[str, Any]:
    return {"description": says, "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
