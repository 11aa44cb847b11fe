"""Does the writer ask the reader for something, in German?

Counts: "bitte senden Sie", "könnten Sie", "wir bräuchten", "ich bitte um", "wären Sie so freundlich", "gib mir Bescheid", a question to the
reader. Does not count: courtesies ("anbei finden Sie", "bitte beachten Sie", "für Rückfragen"), what somebody else asked, footers.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors.clauses import Extractor, due_after, due_detail, dues_of, said, whole_sentence
from alongside.sightings.extractors.german_clauses import german_what, is_quoted_in_german
from alongside.sightings.extractors.language import is_german
from alongside.sightings.extractors.phrases import any_of, blanked
from alongside.sightings.extractors.sentences import Sentence, sentences
from alongside.vocabulary import SightingKind

NAME = "german_request"
VERSION = 1
_BY = Extractor(SightingKind.REQUEST, NAME, VERSION)

_COURTESY = any_of(r"""
    bitte (beachten|berücksichtigen|entschuldigen|verzeihen|finden|glauben|sehen sie (es|uns|mir) nach|haben sie verständnis)[^.;]{0,60}
    (bitte )?zögern sie( bitte)? nicht[^.;]{0,60}
    (bitte )?(entschuldigen|verzeihen|entschuldige|verzeih)( sie)?[^.;,]{0,60}
    (im anhang|anbei|beiliegend|beigefügt|angehängt)[^.;]{0,20} (finden|erhalten|sehen) sie[^.;]{0,60}
    (bei|für|falls|sollten|wenn)[^.;]{0,30} (fragen|rückfragen|unklarheiten)[^.;]{0,90}
    bitte denken sie an die umwelt[^.;]{0,80}|(bevor|ehe) sie diese (e-)?mail (aus)?drucken
    lassen sie das meine sorge sein|hätten? (sie|wir|ich|du|ihr)[^?]*, (wären?|hätten?)[^?]*
    bitte (seien sie versichert|haben sie geduld|grüßen sie|richten sie[^.;]{0,40} grüße aus)
    (vielen |herzlichen |besten )?dank(e)?(?!bar)[^.;]{0,80}
""")
_NOTICE = re.compile(
    r"irrtümlich|nicht der (?:richtige |vorgesehene |beabsichtigte )?(?:empfänger|adressat)|vertraulich|klicken sie|newsletter|abmelden|abbestellen|automatisch (?:erstellt|generiert)"
    r"|antworten sie nicht auf diese"
)
_STARTS = r"(?:(?<=^)|(?<=[-–—,.;:!(] )|(?<=und )|(?<=dann )|(?<=oder )|(?<=aber ))"
_OUTRIGHT = (
    any_of("bitte|bittet? um|mit der bitte um", before=r"(?<!eine )(?<!meine )(?<!ihre )"),
    any_of(
        r"""
        (könnten|könntet|können|könnt|würden|würdet|wollen|wollt|möchten|mögen|wären|wärt|wollten) (sie|ihr|wir) (?!leider|nicht\b|mal sehen)
        (könntest|kannst|würdest|magst|wärst|willst) du
        (könnte|kann|könnten|können|würde) (mir|uns|bitte |jemand|das|die|der|einer)[^?]*\?
        (dürfte|dürften|darf|dürfen|könnte|kann) (ich|wir)
        (lassen|geben|teilen|schicken|senden) (sie|wir) (mich|uns|mir)
    """,
        before=_STARTS,
    ),
    any_of(
        r"(?!(?:haben|sind|werden|wollen|können|könnten|würden|hätten|wären|sollten|sollen|müssen|dürfen|möchten|bekommen|erhalten|hören|finden|sehen sie, |wenn|denen|wissen|kennen|brauchen|stehen|lagen)\b)"
        r"[a-zäöüß]{2,18}e?n sie(?! (?:nicht mehr|auch immer)\b)",
        before=_STARTS,
    ),
    any_of(
        r"(schicke?|sende|gib|sage?|rufe?|melde?|schaue?|denke?|prüfe?|nimm|lasse?|frage?|leite|bringe?|komme?|mache?|schreibe?|vergiss|hole?|kläre?|bestelle?|kümmere|überweise|bestätige|informiere|leg|stell|sieh|achte?)"
        r" (mir|uns|dich|mich|mal|bitte|das|es|an|die|den|dem|der|nicht|bescheid|kurz|noch|auch|ihm|ihr|ihnen)",
        before=_STARTS,
    ),
)
"""Ways to ask in so many words."""

_ROUNDABOUT = any_of(r"""
        (ich|wir)( \w+){0,2} (bitte|bitten|ersuche|ersuchen|erbitte|erbitten)|(bitte|bitten|ersuche|ersuchen) (ich|wir)|erbitten|wird gebeten|werden gebeten
        (möchte|möchten|muss|müssen|darf) (ich |wir |sie |dich |euch )+([^.;]{0,30} )?(bitten|ersuchen)
        (ich|wir) (bräuchte|bräuchten|brauche|brauchen|benötige|benötigen)(?! (nichts|keine?n?))|(bräuchte|bräuchten|brauche|brauchen|benötige|benötigen) (ich|wir)(?! (nichts|keine?n?))
        (mir|uns) (fehlt|fehlen)|(fehlt|fehlen) (mir|uns)|(ich|wir) (vermisse|vermissen)|(vermisse|vermissen) (ich|wir)
        (feedback|rückmeldung|antwort|hinweis|tipp|angebot|muster|info|anruf|foto|bild|liste|termin)[^.,]{0,40} wäre( für (uns|mich))? (super|toll|hilfreich|schön|gut|nett|fein|klasse)
        (hätte|hätten|habe|haben) (ich |wir )?(da |dazu )?noch (eine|ein paar|einige) (frage|fragen|bitte)|(ihre?n?|eure?n?|deine?n?) \w+ (erwarte|erwarten) (ich|wir)
        (warte|warten) (ich |wir )?((immer )?noch |weiterhin )?auf|(ich|wir) (erwarte|erwarten) (ihre?n?|eure?n?|deine?n?)
        (wäre|wären|bin|sind) (ich |wir )?(ihnen |dir |euch )?(sehr )?(dankbar|verbunden|froh)
        wäre( es| das| doch)? ?(sehr |echt |auch )?(schön|hilfreich|super|toll|nett|gut|lieb|fein|wichtig|klasse|wünschenswert)(,? (wenn|die|den|das|es|zu)| [^.]* zu)
        (hätte|hätten) (ich |wir )?(dazu |dafür |noch |auch )?gerne?|gerne? (hätte|hätten) (ich|wir)
        (würde|würden|möchte|möchten|wüsste|wüssten)( \w+){0,2} (gerne? )?(wissen|erfahren|hören|haben|bekommen|erhalten|anfragen|bestellen)
        (mich|uns) (würde|interessiert)|würde (mich|uns)( sehr)? interessieren
        (schlage|schlagen|schlüge) (ich |wir )?[^.]*\bvor|(mein|unser) vorschlag|(ich|wir) (würde|würden) vorschlagen
        (freue|freuen) (mich|uns) auf (ihr angebot|(ihre|eure|deine)( \w+)? (antwort|rückmeldung|nachricht|bestätigung|zusage|vorschläge))
        um (eine |ihre |deine |eure )?(\w+ )?(antwort|rückmeldung|rückruf|zusendung|übersendung|bestätigung|info|information|stellungnahme|freigabe|erledigung|mitteilung|angebot)
