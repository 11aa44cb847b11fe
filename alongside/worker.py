"""Work that outlasts a request: waiting imports, judging anew when a day begins, and, in a thread of its own, letters that leave.

A row is claimed by a conditional update, so that two workers never take the same one.
"""

import logging
import threading
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import close_old_connections

from alongside.intake.alone import alone
from alongside.intake.cut_off import begin_again
from alongside.intake.look import look
from alongside.intake.models import Import, RefusedItem
from alongside.intake.uploads import forget_uploads
from alongside.letterbox import empty_letterbox
from alongside.pipeline import catch_up, judge_all, redo, run_import, try_refused_again, undo
from alongside.sending import look_for_copies, send_next
from alongside.standings.models import Standing
from alongside.vocabulary import ImportState

SECONDS_BETWEEN_LOOKS = 0.7
"""How long the worker rests when there is nothing to do. Unit: seconds; an import starts at most this late."""

Clock = Callable[[], tuple[datetime, date]]
log = logging.getLogger(__name__)


def start_worker(clock: Clock) -> threading.Event:
    """Start the worker's thread; set the returned event to stop it. `clock` gives the instant and the day."""
    stop = threading.Event()
    threading.Thread(target=_run, args=(clock, stop), name="worker", daemon=True).start()
    threading.Thread(target=_carry_letters, args=(clock, stop), name="letters", daemon=True).start()
    return stop


def _carry_letters(clock: Clock, stop: threading.Event) -> None:
    """Send what is due, apart from all other work: neither an import nor a slow mail server holds the other up."""
    while not stop.is_set():
        try:
            busy = send_next(clock) or look_for_copies(clock)
        except Exception:
            log.exception("A letter could not be carried on; the outbox says how far it is.")
            busy = False
        close_old_connections()
        if not busy:
            stop.wait(SECONDS_BETWEEN_LOOKS)


def _run(clock: Clock, stop: threading.Event) -> None:
    is_behind = True  # until what an older version left behind is caught up
    while not stop.is_set():
        try:
            is_behind = is_behind and not catch_up_once(clock)
            busy = work_once(clock)
        except Exception:
            log.exception("A piece of work failed; what it was about says so on its own page.")
            busy = False
        close_old_connections()
        if not busy:
            stop.wait(SECONDS_BETWEEN_LOOKS)


def take_up_interrupted() -> None:
    """Let imports that were cut off begin again. Called `alone`, so that nobody still works on one that is running."""
    looks = Import.objects.filter(state=ImportState.LOOKING)
    if looks.exists():  # asked often, and an update takes the write lock even for no row
        looks.update(state=ImportState.TO_LOOK)
    for run in Import.objects.filter(state=ImportState.RUNNING).order_by("pk"):
        begin_again(run)


def catch_up_once(clock: Clock) -> bool:
    """Derive for every user what is left to derive, unless a command is at work; tell whether that is done."""
    with alone(wait=False) as is_alone:
        for owner in get_user_model().objects.filter(is_active=True) if is_alone else ():
            catch_up(owner, as_of=clock()[1])
    return is_alone


def work_once(clock: Clock) -> bool:
    """Do one piece of work, unless a command is at work; tell whether there was any."""
    with alone(wait=False) as is_alone:
        return is_alone and _work(clock)


def _work(clock: Clock) -> bool:
    at, as_of = clock()
    take_up_interrupted()
    if empty_letterbox(at=at, as_of=as_of):
        return True
    if _undo_or_redo(at, as_of):
        return True
    if _look(at):
        return True
    if _try_again(at, as_of):
        return True
    run = claim_import()
    if run is not None:
        run_import(run, at=at, as_of=as_of)
        forget_uploads(run)
        return True
    return judge_new_day(as_of)


def _undo_or_redo(at: datetime, as_of: date) -> bool:
    """Undo what somebody asked to undo, or let it count again; a crash in between is made good by doing it again."""
    asked = Import.objects.filter(state__in=[ImportState.TO_UNDO, ImportState.TO_BRING_BACK]).order_by("pk").first()
    if asked is None:
        return False
    if asked.state == ImportState.TO_UNDO:
        undo(asked, by=asked.undone_by or asked.owner, at=at, as_of=as_of)
    else:
        redo(asked, as_of=as_of)
    asked.state = ImportState.UNDONE if asked.undone_at else ImportState.DONE
    asked.save(update_fields=["state"])
    return True


def _look(at: datetime) -> bool:
    """Look at an import before it is brought in; one without any table begins at once, since nothing of it is to be asked."""
    run = Import.objects.filter(state=ImportState.TO_LOOK).order_by("pk").first()
    if run is None or not Import.objects.filter(pk=run.pk, state=ImportState.TO_LOOK).update(state=ImportState.LOOKING):
        return False
    run.state = ImportState.LOOKING
    try:
        has_tables = look(run, report=_note_progress)
    except Exception as trouble:
        run.state, run.trouble = ImportState.FAILED, f"{type(trouble).__name__}: {trouble}"
        run.save()
        raise
    run.state, run.started_at = (ImportState.LOOKED if has_tables else ImportState.WAITING), at
    run.save()
    return True


def _note_progress(run: Import) -> None:
    run.save(update_fields=["bytes_done", "bytes_total"])


def _try_again(at: datetime, as_of: date) -> bool:
    """Try refused items again that somebody asked for."""
    asked = RefusedItem.objects.filter(is_to_try=True).select_related("owner").order_by("pk").first()
    if asked is None:
        return False
    try_refused_again(asked.owner, at=at, as_of=as_of)
    return True


def claim_import() -> Import | None:
    """Take the oldest waiting import; None when there is none or another worker was quicker."""
    waiting = Import.objects.filter(state=ImportState.WAITING).order_by("pk").first()
    if waiting is None:
        return None
    claimed = Import.objects.filter(pk=waiting.pk, state=ImportState.WAITING).update(state=ImportState.RUNNING)
    return waiting if claimed else None


def judge_new_day(as_of: date) -> bool:
    """Judge anew for every user whose standings are of an earlier day."""
    stale: Any = Standing.objects.filter(as_of__lt=as_of).values_list("owner_id", flat=True).distinct()
    owners = list(get_user_model().objects.filter(pk__in=list(stale), is_active=True))
    for owner in owners:
        judge_all(owner, as_of=as_of)
    return bool(owners)
