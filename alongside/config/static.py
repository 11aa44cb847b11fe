"""Where do the style sheets and scripts lie, and under which address are they served?

The address holds a mark of their content, so that a browser may keep them for ever and still sees a new version at
once, also those that a style sheet or a script names by a relative path.
"""

from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

OWN = Path(__file__).resolve().parent.parent / "web" / "static"
MARK_LENGTH = 12


def folders() -> list[Path]:
    """List the folders that are served: our own, and the htmx that django-htmx brings."""
    spec = find_spec("django_htmx")
    vendored = [Path(place) / "static" for place in (spec.submodule_search_locations or [])] if spec else []
    return [folder for folder in [*vendored, OWN] if folder.is_dir()]


def address(*, is_debug: bool) -> str:
    """Give STATIC_URL: `static/<mark>/`, or plain `static/` while somebody is editing."""
    return "static/" if is_debug else f"static/{_mark()}/"


def _mark() -> str:
    seen = sha256()
    for path in sorted(file for folder in folders() for file in folder.rglob("*") if file.is_file()):
        seen.update(path.name.encode() + b"\0" + path.read_bytes())
    return seen.hexdigest()[:MARK_LENGTH]
