"""Which rows of tables are there before an import, by key and by what they speak of? Read for the look; it writes nothing."""

from collections.abc import Iterable, Mapping
from typing import Any

from alongside.intake.likely import Likely
from alongside.intake.subjects import Subject, subject_of
from alongside.interactions.live import holding, live
from alongside.interactions.models import SourceRecord


class There:
    """The rows that hold now, by what they speak of; read once for each kind of table that is looked at."""

    def __init__(self, owner: Any) -> None:
        self.owner = owner
        self.likely = Likely(owner)
        self._subjects: dict[str, dict[Subject, str]] = {}
        self._coming: set[str] = set()  # keys of rows that earlier tables of the same import bring

    def subjects(self, kind: str) -> dict[Subject, str]:
        """Give the key of a row that holds, by its subject."""
        if kind not in self._subjects:
            rows = holding(SourceRecord.objects.visible_to(self.owner)).filter(table=kind).order_by("pk")
            found = rows.values_list("identity_key", "fields").iterator()
            self._subjects[kind] = {s: key for key, fields in found if (s := subject_of(kind, fields))}
        return self._subjects[kind]

    def known(self, keys: Iterable[str]) -> tuple[set[str], set[str]]:
        """Tell which of these rows are there and count, and which of them hold."""
        rows = SourceRecord.objects.visible_to(self.owner).filter(identity_key__in=list(keys))
        counting = set(live(rows).values_list("identity_key", flat=True))
        return counting | (self._coming & set(keys)), set(holding(rows).values_list("identity_key", flat=True))

    def take(self, rows: Mapping[str, tuple[str, Subject]]) -> None:
        """Take a table's rows, by key with kind and subject, as there for the tables behind it."""
        self._coming |= rows.keys()
        for key, (kind, subject) in rows.items():
            if subject:
                self.subjects(kind)[subject] = key

    def fields_of(self, key: str) -> Mapping[str, Any]:
        """Give what a row that holds says; {} for one that is still to come."""
        row = SourceRecord.objects.visible_to(self.owner).filter(identity_key=key).values_list("fields", flat=True)
        return row.first() or {}
