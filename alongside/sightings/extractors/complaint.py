"""Does the writer complain of something that went wrong with what was delivered, charged or answered?

Counts what is wrong now. Does not count: "no complaints", an apology of the writer's own, what would happen if. Its cause is not
decided here.
"""

from collections.abc import Iterator

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors.clauses import Extractor, is_quoted, said, what_of, whole_sentence
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, sentences
from alongside.vocabulary import SightingKind

NAME = "complaint"
VERSION = 1
_BY = Extractor(SightingKind.COMPLAINT, NAME, VERSION)

_GATE = (
    "disappoint", "unhappy", "happy", "dissatisf", "satisf", "frustrat", "annoy", "upset", "concern", "complain", "unaccept", "accept", "receiv",
    "arriv", "late", "delay", "damage", "broken", "broke", "defect", "fault", "wrong", "missing", "short", "spec", "fail", "claim", "overcharg",
    "charged", "let us down", "let down", "poor", "problem", "issue", "trouble", "again", "reject", "leak", "still", "mistake", "error", "incorrect",
    "not match", "doesn't match", "contaminat", "worse", "fed up", "tired of", "quality", "demurrage", "overdue", "nobody", "no one",
    "not work", "isn't work", "stopped", "crack", "sick of", "ridiculous", "third time", "second time", "supposed to",
)  # fmt: skip

