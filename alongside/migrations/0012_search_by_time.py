"""The full-text index in order of time, owner by owner, with the tags by which a mail is narrowed down (see docs/adr on search).

It is said once for each engine what is indexed of an interaction; triggers on the body table keep the index in step with it, so that
erasing a body takes its words, and the names of its files, out of the index in the same transaction. A document is known by a
number whose order is owner, minute, interaction: the newest stand at the end of every list of the index.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

TAGS = """
SELECT 'k' || i.kind AS tag
UNION ALL SELECT {role} || p.address_id FROM alongside_participant p WHERE p.interaction_id = i.id
UNION ALL SELECT DISTINCT 'd' || {role} || {hex} FROM alongside_participant p
    JOIN alongside_address a ON a.id = p.address_id WHERE p.interaction_id = i.id AND a.domain <> ''
UNION ALL SELECT 'x' WHERE EXISTS (SELECT 1 FROM alongside_attachment x WHERE x.interaction_id = i.id)
"""
"""Kind, who (f: from, t: to whom or with), of which domain, and whether a file came along."""

ROLE = "CASE WHEN p.role IN ('sender', 'organizer') THEN 'f' ELSE 't' END"

HEX = "encode(convert_to(a.domain, 'UTF8'), 'hex')"

SQLITE_NUMBER = (
    "((i.owner_id & 1023) << 53) | (min(max(strftime('%s', i.occurred_at) / 60, 0), 134217727) << 26) | (i.id & 67108863)"
)
POSTGRESQL_NUMBER = (
    "((i.owner_id::bigint & 1023) << 53) "
    "| (least(greatest(floor(extract(epoch FROM i.occurred_at) / 60)::bigint, 0), 134217727) << 26) | (i.id & 67108863)"
)

SQLITE = [
    "DROP TRIGGER words_insert",
    "DROP TRIGGER words_update",
    "DROP TABLE alongside_words",
    "CREATE VIRTUAL TABLE alongside_words USING fts5(subject, text, files, tags, content='', columnsize=0, "
    "tokenize='unicode61 remove_diacritics 2', prefix='3')",
    "CREATE VIRTUAL TABLE alongside_words_each USING fts5vocab(alongside_words, instance)",
    f"CREATE VIEW alongside_wording AS SELECT {SQLITE_NUMBER} AS number, b.interaction_id AS interaction_id, "
    "b.subject AS subject, b.text || ' ' || b.location AS text, "
    "(SELECT group_concat(x.name, ' ') FROM alongside_attachment x "
    "WHERE x.interaction_id = i.id AND b.erased_at IS NULL) AS files, "
    f"(SELECT group_concat(t.tag, ' ') FROM ({TAGS.format(role=ROLE, hex='hex(a.domain)')}) t) AS tags "
    "FROM alongside_interactionbody b JOIN alongside_interaction i ON i.id = b.interaction_id",
    "CREATE TRIGGER words_insert AFTER INSERT ON alongside_interactionbody BEGIN "
    "INSERT INTO alongside_words(rowid, subject, text, files, tags) "
    "SELECT number, subject, text, files, tags FROM alongside_wording WHERE interaction_id = NEW.interaction_id; END",
    "CREATE TRIGGER words_leave BEFORE UPDATE ON alongside_interactionbody BEGIN "
    "INSERT INTO alongside_words(alongside_words, rowid, subject, text, files, tags) "
    "SELECT 'delete', number, subject, text, files, tags FROM alongside_wording "
    "WHERE interaction_id = OLD.interaction_id; END",
    "CREATE TRIGGER words_update AFTER UPDATE ON alongside_interactionbody BEGIN "
    "INSERT INTO alongside_words(rowid, subject, text, files, tags) "
    "SELECT number, subject, text, files, tags FROM alongside_wording WHERE interaction_id = NEW.interaction_id; END",
]
SQLITE_FILL = [
    "INSERT INTO alongside_words(rowid, subject, text, files, tags) "
    "SELECT number, subject, text, files, tags FROM alongside_wording ORDER BY number",
]

NO_LETTERS = "[\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00a9\\u00ab-\\u00b1\\u00b4\\u00b6-\\u00b8\\u00bb\\u00bf\\u00d7\\u00f7\\u2000-\\u206f\\u20a0-\\u20cf\\u2100-\\u214f\\u2190-\\u2bff\\u3000-\\u3004\\u3008-\\u3020\\u3030\\ufe10-\\ufe6f\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65\\ufffd]+"
"""What parts words, as a class of PostgreSQL's expressions; written out, for the database's own classes depend on its locale."""

POSTGRESQL_WORDING = (
    f"INSERT INTO alongside_words SELECT {POSTGRESQL_NUMBER}, alongside_index("
    "i.owner_id || '.' || to_char(i.occurred_at AT TIME ZONE 'UTC', 'YYYYMM'), "
    "left(b.subject, 2000), left(b.text, 250000) || ' ' || left(b.location, 2000), "
    "(SELECT string_agg(left(x.name, 500), ' ' ORDER BY x.id) FROM alongside_attachment x "
    "WHERE x.interaction_id = i.id AND b.erased_at IS NULL), "
    f"ARRAY(SELECT t.tag FROM ({TAGS.format(role=ROLE, hex=HEX)}) t)) "
    "FROM alongside_interactionbody b JOIN alongside_interaction i ON i.id = b.interaction_id"
)

POSTGRESQL = [
    "DROP INDEX alongside_words",
    "ALTER TABLE alongside_interactionbody DROP COLUMN words",
    "CREATE FUNCTION alongside_plain(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ "
    "SELECT regexp_replace(lower(CASE WHEN said ~ '[\\u0080-\\uffff]' "
    "THEN regexp_replace(normalize(said, NFKD), '[\\u0300-\\u036f]', '', 'g') ELSE said END), "
    f"'{NO_LETTERS}', ' ', 'g') $$",
    # A lexeme is "owner.month", what it is (a word's ".", a subject's "^", a file's "/", a tag's "!", a pair's "~") and the word.
    "CREATE FUNCTION alongside_lexemes(place text, said text, mark text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ "
    "SELECT string_agg('''' || place || mark || left(w, 200) || ''':' || least(n, 16000), ' ') "
    "FROM regexp_split_to_table(alongside_plain(said), ' ') WITH ORDINALITY AS t(w, n) WHERE w <> '' $$",
    "CREATE TABLE alongside_words (number bigint PRIMARY KEY, words tsvector NOT NULL)",
    # Words and pairs in one pass; what parts subject, text and files is a word of its own, so that no phrase reaches across.
    "CREATE FUNCTION alongside_index(place text, subject text, said text, files text, tags text[]) RETURNS tsvector "
    "LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$ DECLARE "
    "whole text := alongside_plain(concat_ws(' ' || chr(57344) || ' ', subject, said, files)); "
    "dot text := '''' || place || '.'; pair text := ' ''' || place || '~'; listed text; BEGIN "
    "SELECT string_agg(dot || w || ''':' || n || pair || left(md5(before || ' ' || w), 4) || '''', ' ') INTO listed "
    "FROM (SELECT left(w, 200) AS w, least(n, 16000) AS n, lag(w, 1, '') OVER () AS before "
    "FROM unnest(string_to_array(whole, ' ')) WITH ORDINALITY AS t(w, n)) AS each WHERE w <> ''; "
    "RETURN concat_ws(' ', listed, alongside_lexemes(place, subject, '^'), alongside_lexemes(place, files, '/'), "
    "(SELECT string_agg('''' || place || '!' || tag || '''', ' ') FROM unnest(tags) AS tag))::tsvector; END $$",
    # In plpgsql and not over a view: a view would forbid a later migration to widen a column that it reads.
    "CREATE FUNCTION alongside_keep_words() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"{POSTGRESQL_WORDING} WHERE b.interaction_id = NEW.interaction_id "
    "ON CONFLICT (number) DO UPDATE SET words = excluded.words; RETURN NULL; END $$",
    # Months are walked from the newest back and no further than is asked for: an index of PostgreSQL gives its rows in no order,
    # so that a common word's would all have to be fetched. The template holds @ where owner and month go.
    "CREATE FUNCTION alongside_walk(owner integer, template text, low bigint, high bigint, most integer, minds boolean) "
    "RETURNS SETOF bigint LANGUAGE plpgsql STABLE SET jit = off SET enable_seqscan = off AS $$ DECLARE "
    "at timestamptz := to_timestamp(((high >> 26) & 134217727) * 60 + 59.999999); "
    "since timestamptz := CASE WHEN (low >> 26) & 134217727 > 0 THEN to_timestamp(((low >> 26) & 134217727) * 60) "
    "ELSE '-infinity' END; found integer := 0; met integer; query tsquery; BEGIN LOOP "
    "SELECT i.occurred_at INTO at FROM alongside_interaction i WHERE i.owner_id = owner AND i.occurred_at <= at "
    "ORDER BY i.owner_id DESC, i.occurred_at DESC LIMIT 1; "
    "EXIT WHEN at IS NULL OR at < since; "
    "query := replace(template, '@', owner || '.' || to_char(at AT TIME ZONE 'UTC', 'YYYYMM'))::tsquery; "
    "RETURN QUERY SELECT w.number FROM alongside_words w WHERE w.words @@ query AND w.number + 0 BETWEEN low AND high "
    "AND NOT (minds AND EXISTS (SELECT 1 FROM alongside_interaction i JOIN alongside_withdrawal d "
    "ON d.owner_id = i.owner_id AND d.identity_key = i.identity_key WHERE i.id = w.number & 67108863)) "
    "ORDER BY w.number + 0 DESC LIMIT most - found; "
    "GET DIAGNOSTICS met = ROW_COUNT; found := found + met; EXIT WHEN found >= most; "
    "at := date_trunc('month', at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' - interval '1 microsecond'; END LOOP; END $$",
    "CREATE TRIGGER words_follow AFTER INSERT OR UPDATE ON alongside_interactionbody "
    "FOR EACH ROW EXECUTE FUNCTION alongside_keep_words()",
]
POSTGRESQL_FILL = [
    f"{POSTGRESQL_WORDING} ORDER BY 1",
    "CREATE INDEX alongside_words_found ON alongside_words USING gin (words)",
]


def remake(apps, schema_editor):
    on_sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in SQLITE + SQLITE_FILL if on_sqlite else POSTGRESQL + POSTGRESQL_FILL:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("alongside", "0011_imports_begun_again"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.RunPython(remake, migrations.RunPython.noop),
        migrations.CreateModel(
            name="NameWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=64)),
                ("head", models.CharField(max_length=2)),
                ("sound", models.CharField(max_length=8)),
                ("is_name", models.BooleanField()),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="alongside.account",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="alongside.person"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["owner", "head", "word"], name="nameword_by_head"),
                    models.Index(fields=["owner", "sound", "word"], name="nameword_by_sound"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("account__isnull", False), ("person__isnull", True))
                        | models.Q(("account__isnull", True), ("person__isnull", False)),
                        name="nameword_of_one",
                    )
                ],
            },
        ),
    ]
