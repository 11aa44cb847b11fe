"""How were tables with these headings read before? What somebody confirmed is kept, proposed again, and can be forgotten."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from alongside.intake.models import Import, TableReading
from alongside.sources.readings import Reading, reading_of


def readings_for(run: Import) -> dict[str, Reading]:
    """Give the readings that hold for an import: those remembered, and over them what was said of this one."""
    kept = TableReading.objects.visible_to(run.owner).values_list("fingerprint", "reading")
    return {fingerprint: reading_of(said) for fingerprint, said in [*kept, *run.readings.items()]}


def remember(owner: Any, fingerprint: str, headings: list[str], reading: Mapping[str, Any], *, at: datetime) -> None:
    """Keep how a table with these headings is read."""
    TableReading.objects.update_or_create(
        owner=owner,
        fingerprint=fingerprint,
        defaults={"headings": headings, "reading": dict(reading), "said_at": at},
    )
