"""Does somebody change their job: promoted, moving on, new in a post, following another?

The details: `title` the new post where it is named, `referred_name` the person where it is not the writer, `successor` who follows,
`company` where they go to, or are, and `from_on` from when.
"""

import re
from collections.abc import Iterator

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors.clauses import (
    Extractor,
    dues_of,
    is_quoted,
    said,
    whole_sentence,
)
from alongside.sightings.extractors.people_names import marked, person_in
from alongside.sightings.extractors.role_words import (
    CHANGED,
    ENDS_TITLE,
    GOES_TO,
    IS_AT,
    IS_TITLE,
    NOT_CHANGED,
    SOMEBODY_CHANGED,
    SUCCESSOR,
    TITLED,
)
from alongside.sightings.extractors.sentences import Sentence, cues, sentences
from alongside.vocabulary import SightingKind

NAME = "role"
VERSION = 1
_BY = Extractor(SightingKind.ROLE_CHANGE, NAME, VERSION)

_CUES = cues(
    """promoted promotion appointed appointment retire retiring retired retirement successor succeed succeeds succeeded resigned resignation
    quit quits stepped stepping steps reassigned seconded maternity parental paternity sabbatical redundant hired recruited predecessor
    headhunted personnel fired dismissed bumped"""
)
_TOGETHER = (
    (
        cues("leave leaving leaves left gone"),
        cues(
            "us company firm business group team department organization since after last week day month year here join now"
        ),
    ),
    (
        cues(
            "moving moved move moves switch switched switching changed changing change transferred transferring relocated"
        ),
        cues(
            "from on department departments job jobs sides roles role office unit plant company team top management position purchasing us"
        ),
    ),
    (
        cues("take takes took taken taking assume assumed picked"),
        cues("over charge responsibility responsibilities role post position job duties reins"),
    ),
    (cues("last final"), cues("day week")),
    (cues("handed handing gave given hand hands"), cues("notice over resignation")),
    (cues("passed"), cues("away")),
    (cues("covers covering stands fills filling follows following"), cues("for him her me")),
    (cues("since"), cues("work works responsible charge head now gone")),
    (cues("join joined joins joining"), cues("us team company group from as")),
    (
        cues("let lost lose lay laid go"),
        cues("go off coordinator manager engineer buyer planner supervisor foreman lead technician clerk"),
    ),
    (
        cues(
            """new now acting interim start starting started starts made make become becomes becoming became heading head heads lead leads leading run running runs effective
            named elected join joined joining joins welcome accepted accept got found created responsible longer replaces replaced replacement
            from official another hand old out""",
        ),
        cues(
            """manager director head vp vice president chief officer ceo cfo coo cto md gm buyer engineer supervisor superintendent lead leader purchasing
            procurement controller planner coordinator assistant executive chair partner specialist analyst foreman secretary treasurer consultant
            operations representative supply maintenance quality logistics contact job jobs role position post guy lady colleague boss
            responsible charge buy hat duties team associate longer works working replaces"""
        ),
    ),
)
"""A change of role shows in a word of its own, or in a word of moving together with one of what is moved to, or from."""

_OF_WRITER = re.compile(r"(?:i|i'm|i've|my|your|congratulations|congrats)\b(?![^.]*N)")


def find(passage: Passage) -> Iterator[Found]:
    """Find the changes of role told in what was said, at most one a sentence; the side is the writer's."""
    for sentence in sentences(passage):
        if not sentence.is_question and _may_change(sentence.stems):
            yield from _change(passage, sentence)


def _may_change(stems: frozenset[str]) -> bool:
    for moves, places in _TOGETHER:  # a loop, as any() over a generator takes twice as long and every sentence is asked
        if not (moves.isdisjoint(stems) or places.isdisjoint(stems)):
            return True
    return not _CUES.isdisjoint(stems)


def _change(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    if not (SOMEBODY_CHANGED.may_be_in(sentence.stems) or CHANGED.may_be_in(sentence.stems)):
        return  # names are dear to mark
    named = marked(sentence.text, sentence.plain)
    cue = SOMEBODY_CHANGED.search(sentence, named) or CHANGED.search(sentence, named)
    if cue is None or is_quoted(sentence.plain, cue.start()) or NOT_CHANGED.search(named):
        return
    because = f"{said(sentence.text[cue.start() : cue.end()])} tells of a change of role."
    yield whole_sentence(passage, sentence, _BY, because, _detail(passage, sentence, cue))


def _detail(passage: Passage, sentence: Sentence, cue: re.Match[str]) -> dict[str, str]:
    """Give the new post, who it is where it is not the writer, who follows, at which company, and from when."""
    who = "" if _OF_WRITER.match(cue.group()) else person_in(sentence.text, 0, len(sentence.text))
    successor = SUCCESSOR.search(sentence.text)
    since = next(iter(dues_of(passage, sentence)), None)
    return {
        "title": _title(sentence.text),
        "referred_name": who,
        "successor": person_in(successor.group(), 0, len(successor.group())) if successor else "",
        "company": _company(sentence.text),
        "from_on": since.on.isoformat() if since else "",
    }


def _company(text: str) -> str:
    """Give where somebody goes to; where that is not told, where they are or were."""
    goes = GOES_TO.search(text) or IS_AT.search(text)
    return goes["company"].rstrip(".") if goes else ""


def _title(text: str) -> str:
    """Give the first stretch after "as", "to", "is" ... that names a post."""
    match = TITLED.search(text)
    while match:
        title = ENDS_TITLE.split(match["title"])[0].strip(" ,.-")
        if title and IS_TITLE.search(title):
            return title
        match = TITLED.search(text, match.start() + 1)
    return ""
