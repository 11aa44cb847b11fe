"""Which picture is drawn by which template? Tags that hand the geometry of web/pictures to the templates in _ui."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from alongside.judgement.finding import Step
from alongside.vocabulary import RelationshipLevel
from alongside.web.pictures import history as histories
from alongside.web.pictures import ladder as ladders
from alongside.web.pictures import lines, passage, rules
from alongside.web.pictures import presence as presences
from alongside.web.pictures.icons import ICONS

register = template.Library()

Values = Sequence[int | None]
"""The rungs of the five rules, in the order of RuleName."""

_DRAWN: dict[tuple[str, str], SafeString] = {}


@register.inclusion_tag("_ui/ladder.html")
def ladder(level: RelationshipLevel | str | None, proofs: Sequence[Step] = (), note: str = "") -> dict[str, Any]:
    """Draw the ladder: `{% ladder level proofs note="since June" %}`."""
    return {"ladder": ladders.ladder(RelationshipLevel(level) if level else None, proofs, note=note)}


@register.simple_tag
def level_mark(level: RelationshipLevel | str | None) -> SafeString:
    """Draw a level as four small steps, to stand before a name; the level is said to those who do not see."""
    if not level:
        return mark_safe("")
    word = RelationshipLevel(level)
    if (word, "level") not in _DRAWN:
        _DRAWN[word, "level"] = format_html(
            '<span class="level level--{}" role="img" aria-label="{}"><i></i><i></i><i></i><i></i></span>',
            word.value,
            word.label,
        )
    return _DRAWN[word, "level"]


@register.simple_tag
def rungs(value: int | None, reach: int | None = None, size: str = "") -> SafeString:
    """Draw one rule as four rungs: `{% rungs 2 reach=4 %}`; `size="small"` for tables."""
    drawn = rules.rungs(value, reach)
    cells = mark_safe("".join(f'<i class="is-{cell}"></i>' for cell in drawn.cells))
    extra = f" rungs--{size}" if size else ""
    return format_html('<span class="rungs{}" role="img" aria-label="{}">{}</span>', extra, drawn.in_words, cells)


@register.inclusion_tag("_ui/shape.html")
def shape(values: Values, reaches: Values = (), weakest: int | None = None) -> dict[str, Any]:
    """Draw the five rules as a shape: `{% shape values reaches weakest %}`."""
    return {"shape": rules.shape(values, reaches, weakest)}


@register.simple_tag
def spark(strengths: Sequence[float | None]) -> SafeString:
    """Draw a tie over two years as a small line: `{% spark strengths %}`."""
    line = lines.spark(strengths)
    runs = mark_safe("".join(f'<polyline class="line" points="{run}"/>' for run in line.runs))
    gaps = mark_safe("".join(f'<polyline class="gap" points="{gap}"/>' for gap in line.gaps))
    end = format_html('<circle class="end" cx="{}" cy="{}" r="2"/>', *line.end) if line.end else ""
    return format_html(
        '<svg class="spark" viewBox="0 0 {} {}" role="img" aria-label="{}">'
        '<path class="floor" d="M0 {}.5H{}"/>{}{}{}</svg>',
        line.width,
        line.height,
        line.in_words,
        line.height,
        line.width,
        gaps,
        runs,
        end,
    )


@register.inclusion_tag("_ui/tie.html", takes_context=True)
def tie_chart(context: template.Context, strengths: Sequence[float | None], first: date, last: date) -> dict[str, Any]:
    """Draw a tie over time with its bands: `{% tie_chart strengths first last %}`."""
    line = lines.spark(strengths, width=640, height=150)
    return {"line": line, "bands": lines.BANDS, "first": first, "last": last, "as_of": context.get("as_of")}


@register.inclusion_tag("_ui/presence.html")
def presence(weeks: Sequence[presences.Week], planned: Iterable[date], as_of: date) -> dict[str, Any]:
    """Draw the year's presence: `{% presence weeks planned as_of %}`."""
    return {"presence": presences.presence(weeks, planned, as_of=as_of)}


@register.inclusion_tag("_ui/history.html", takes_context=True)
def history(context: template.Context, months: Sequence[histories.Month]) -> dict[str, Any]:
    """Draw the level by month with the names of the rungs: `{% history months %}`."""
    return {
        "history": histories.history(months),
        "levels": list(reversed(RelationshipLevel)),
        "as_of": context.get("as_of"),
    }


@register.simple_tag
def history_line(months: Sequence[histories.Month], axis: histories.Axis) -> SafeString:
    """Draw the level by month as a line in a row, over the months of an axis that all rows share."""
    drawn = histories.history(months, axis=axis)
    steps = format_html_join(
        "",
        '<g class="{}"><path class="body" d="{}"/><path class="top" d="{}" vector-effect="non-scaling-stroke"/></g>',
        ((s.level, s.body, s.top) for s in drawn.steps),
    )
    return format_html(
        '<svg class="history history--line" viewBox="0 0 {} {}" preserveAspectRatio="none" role="img" aria-label="{}">'
        '<path class="floor" d="M0 {}H{}" vector-effect="non-scaling-stroke"/>{}</svg>',
        drawn.width,
        drawn.height,
        drawn.in_words,
        drawn.height,
        drawn.width,
        steps,
    )


@register.simple_tag
def pieces(text: str, sightings: Sequence[Any], said: Any = (), signature: Any = None) -> tuple[passage.Piece, ...]:
    """Cut a text at what was found in it: `{% pieces text sightings said signature as cut %}`."""
    return passage.pieces(text, sightings, said=said, signature=signature)


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """Draw a small line icon, which says nothing by itself: `{% icon "mail" %}`."""
    if (name, size) not in _DRAWN:
        extra = f" icon--{size}" if size else ""
        path = ICONS.get(name, ICONS["dot"])
        drawn = f'<svg class="icon{extra}" viewBox="0 0 16 16" aria-hidden="true"><path d="{path}"/></svg>'
        _DRAWN[name, size] = mark_safe(drawn)
    return _DRAWN[name, size]


@register.filter
def icon_of(evidence: Any) -> str:
    """Name the icon of a piece of evidence: its kind, or for an interaction the kind that its label begins with."""
    kind = str(evidence["kind"] if isinstance(evidence, dict) else evidence.kind)
    label = str(evidence["label"] if isinstance(evidence, dict) else evidence.label)
    first = label.split(",")[0].split(" ")[0].lower()
    return first if kind in ("interaction", "sighting") and first in ICONS else kind