""")
"""Ways to ask by saying what is needed, wished or proposed."""

_REPORTED = re.compile(
    r"\b(?:gefragt|wollten? wissen|möchte wissen, [^.]*(?:sagte|meinte)|bat (?:mich|uns)|gebeten hat|(?:hatte|hatten|habe|haben|hat) (?:\w+ ){0,3}gebeten)\b"
)
_QUESTION = re.compile(
    r"^(?:(?:hallo|und|also|aber|übrigens|nur|noch|kurze frage|guten tag|frage)[ ,:–-]+|[a-zäöüß]+ ?[a-zäöüß]*, )*"
    r"(?:wann|wie|wo|wer|was|welche[mnrs]?|warum|wieso|weshalb|wohin|woher|wofür|worum|wen|wem|womit|wie ?viele?|bis wann|ab wann|ob|ist|sind|hat|haben|hast|habt|gibt|geht|kann"
    r"|können|könnt|passt|passen|wollen|soll|sollen|sollte|sollten|wird|werden|darf|dürfen|muss|müssen|besteht|war|waren|kommt|liegt|liegen|stimmt|gilt|hätte|hätten|hättest|wäre|wären"
    r"|bist|seid|bekommen|brauchen|brauchst|kennen|wissen|weißt|machen|machst|schaffen|schafft|schaffst|schaust|reicht|fehlt|dürfte|möchten|irgendwelche|[a-zäöüß]+(?:en sie|st du|t ihr))\b"
)
_ASKS_LATER = re.compile(r", (?:geht|passt|ist|wann|wie|wo|wer|welche|oder|können|kannst|hast|haben|stimmt) ")
_SOCIAL = re.compile(
    r"^(?:na\b|wie geht|wie war|wie läuft|wer hätte|wer weiß|ist das nicht|ist es nicht|was will man|was soll|wo gibt es (?:das|so)|alles (?:gut|klar))|schönes wochenende gehabt"
)


class _Cue(NamedTuple):
    """The words that ask, and where the thing asked begins."""

    start: int
    end: int
    thing: int


def find(passage: Passage) -> Iterator[Found]:
    """Find the requests in what was said in German, at most one a sentence: THEIRS when they wrote it, OURS when one of us did."""
    for sentence in sentences(passage):
        if not is_german(passage, sentence) or _NOTICE.search(sentence.plain):
            continue
        cue = _cue(sentence)
        if cue:
            yield _asked(passage, sentence, cue)
        elif sentence.is_question and _waits(sentence.plain):
            what = f"answer “{' '.join(sentence.text.split())}”"
            yield whole_sentence(passage, sentence, _BY, "It is a question that waits for an answer.", {"what": what})


def _waits(plain: str) -> bool:
    """Say whether a question waits for an answer."""
    return bool(_QUESTION.match(plain) or _ASKS_LATER.search(plain)) and not _SOCIAL.search(plain)


def _cue(sentence: Sentence) -> _Cue | None:
    plain = blanked(_COURTESY, sentence.plain)
    for form in _OUTRIGHT:
        for start, end in [words.span() for words in form.finditer(plain)]:
            if not is_quoted_in_german(plain, start):
                return _Cue(start, end, end if plain.startswith("bitte", start) else start)
    asked = None if _REPORTED.search(plain) else _ROUNDABOUT.search(plain)
    return _Cue(asked.start(), asked.end(), 0) if asked else None


def _asked(passage: Passage, sentence: Sentence, cue: _Cue) -> Found:
    dues = dues_of(passage, sentence)
    due = due_after(passage, sentence, cue.start, dues)
    what = german_what(sentence, cue.thing, dues) or german_what(sentence, 0, dues)
    words = said(sentence.text[cue.start : cue.end].strip(" ,:"))
    because = f"{words} asks for something{f' {due.words}' if due else ''}."
    return whole_sentence(passage, sentence, _BY, because, {"what": what, **due_detail(due)})
