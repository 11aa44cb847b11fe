"""Does the writer complain of something that went wrong with what was delivered, charged or answered?

Counts what is wrong now. Does not count: "no complaints", an apology of the writer's own, what would happen if. Its cause is not
decided here.
"""

import re
from collections.abc import Iterator

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors.clauses import Extractor, is_quoted, said, what_of, whole_sentence
from alongside.sightings.extractors.complaint_evidence import complained, may_complain
from alongside.sightings.extractors.needed import gated
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, cues, sentences
from alongside.vocabulary import SightingKind

NAME = "complaint"
VERSION = 2
_BY = Extractor(SightingKind.COMPLAINT, NAME, VERSION)

REACH_CHARS = 50
"""Characters between a thing ("the pellets") and what is wrong with it ("came in wet")."""

_CUES = cues(
    """disappointed unhappy happy pleased satisfied dissatisfied frustrated annoyed upset concerned complain complaint unacceptable acceptable
    received arrived late delay delayed damaged broken broke defective faulty wrong missing short spec specification failed fails claim
    overcharged charged charges billed bill let poor problem problems issue issues trouble again rejected leaks leaking still mistake error
    incorrect match contaminated worse fed tired nobody none one working work works stopped cracked sick ridiculous third second supposed
    quality demurrage overdue torn wet soaked waiting waited delivered turned wrongly double keeps jams outrageous inconsistent dusty
    patience lousy terrible slow dirty rusty burst seized promised assured guaranteed worst beyond but yet off height size refused ordered"""
)

