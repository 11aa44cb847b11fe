"""Is the database there, and of this program's age? Made at the first start, brought up to date at a later one.

A database that a newer version wrote is refused and left as it is.
"""

import sys
from pathlib import Path
from typing import cast

from django.apps import apps
from django.db import connection, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython, RunSQL
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import StateApps

from alongside.config.backup import copy_sqlite

APP = "alongside"


class NewerDatabaseError(Exception):
    """The database was written by a newer version of the program."""


def bring_up_to_date() -> None:
    """Make the tables of a new database; of an older one, keep a copy and run the migrations that are missing.

    Raises NewerDatabaseError, before anything is changed, for a database that knows migrations which we do not.
    """
    loader = MigrationLoader(connection)
    applied = set(loader.applied_migrations)
    _refuse_newer(applied, loader)
    if not applied and connection.vendor == "sqlite":
        _make(loader)
    elif missing := pending(loader):
        if applied:
            _keep_copy(missing[-1])
        _migrate()


def _migrate() -> None:
    from django.core.management import call_command  # slow to load, and seldom needed

    call_command("migrate", verbosity=0, interactive=False)


def is_new() -> bool:
    """Tell whether this database has no tables of ours yet."""
    return not MigrationRecorder(connection).has_table()


def pending(loader: MigrationLoader | None = None) -> list[str]:
    """List the migrations that this database has yet to run, in order."""
    loader = loader or MigrationLoader(connection)
    return [f"{app}.{name}" for app, name in _all_in_order(loader) if (app, name) not in loader.applied_migrations]


def _refuse_newer(applied: set[tuple[str, str]], loader: MigrationLoader) -> None:
    unknown = sorted(name for app, name in applied if app == APP and (app, name) not in loader.disk_migrations)
    if unknown:
        raise NewerDatabaseError(
            f"This database was written by a newer Alongside (it knows {unknown[-1]}). Nothing was changed. "
            "Install that version or a later one, or restore a backup from before."
        )


def _all_in_order(loader: MigrationLoader) -> list[tuple[str, str]]:
    plan: list[tuple[str, str]] = []
    for leaf in loader.graph.leaf_nodes():
        plan += [step for step in loader.graph.forwards_plan(leaf) if step not in plan]
    return plan


def _make(loader: MigrationLoader) -> None:
    """Make all tables at once from the models, in one transaction: the migrations one by one take several seconds.

    A test holds that both ways give the same schema. The lock is taken first: a second process waits, and then finds
    the tables.
    """
    with connection.schema_editor() as editor:
        if not is_new():
            return
        for model in _tables():
            editor.create_model(model)
        for step in _all_in_order(loader):
            _run_what_is_no_table(loader.graph.nodes[step], editor)
        recorder = MigrationRecorder(connection)
        editor.create_model(recorder.Migration)
        recorder.migration_qs.bulk_create(
            [recorder.Migration(app=app, name=name) for app, name in _all_in_order(loader)]
        )


def _tables() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model._meta.managed and not model._meta.proxy]


def _run_what_is_no_table(migration: object, editor: BaseDatabaseSchemaEditor) -> None:
    if getattr(migration, "app_label", "") != APP:  # Django's own only move data, and there is none
        return
    for operation in getattr(migration, "operations", ()):
        if isinstance(operation, RunPython):
            operation.code(cast(StateApps, apps), editor)
        elif isinstance(operation, RunSQL):
            raise NotImplementedError("Write SQL in a migration as RunPython, for each database its own.")


def _keep_copy(step: str) -> None:
    """Keep a copy of a SQLite file before it changes; one only, the latest."""
    if connection.vendor != "sqlite":
        return
    source = Path(connection.settings_dict["NAME"])
    copy = source.with_name(f"{source.stem}-before-{step}.sqlite3")
    for older in source.parent.glob(f"{source.stem}-before-*.sqlite3"):
        older.unlink()
    copy_sqlite(copy)
    print(f"Kept {copy} before bringing the database up to date.", file=sys.stderr)
