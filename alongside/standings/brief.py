"""The brief about a person whom this user may see, from the record and the latest standing."""

from dataclasses import replace
from datetime import date

from alongside.dossiers.load import load_for_brief
from alongside.judgement.brief import Brief, brief
from alongside.judgement.finding import from_json
from alongside.people.models import Person
from alongside.standings.models import Standing
from alongside.standings.plan import plan_words


def brief_about(person: Person, *, as_of: date) -> Brief | None:
    """Write the brief, or None for somebody who belongs to no account, or who is one of us."""
    if person.account is None or person.is_ours:
        return None
    standing: Standing | None = getattr(person.account, "judged", None)
    stored = standing.findings if standing else {}
    findings = {name: tuple(from_json(finding) for finding in found) for name, found in stored.items()}
    dossier = replace(load_for_brief(person, person.account), plan=plan_words(person.account))
    return brief(dossier, findings, person_id=person.pk, as_of=as_of)
