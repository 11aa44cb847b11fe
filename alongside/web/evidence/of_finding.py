"""Why do we judge so? The reason, the reckoning, what it rests on, what is unknown and what would change it."""

from collections.abc import Iterable, Iterator

from alongside.judgement.finding import Finding, Step
from alongside.vocabulary import RelationshipLevel, RuleName
from alongside.web.evidence.address import chips
from alongside.web.evidence.shown import Line, Why
from alongside.web.templatetags.words import sentence

NAMES = {
    "coverage": "Whom we know there",
    "responsiveness": "How soon we answer each other",
    "presence": "Are we there often enough?",
    "tie": "Tie",
    "off_track": "Off track",
    "promises:ours": "Our promises",
    "promises:theirs": "Their promises",
}
"""How a measure is called on a page, where it is neither the level nor a rule."""


def why(finding: Finding, *, about: str = "") -> Why:
    """Show a finding; `about` names its person or category."""
    return Why(
        title=title(finding, about),
        reason=finding.reason,
        reckoning=list(lines(finding.reckoning)),
        reckoning_title=_asks(finding),
        others=chips(finding.evidence),
        unknown=finding.unknown,
        would_change=finding.would_change,
    )


def title(finding: Finding, about: str = "") -> str:
    """Name the finding with its value: "Pellets: preferred vendor", "Build rapport: 3 of 4"."""
    if finding.measure == "level":
        level = RelationshipLevel(finding.value).label if finding.value else "not known yet"
        return sentence(f"{about}: {level}" if about else level)
    if finding.measure.startswith("rule:"):
        name = RuleName(finding.measure.removeprefix("rule:")).label
        return f"{sentence(name)}: {'not known' if finding.value is None else f'{finding.value} of 4'}"
    name = NAMES.get(finding.measure, sentence(finding.measure.replace("_", " ").replace(":", ", ")))
    return f"{name}: {about}" if about else name


def lines(steps: Iterable[Step]) -> Iterator[Line]:
    """Write the steps of a reckoning: those of a rung under its head, and what is asked said once."""
    last = ""
    for step in steps:
        rung, colon, label = step.label.partition(": ") if step.label.startswith("rung ") else ("", "", step.label)
        for said in (f": at least {step.needed}", f", at least {step.needed}"):
            label = label.removesuffix(said)
        head = sentence(rung) if colon and rung != last else ""
        last = rung
        yield Line(sentence(label), step.needed, step.actual, step.met, head)


def _asks(finding: Finding) -> str:
    following = (finding.extra or {}).get("next")
    if finding.measure == "level" and following:
        return f"What {RelationshipLevel(following).label} asks"
    return "What the rule asks"