_WRONG = any_of(r"""
    (we|i|our (customer|plant|people|team|operators|manager|management|boss)|everybody here|everyone here)( are| am| is|'re|'m| were| was)( really| very| quite| rather| extremely| deeply| most| all| more than| a bit| getting| becoming)* \
    (disappointed|unhappy|dissatisfied|frustrated|annoyed|upset|fed up|not amused|not impressed|displeased|dismayed|furious|angry)
    (we|i)( are| am|'re|'m| were| was) (not|less than|far from|anything but)( at all| very| really| exactly| too)* (happy|satisfied|pleased|content|impressed|amused) (with|about|by|that|at)
    (we|i)( are| am|'re|'m)( really| very| seriously| deeply| increasingly)+ concerned (about|that|with|by) (the |your |this |these )
    (very |rather |deeply |quite |really |extremely |most )?(disappointing|unsatisfactory|unacceptable|not acceptable|inacceptable|not good enough|below (par|standard)|a (real )?disappointment|frustrating)(?! (if|to us if))
    (we|i)( must| have to| need to| wish to| want to| would like to|'d like to)?( formally| again| strongly)* (complain|lodge a complaint|make a complaint|file a (complaint|claim)|raise a complaint|protest|object to)
    (this|it) is (a )?(formal )?complaint|(our|my|a|this|another|the same) (formal )?complaint (about|regarding|concerning|is|that|of)
    (we|i)( have|'ve)?( still| again)* (not|never|yet to)( yet| been)*( received?| got| had| seen| heard)[^.?!]{0,40} \
    (order|shipment|delivery|goods|parts?|invoice|credit|reply|answer|response|anything|certificate|documents?|refund|material|replacement|back|it|them|word|pellets|samples?|report|confirmation)
    (we|i)( still)? (haven't|have not|hadn't|didn't|did not)( still| yet| ever)? (received?|get|got|had|seen|heard)[^.?!]{0,40} \
    (order|shipment|delivery|goods|parts?|invoice|credit|reply|answer|response|anything|certificate|documents?|refund|material|replacement|back|it|them|word|pellets|samples?|report|confirmation)
    (order|shipment|delivery|goods|parts?|cargo|container|consignment|truck|material|load|replacement|pellets|samples?|certificate|documents?|credit note|refund|driver|technician|vessel|spares|filters?)\
    (s|es)?( ...)? (has|have|had|was|were|is|are|did|does|do|came|come|arrived?|turned up)( again| still| once again| once more)*( not|n't)?( yet| been| still| again| once again)* \
    (arrived?|been delivered|turned up|come|here|delivered|shown up|late|delayed|overdue|damaged|broken|wet|defective|faulty|wrong|incomplete|short|missing|rejected|contaminated|leaking|cracked|dirty|rusty|\
    off[- ]spec|out of spec\w*|below spec\w*|(\w+ )?(days?|weeks?) late|too (late|wet|dusty|fine|coarse|soft|short|small|big))
    (is|was|are|were|came|arrived|has been|have been|being)( \w+)? (late|delayed|short|wrong|incomplete|damaged|missing)( yet)? again
    (hasn't|haven't|has not|have not|wasn't|weren't|was not|were not)( yet| been)? (arrived|delivered|turned up|shown up|fixed|repaired|resolved|credited|corrected|answered|replaced|refunded|paid)
    (arrived|delivered|came|received|turned up|found|got)( \w+){0,4} (damaged|broken|wet|too late|(\w+ )?(days?|weeks?|hours?) late|late|incomplete|defective|in (bad|poor|terrible) (condition|shape)|short by|empty|cracked|contaminated|open|torn|leaking)
    (wrong|incorrect|faulty|defective|damaged|broken|missing|cracked|leaking) (part|parts|item|items|goods|grade|quantity|price|invoice|size|colour|color|material|product|products|delivery|shipment|address|amount|pellets|pump|valve|unit|units|bags?|certificate|paperwork|documents?|seals?|filters?|rotor|bearing|bearings|labels?)
    (invoice|bill|price|quantity|certificate|paperwork|amount|weight|delivery note|statement)s?( \S+){0,3} (is|are|was|were|does|do|did|shows?|still shows?)( again| still| clearly| simply)*(n't| not)? (wrong|incorrect|too high|not (correct|right|what)|match|agree|correct|mistaken|more than|higher than)
    (you|your (\w+ )?(company|people|driver|team|accounts|office|department|warehouse))( have|'ve| has)?( again| once again| wrongly)* (overcharged|double[- ]?charged|charged us (twice|too much|for|wrongly)|billed us (twice|for|wrongly)|let us down|short[- ]?shipped|shorted|failed to|forgotten|forgot|sent (us )?the wrong|delivered the wrong|shipped the wrong|ignored|missed (the|our|another|yet another))
    (we|i)( were| was| have been|'ve been| are being| got| had been)( again)? (overcharged|charged (twice|too much|for)|billed (twice|for)|let down|left (waiting|hanging|without|standing)|kept waiting|promised|told)( by| with| it| that| a| this| last| three| two)?(?=[^.]{0,120}(but|yet|nothing|twice|again|not|n't|never|overcharged|let down|waiting|without|too much|$))
    (poor|bad|inferior|terrible|unacceptable|disappointing|declining|falling|inconsistent|lousy) (quality|service|performance|packaging|response|communication|workmanship|handling)
    quality ...  ?(is|was|has|have)( been| again| become| got| gotten)* (poor|bad|worse|down|dropped|deteriorat\w+|declin\w+|slipp\w+|not (what|good|up to|acceptable)|below)
    (we|i)( have|'ve| are having| had| keep having| again have|'re having)( got)?( a| another| some| serious| big| major| the same| repeated| constant| recurring| more| real)* (problems?|issues?|trouble|difficulties|complaints?)( again)? (with|about|regarding|concerning|on|from) (the|your|this|these|our last|our latest|last)
    (keeps?|kept|continues? to|continue to) (failing|fail|breaking|break|leaking|leak|tripping|trip|stopping|stop|coming (loose|back|late)|happening|clogging|jamming|arriving late|occur\w*|slipping|crashing|crash|overheating)
    (does not|doesn't|do not|don't|did not|didn't|will not|won't) (work|function|fit|start|meet (the|our|your) (spec\w*|requirements?|standards?|agreed)|match (the|our) (spec\w*|order|drawing|sample)|comply|conform)( again| properly| at all| as)?
    (is|are|isn't|aren't|not) (still |again )?(not working|working (properly|at all)|out of (action|order|service|spec\w*)|off[- ]spec|below (the )?(agreed|spec\w*|standard))
    (failed|broke down|broke|stopped working|gave out|seized|burst|collapsed|cracked|snapped|tripped) (again|after (only|just|less)|for the (second|third|fourth)|within|twice|the (second|third) time)
    (second|third|fourth|fifth|umpteenth) (time|late|delay|failure|complaint|breakdown|occasion|delivery|shipment)( \w+){0,4}? (in a row|this (week|month|year|quarter)|running|we|that|late|since|now)|yet another (delay|failure|mistake|error|late|problem|breakdown)|(once|late|wrong|failed|short|down|damaged) again(?=[.!,]| this| on| and|$)
    (nobody|no one|not one person|none of you)( \w+){0,3} (answer(s|ed)?|call(s|ed)?( us)? back|repl(y|ies|ied)|pick(s|ed)? up|respond(s|ed)?|came back|got back|seems to (know|care)|told us|informed us|bothered)
    (no|without( any| an)?|never got( an?)?|never had( an?)?|still no) (reply|answer|response|reaction|word|explanation|news|sign)( \w+){0,3} (from you|so far|yet|since|from your|to my|to our|for|of the|after)
    (still|been) waiting (for|on|since)|waited (\w+ )?(\w+ )?(days|weeks|hours|months) (for|and)|(is|are|was|were) supposed to (be|arrive|have|come|ship|get)( \w+){0,3} (here|last|on|by|yesterday|two|three|a week|days|weeks|ago|already)
    (cost|costs|costing|caused|causing|causes) us (\S+ )?(\w+ ){0,3}?(downtime|money|a (day|shift|week)|hours|days|trouble|problems|production|delays?|demurrage|a lot|dearly|thousands|\d|a fortune|the)
    (claim|claiming) (for|against|damages|compensation|the)( \w+){0,4} (damage|damaged|demurrage|short|shortage|loss|losses|delay|late|compensation|off-spec|quality|you|cargo)
    (let us|let me) down|(sick|tired) (and tired )?of|at the end of (our|my) (patience|rope|tether)|(running|ran|run) out of patience|losing patience|enough is enough|not what (we|i) (ordered|agreed|expected|were promised|paid for|signed up)|short(ed)? (us )?by \d|\d[\d.,]* (t|tons|tonnes|kg|pieces|pcs|pallets|bags|units) (short|missing|too (few|little))
    (there (is|are|was|were)|contains?|contained) (a |an |some |several |many |too many |too much )?(mistakes?|errors?|damage|fines|dust|scratches|rust|leaks?|shortage|discrepanc\w+) (in|on|to|with) (the|your|our|this|last)|(price|this) (increase )?is (outrageous|ridiculous|excessive|unjustified|far too high)
""")
_NOT_WRONG = any_of(r"""
    (no|not|never|without|zero|any|have any|had any|if any)( \w+)? (complaints?|problems?|issues?|trouble|damage|delays?|concerns?|errors?|mistakes?|discrepanc\w+)
    (sorry|apologi[sz]e|apologies|regret|forgive|pardon)( \w+){0,3} (for|that|to hear|about)|(if|in case|should|unless|whether|when|whenever|were to|would|could|might|may|to avoid|avoid|prevent|in order not|so that|not to) [^,.;]{0,60}
    (is|are|was|were|has been|have been|got) (now )?(solved|resolved|sorted|fixed|settled|no longer|repaired|over)|(don't|do not) (worry|complain)|not a problem|no problem|nothing (wrong|is wrong|was wrong)
    (my|our) (mistake|fault|error|apologies)|(i|we) (was|were|am|are) wrong|wrong (number|person|address for|impression)
""")


def find(passage: Passage) -> Iterator[Found]:
    """Find the complaints in what was said, at most one a sentence: THEIRS when they complain, OURS when one of us does."""
    for sentence in sentences(passage):
        if any(word in sentence.plain for word in _GATE):
            yield from _complaint(passage, sentence)


def _complaint(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    plain = sentence.plain
    cue = _WRONG.search(plain)
    if (
        cue is None
        or is_quoted(plain, cue.start())
        or _NOT_WRONG.search(plain, max(0, cue.start() - 70), cue.end() + 20)
    ):
        return
    because = f"{said(sentence.text[cue.start() : cue.end()])} says that something is wrong."
    yield whole_sentence(passage, sentence, _BY, because, {"what": what_of(sentence, 0, [])})
