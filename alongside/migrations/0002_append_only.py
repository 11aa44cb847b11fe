"""What came in is never edited: the database itself refuses UPDATE and DELETE on the envelope tables, on both engines.

A body may be erased (its text emptied, with who and when) and nothing else.
"""

from django.db import migrations

APPEND_ONLY = ["address", "sourcerecord", "interaction", "participant", "attachment"]

SAYS = "is append-only: record a new fact instead"


def guard(apps, schema_editor):
    run = {"sqlite": _guard_sqlite, "postgresql": _guard_postgresql}[schema_editor.connection.vendor]
    for statement in run():
        schema_editor.execute(statement, params=None)


def _guard_sqlite():
    for name in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {name}_no_{verb.lower()} BEFORE {verb} ON alongside_{name} "
                f"BEGIN SELECT RAISE(ABORT, 'alongside_{name} {SAYS}'); END"
            )
    yield (
        "CREATE TRIGGER body_only_erased BEFORE UPDATE ON alongside_interactionbody "
        "WHEN NEW.erased_at IS NULL OR NEW.text <> '' OR NEW.html <> '' OR NEW.subject <> '' OR NEW.location <> '' "
        f"BEGIN SELECT RAISE(ABORT, 'alongside_interactionbody {SAYS}; a body can only be erased'); END"
    )
    yield (
        "CREATE TRIGGER body_no_delete BEFORE DELETE ON alongside_interactionbody "
        f"BEGIN SELECT RAISE(ABORT, 'alongside_interactionbody {SAYS}; a body can only be erased'); END"
    )


def _guard_postgresql():
    yield (
        "CREATE FUNCTION alongside_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '% {SAYS}', TG_TABLE_NAME; END $$"
    )
    yield (
        "CREATE FUNCTION alongside_body_only_erased() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF TG_OP = 'DELETE' OR NEW.erased_at IS NULL OR NEW.text <> '' OR NEW.html <> '' OR NEW.subject <> '' "
        f"OR NEW.location <> '' THEN RAISE EXCEPTION '% {SAYS}; a body can only be erased', TG_TABLE_NAME; END IF; "
        "RETURN NEW; END $$"
    )
    for name in APPEND_ONLY:
        yield (
            f"CREATE TRIGGER {name}_append_only BEFORE UPDATE OR DELETE ON alongside_{name} "
            "FOR EACH ROW EXECUTE FUNCTION alongside_append_only()"
        )
    yield (
        "CREATE TRIGGER body_only_erased BEFORE UPDATE OR DELETE ON alongside_interactionbody "
        "FOR EACH ROW EXECUTE FUNCTION alongside_body_only_erased()"
    )


class Migration(migrations.Migration):
    dependencies = [("alongside", "0001_initial")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
