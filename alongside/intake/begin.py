"""What a person says to what was seen before an import: read it so, look again, bring it in, or leave it.

Every answer is a conditional change of the import's state; the worker does what follows.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from alongside.intake.look import reading_said
from alongside.intake.models import Import
from alongside.intake.remembered import readings_for, remember
from alongside.intake.uploads import forget_uploads
from alongside.sources.readings import Reading
from alongside.vocabulary import ImportState


def look_again(run: Import, readings: Mapping[str, Reading]) -> bool:
    """Take a person's word on how tables are read, and look once more; tell whether it waited for one."""
    said = run.readings | {fingerprint: reading.as_json() for fingerprint, reading in readings.items()}
    waiting = Import.objects.filter(pk=run.pk, state=ImportState.LOOKED)
    return bool(waiting.update(readings=said, state=ImportState.TO_LOOK))


@transaction.atomic
def begin(run: Import, *, at: datetime) -> bool:
    """Let what was seen be brought in, and remember how its tables were read; tell whether it waited for that."""
    waiting = Import.objects.filter(pk=run.pk, state=ImportState.LOOKED)
    if not waiting.update(state=ImportState.WAITING, started_at=at):
        return False
    readings = readings_for(run)
    for table in run.seen.get("tables", []):
        if table["table"] and not table["asks"]:
            headings = [column["heading"] for column in table["columns"]]
            remember(run.owner, table["fingerprint"], headings, reading_said(table, readings), at=at)
    return True


def abandon(run: Import) -> bool:
    """Leave an import before anything of it was written; the files that the browser sent are forgotten."""
    waiting = Import.objects.filter(pk=run.pk, state=ImportState.LOOKED)
    if not waiting.update(state=ImportState.ABANDONED, readings={}, seen={}):
        return False
    forget_uploads(run)
    return True


def asked_for(run: Import, readings: Mapping[str, Any]) -> bool:
    """Tell whether these readings are other than those under which the tables were seen."""
    held = readings_for(run)
    return any(
        readings[table["fingerprint"]].as_json() != reading_said(table, held)
        for table in run.seen.get("tables", [])
        if table["fingerprint"] in readings
    ) or any(
        fingerprint not in {table["fingerprint"] for table in run.seen.get("tables", [])} for fingerprint in readings
    )
