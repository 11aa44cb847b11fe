"""The full-text index over subjects and bodies: FTS5 beside the table on SQLite, a generated tsvector column on PostgreSQL.

Both follow the body table by themselves, so that erasing a body takes its words out of the index as well.
"""

from django.db import migrations

SQLITE = [
    "CREATE VIRTUAL TABLE alongside_words USING fts5(subject, text, content='alongside_interactionbody', "
    "content_rowid='interaction_id', tokenize='unicode61 remove_diacritics 2', prefix='2 3')",
    "CREATE TRIGGER words_insert AFTER INSERT ON alongside_interactionbody BEGIN "
    "INSERT INTO alongside_words(rowid, subject, text) VALUES (NEW.interaction_id, NEW.subject, NEW.text); END",
    "CREATE TRIGGER words_update AFTER UPDATE ON alongside_interactionbody BEGIN "
    "INSERT INTO alongside_words(alongside_words, rowid, subject, text) "
    "VALUES ('delete', OLD.interaction_id, OLD.subject, OLD.text); "
    "INSERT INTO alongside_words(rowid, subject, text) VALUES (NEW.interaction_id, NEW.subject, NEW.text); END",
]
POSTGRESQL = [
    "ALTER TABLE alongside_interactionbody ADD COLUMN words tsvector GENERATED ALWAYS AS ("
    "setweight(to_tsvector('simple', left(subject, 2000)), 'A') || to_tsvector('simple', left(text, 250000))) STORED",
    "CREATE INDEX alongside_words ON alongside_interactionbody USING gin (words)",
]


def build(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("alongside", "0002_append_only")]
    operations = [migrations.RunPython(build, migrations.RunPython.noop)]