_THINGS = (
    "orders?|shipments?|delivery|deliveries|goods|parts?|cargo|cargoes|containers?|consignment|trucks?|trains?|barges?|wagons?|materials?|loads?|replacements?"
    "|pellets|ore|concentrate|samples?|certificates?|documents?|paperwork|credit note|refund|drivers?|technicians?|fitter|spares?|filters?|liners?|bags?"
    "|drums?|pallets?|invoices?|bills?|price|prices|quantity|weights?|tonnage|amount|statement|surcharge|demurrage|moisture|silica|fines|sizing|quality"
    "|grade|lots?|batch|batches|pumps?|valves?|bearings?|rotors?|seals?|screens?|machines?|units?|equipment|system|sensors?|motors?|conveyors?|packaging"
    "|service|payments?|report|reports|answers?|labels?|it|they|this|these|half|some|most|both|one|two|three|everything"
)
_FAULTS = gated(
    r"""
    (is|are|was|were|has been|have been|came|come|arrived|arrives|turned up|shows?|looks?|came in|got here|reached us|being|is still|are still)\
( (again|still|clearly|simply|just|both|all|once again|very|much|far|too|so|badly|completely|partly|already|a|\w+))* \
(late|delayed|overdue|damaged|broken|torn|wet|soaked|soaking wet|defective|faulty|wrong|incorrect|incomplete|short|missing|rejected|contaminated\
|leaking|cracked|dirty|rusty|empty|dusty|off[- ]spec|out of spec\w*|below spec\w*|not (correct|right|acceptable|working|usable|what we)|unusable|unacceptable\
|worse|poor|bad|terrible|down again|stuck|lost|mixed up|a mess|higher than|lower than|more than we)
    (has|have|had|did|does|do|is|are|was|were)( still| again)?( not|n't)( yet| been| still| even)* \
(arrived?|been delivered|turned up|come|delivered|shown up|show up|been (credited|corrected|repaired|fixed|replaced|refunded|paid|answered|issued)\
|credited|corrected|repaired|fixed|replaced|refunded|paid|answered|match|agree|fit|work|meet|comply|conform|what we)
    (hasn't|haven't|hadn't|didn't|doesn't|don't|isn't|aren't|wasn't|weren't|won't)( yet| been| still| even)* \
(arrived?|been|delivered|turned up|come|shown up|show up|credited|corrected|repaired|fixed|replaced|refunded|paid|answered|match|agree|fit|work|working\
|meet|comply|conform|here|what we)
    (keeps?|kept|continues? to)( on)? (failing|fail|breaking|break|leaking|leak|tripping|trip|stopping|stop|coming (loose|back|late)|clogging|jamming\
|jam|arriving|slipping|crashing|overheating|going (down|wrong))
    (failed|fails|broke down|broke|stopped working|gave out|seized|burst|collapsed|cracked|snapped|tripped|jams?|jammed|leaks?|leaked|vibrates?)\
( again| after| for the| within| twice| as badly| badly| all| on the| in the| and we| every|$|[.,!])
    (charges?|charged|bills?|billed) us (for|twice|too|wrongly|double)
    (contains?|contained|is full of|are full of|was full of|were full of) (too |so |a lot of |lots of |much |many |far )*(fines|dust|dirt|scrap|water|moisture\
|stones|errors|mistakes)
    (late|wrong|failed|short|down|damaged|missing|delayed|off|wet|torn|overdue) (once )?again
    (has|have) been (down|stuck|standing|waiting|out of (spec\w*|order|service)|late|off)
    """
)
_THING = any_of(
    "(the|your|our|this|these|those|that|another|last|both|all|half of the|most of the|some of the|no|and|but|two|three|four|latest|new|replacement"
    "|first|second|third|every)( last| first| latest| two| three| four| new| replacement| october| second| third| whole| \\w+){0,2} (THING)",
    named={"THING": _THINGS},
)
_FELT = gated(
    r"""
    (we|i|our (customer|plant|people|team|operators|crew|manager|management|boss)|everybody here|everyone here)\
( are| am| is|'re|'m| were| was| feel| have been)( really| very| quite| rather| extremely| deeply| most| all| more than| a bit| getting| becoming)* \
(disappointed|unhappy|dissatisfied|frustrated|annoyed|upset|fed up|not amused|not impressed|displeased|dismayed|furious|angry|let down|sick of|tired of)
    (we|i)( are| am|'re|'m| were| was) (not|less than|far from|anything but|hardly)( at all| very| really| exactly| too)* \
(happy|satisfied|pleased|content|impressed|amused)( with| about| by| that| at|(?=[,.;!]|$))
    (we|i)( are| am|'re|'m)( really| very| seriously| deeply| increasingly)+ concerned (about|that|with|by) (the |your |this |these )
    (very |rather |deeply |quite |really |extremely |most |simply |completely )?(disappointing|unsatisfactory|unacceptable|not acceptable|inacceptable\
|not good enough|below par|a disappointment|a disgrace|a shame|frustrating|outrageous|ridiculous|not on)(?! (if|to us if))
    (we|i)( must| have to| need to| wish to| want to| would like to|'d like to)?( formally| again| strongly)* \
(complain|lodge a (formal )?complaint|make a (formal )?complaint|file a (complaint|claim)|raise a complaint|protest|object to)
    (this|it) is (a )?(formal )?complaint|(our|my|this|another|the same) (formal )?complaint (about|regarding|concerning|is|that|of)
    (we|i)( have|'ve)?( still| again)* (not|never|yet to)( yet| been)*( received?| got| had| seen| heard| get)[^.?!]{0,40} THING
    (we|i)( still)? (haven't|have not|hadn't|didn't|did not)( still| yet| ever)? (received?|get|got|had|seen|heard)[^.?!]{0,40} \
(THING|reply|anything|back|them|word|response|confirmation|from you)
    (wrong|incorrect|faulty|defective|damaged|broken|missing|cracked|leaking|torn) (item|items|size|colour|color|product|products|address|THING)
    (you|your (\w+ )?(company|people|driver|team|accounts|office|department|warehouse))( have|'ve| has)?( again| once again| wrongly)* \
(overcharged|double[- ]?charged|charged us|billed us (twice|for|wrongly)|let us down|short[- ]?shipped|shorted|failed to|forgotten|forgot\
|sent (us )?the wrong|delivered the wrong|shipped the wrong|ignored|missed (the|our|another|yet another))
    (we|i)( were| was| have been|'ve been| are being| got| had been)( again)? (overcharged|charged (twice|too much)|billed (twice)|let down\
|left (waiting|hanging|without|standing)|kept waiting)
    (poor|bad|inferior|terrible|unacceptable|disappointing|declining|falling|inconsistent|lousy|dreadful) \
(quality|service|performance|packaging|response|communication|workmanship|handling)
    (we|i)( have|'ve| are having| had| keep having| again have|'re having)( got)?\
( a| another| some| serious| big| major| the same| repeated| constant| recurring| more| real)* (problems?|issues?|trouble|difficulties|complaints?)\
( again)? (with|about|regarding|concerning|on|from) (the|your|this|these|our last|our latest|last)
    (second|third|fourth|fifth|umpteenth) (time|late|delay|failure|complaint|breakdown|occasion)( \w+){0,4}? \
(in a row|this (week|month|year|quarter)|running|we|that|late|since|now)
    (in a row|yet another|once more|again) (out of spec\w*|late|delay|failure|mistake|error|problem|breakdown|wrong)
    (nobody|no one|not one person|none of (you|your people))( \w+){0,4} (answer(s|ed)?|(call|return)(s|ed)?( us| our calls?)?( back)?|repl(y|ies|ied)\
|picks? up|picked up|respond(s|ed)?|came back|got back|seems to (know|care)|(told|informed|warned|bothered)( to)?( us| tell)?)
    (no|without( any| an)?|never got( an?)?|never had( an?)?|still no) (reply|answer|response|reaction|word|explanation)( \w+){0,3} \
(from you|so far|yet|since|from your|to my|to our|for|of the|after)
    (we|i)( have|'ve) been waiting (for|on|since)|waited (\w+ )?(\w+ )?(days|weeks|hours|months) (for|and)|still waiting for (your|the|an|a) (answer|reply|credit|refund\
|replacement|explanation|response|delivery|parts?)
    (is|are|was|were) supposed to (be|arrive|have|come|ship)( \w+){0,3} (here|last|on|by|yesterday|two|three|a week|days|weeks|ago|already)
    (cost|costs|costing|caused|causing|causes) us (\S+ )?(\w+ ){0,3}?(downtime|money|a (day|shift|week)|hours|days|trouble|delays?|dearly|thousands|a fortune)
    (claim|claiming) (for|against|damages|compensation)( \w+){0,4} (damaged?|demurrage|shortage|loss|losses|delay|compensation|off-spec|quality|cargo)
    (let us|let me) down|at the end of (our|my) (patience|rope|tether)|(running|ran|run) out of patience|losing patience|enough is enough
    not what (we|i) (ordered|agreed|expected|were promised|paid for|signed up)|short(ed)? (us )?by \d|\d[\d.,]* (t|tons|tonnes|kg|pieces|pcs|pallets\
|bags|units) (short|missing|too (few|little))
    there (is|are|was|were) (a |an |some |several |many |too many |too much )?(mistakes?|errors?|damage|fines|dust|scratches|rust|leaks?|shortage\
|discrepanc\w+) (in|on|to|with) (the|your|our|this|last)
    (days|weeks|hours|months) (late|overdue|behind schedule)
    (it|they) (is|are|was|were|has|have)( \w+)?( not|n't) (here|in|arrived|come|turned up|working|been (delivered|fixed|repaired|credited|paid|answered))
    (it|they) (is|are|was|were)( still| again| already)* (broken|damaged|wrong again|defective|faulty|leaking|torn|contaminated|missing)
    you (promised|assured|guaranteed|told us|agreed)[^.]{0,80} (but|yet|still|nothing|and (it|they|we|nobody))
    \d[\d.,]* ?\w{0,10} ?,? but (we |only )?(only )?(\w+ ){0,2}\d
    your (driver|drivers|people|team|crew|technician|company|office)( \w+){1,6} again(?=[.!])
    (is|are|was|were|looks?) (visibly|badly|clearly|completely) off|(is|are|was|were) off again|(is|are|was|were|came)( all| both| again)? over (height|length|width|size)
    (refused|rejected|sent back) the (whole|entire|complete) (lot|batch|load|delivery|shipment|truck)
    (ordered|paid for) \d[\d.,]*( \w+){0,3} (and|but) (we |have |only )*(received|got|counted|found) (only )?\d+
    beyond anything (we|i)|worst ( ?\w+){1,3} (ever|we have|in years)|worse than (ever|before|last)
""",
    named={"THING": _THINGS},
)
_NOT_WRONG = any_of(r"""
    (would|could|might) have|nobody else
    (no|not|never|without|zero|any|have any|had any|if any)( \w+)? (complaints?|problems?|issues?|trouble|damage|delays?|concerns?|errors?\
|mistakes?|discrepanc\w+)
    (sorry|apologi[sz]e|apologies|regret|forgive|pardon)( \w+){0,3} (for|that|to hear|about)
    (is|are|was|were|has been|have been|got) (now )?(solved|resolved|sorted|fixed|settled|no longer|repaired|over(?! (height|length|width|size)))|(don't|do not) (worry|complain)
    not a problem|no problem|nothing (wrong|is wrong|was wrong)|(my|our) (mistake|fault|error|apologies)|(i|we) (was|were|am|are) wrong
    wrong (number|person|address for|impression)|(you|we) (find|found)|less than expected|will (be|have|arrive|come|not)|('ll|going to) be
""")

_CONDITION = any_of("""
    (if|in case|should|unless|whether|when|whenever|were to|would|could|might|may|avoid|prevent|in order not|so that|not to) [^,.;]{0,60}
""")


def find(passage: Passage) -> Iterator[Found]:
    """Find the complaints in what was said, at most one a sentence: THEIRS when they complain, OURS when one of us does."""
    for sentence in sentences(passage):
        cue = _cue(sentence)
        if cue and not is_quoted(sentence.plain, cue[0]):
            because = f"{said(sentence.text[cue[0] : cue[1]])} says that something is wrong."
            what = what_of(sentence, 0, [], len(sentence.text))
            yield whole_sentence(passage, sentence, _BY, because, {"what": what})


def _cue(sentence: Sentence) -> tuple[int, int] | None:
    """Give the words that complain: by the weight of all words, else by a phrase that does."""
    if sentence.is_question and _YES_OR_NO.match(sentence.plain):
        return None  # it asks, or wonders
    weighed = complained(sentence) if may_complain(sentence.stems) else None
    return weighed or (None if _CUES.isdisjoint(sentence.stems) else _phrase(sentence))


def _phrase(sentence: Sentence) -> tuple[int, int] | None:
    """Give a gripe as a whole, or a thing with what is wrong with it."""
    plain = sentence.plain
    felt = _FELT.search(sentence)
    if felt and not _is_excused(plain, felt.start(), felt.end()):
        return felt.span()
    for fault in _FAULTS.finditer(sentence):
        thing = _last(_THING, plain, max(0, fault.start() - REACH_CHARS), fault.start())
        if (
            thing
            and not _STOPS.search(plain, thing.end(), fault.start())
            and not _is_excused(plain, thing.start(), fault.end())
        ):
            return thing.start(), fault.end()
    return None


_YES_OR_NO = re.compile(r"(?:can|could|may|might|shall|should|will|would|is|isn't|are|aren't|do|does|did|have|has) ")
_STOPS = re.compile(r"[.;!?]|, (?:so|and|but|which)\b")


def _last(pattern: re.Pattern[str], plain: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(plain, start, end):  # noqa: B007
        pass
    return found


def _is_excused(plain: str, start: int, end: int) -> bool:
    before = max(0, start - 70)
    return bool(_NOT_WRONG.search(plain, before, end + 20) or _CONDITION.search(plain, before, start))
