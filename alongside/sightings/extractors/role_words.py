"""Which words tell that somebody changes their job, and which only sound like it?

The tables are read in plain text in which names are marked (people_names.marked): a run of capital N is a name.
"""

import re

from alongside.sightings.extractors.needed import gated
from alongside.sightings.extractors.phrases import any_of

POSTS = (
    "manager|director|head|vp|svp|evp|vice president|president|chief|officer|ceo|cfo|coo|cto|cpo|cio|md|gm|buyer|engineer|supervisor|superintendent|lead|leader"
    "|purchas\\w+|procurement|controller|planner|coordinator|assistant|executive|chair\\w*|partner|specialist|analyst|foreman|forewoman|secretary"
    "|treasurer|consultant|operations|representative|rep|supply chain|maintenance|quality|logistics|sourcing|contact( person| point)?|point of contact|technologist"
    "|technician|accountant|clerk|scheduler|dispatcher|expediter|merchandiser|boss|successor|chemist|architect|developer|administrator|deputy|trainee|associate"
)


def _raw(words: str) -> str:
    """Groups of a list of words as they are written in a pattern."""
    return words.replace("( ", "(?: ")


_LEFT_PLACE = "us|here|(the|our|this|that|your) (company|business|firm|group|organi[sz]ation|team|department|plant|works|mill|site|bank|board|industry)|N+"
_WHO = (
    rf"(?:(?:N+|i|he|she|they|who|(?:our|my|the|your|their|a) (?:[\w&/-]{{1,18}} ){{0,3}}(?:{_raw(POSTS)})"
    r"|(?:my|our|a|your) (?:colleague|coworker|co-worker|friend|predecessor|husband|boss))"
    r"(?:,? N+)?(?: (?:of|for|in) (?:\w+ ){0,3}\w+(?=,))?(?:, [^,]{2,60},)?(?: N+,)?)"
)
_AUX = (
    r"(?:(?:'s|'ve|'m|'ll|'re|'d)?(?: (?:has|have|had|is|am|are|was|were|will|shall|be|been|being|got|gets|getting|going to|just|now|recently|already|also"
    r"|soon|shortly|finally|officially|evidently|apparently|actually|sadly|unfortunately|lately|since|therefore|both|decided to|chosen to|due to|about to"
    r"|planning to|set to|internally))*)"
)
_SOMEBODY = f"{_WHO}{_AUX} "
SOMEBODY_CHANGED = gated(
    r"""
    (retired?|retires|retiring|resign|resigns|resigned|resigning|quit|quits|quitting|left|leaves?|leaving)( as| from)? (LEFT)
    (left|leaves?|leaving) (in|at|after|last (week|month|year|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october\
|november|december)|this (month|year|week|summer|autumn|winter|spring)|to (join|pursue|start|set|become|take|work|go to)|for (another|a new|a competitor\
|a job|greener|pastures|university|good)|(?=[.,!;]|$))(?! (a|the) (bad|good|rush|hurry|moment|taxi|cab))
    (retire|retires|retired|retiring|resign|resigns|resigned|resigning|stepp(ed|ing) (down|back|aside)|steps? (down|back|aside)|moved on|moving on|moves on\
|passed away|died)(?! (the|an?|our|its|old|this|that|to the|to (a|another) (topic|point))\b)
    (promoted|appointed|hired|recruited|headhunted|seconded|reassigned|re-assigned|bumped( up)?|moved up|moved across)(?! (by|the product|at (a|the) (discount\
|price)))
    (named|elected|made|chosen as|voted)( as| to be)?( the| our| your| a| an| new| acting| interim)*( [\w&/-]{1,18}){0,3} (POST)
    (transferred|transferring|moved|moving|moves|move|relocated|relocating|switched|switching|changed|changing|rotated)( over| back| on| across)? (in)?to (N+|(the\
|our|a|another|head)( [\w&/-]{1,18}){0,3} (office|unit|plant|team|department|division|branch|company|site|group|office|headquarters|works|mill|role|side\
|business|position|post|job|region|desk)|purchasing|procurement|maintenance|operations|sales|engineering|key accounts|head ?office|headquarters|finance\
|quality|logistics|production)
    (join|joins|joined|joining)( us| our| the| N+('s)?| team| company| group| as| in| from| at| with| board| purchasing| sales| department| business| firm| my| new\
|,)+ (N+|as|us|our|team|department|company|group|organi[sz]ation|staff|firm|from|last|in|on|two|three|a few|at the beginning|next|this|recently|(\w+ ){0,2}(POST))
    (become|becomes|became|becoming)( a| an| the| our| your| new| first| acting| interim| N+)*( [\w&/-]{1,18}){0,3} (POST|N+)(?! of (water|trouble))
    ((the|our|your|an?|first) )*(new|acting|interim|incoming|first)( [\w&/-]{1,18}){0,4} (POST)
    (take|takes|taking|taken|took) over( purchasing| procurement| sales| maintenance| logistics| quality| your account| the account| the reins| his| her| my\
| the| N+| this|,)*( [\w&/-]{1,18}){0,2} (from (N+|me|him|her|my)|as|for (N+|me|him|her)|POST|account|role|position|post|job|department|team|region|duties|responsibilit\w+|desk|reins\
|territory|plant|next|on)
    (now|currently|these days|henceforth|from now on)( be)?( also)? (buy|buys|head|heads|lead|leads|run|runs|manage|manages|oversee|oversees|handle|handles\
|look after|looks after|heading|leading|running|managing|overseeing|handling|looking after|in charge|responsible|reports? to|reporting to|based\
|working for|works? for|works? as|working as)
    (head|heading|lead|leading|run|running|manage|managing|oversee|overseeing|looking after|in charge of|responsible for)( up)? (the|our|all|purchasing|N+\
|operations)[^.]{0,40}( from (now|january|february|march|april|may|june|july|august|september|october|november|december|monday|next|the \d|\d)| as of\
| starting| as well(?=[.!]?$))
    (hand|hands|handed|handing) over( my| his| her| the| your| to)+( \w+)? (to|account|duties|role|N+)
    (now )?(with|at|work(s|ing)? for) N+ (now|these days|instead)
    """,
    before=_SOMEBODY,
    named={"POST": POSTS, "LEFT": _LEFT_PLACE},
)
"""What is told of somebody named before it."""

CHANGED = gated(
    r"""
    (since|when|after|now that|before|as|with|until) N+(AUX) (left|leaves|leaving|gone|retired|retires|resigned|quit|moved on)
    resigned (as|from|to take|\w+ (days|weeks|months|years) ago)|(quit|quits|retired|resigned)(?=[.!]$)|(tendered|submitted|announced|offered) (his|her|their|my) (resignation|retirement)
    (hand|handed|handing|hands|put|putting|turned|gave|given|giving)( in)? (his|her|my|their|the)? ?(notice|resignation)
    (go|goes|going|gone|went|heads?|off) (into|on|out on|in) (well[- ]deserved |early )?(retirement|maternity leave|parental leave|paternity leave|sabbatical)
    (on|from) (maternity|paternity|parental|long[- ]term sick) leave|(taking|takes|took|take) (early )?(retirement|maternity leave|parental leave|a sabbatical)
    (been|was|were|is|are|be|got|get|being) (laid off|let go|made redundant|dismissed|sacked|fired|relieved of)(?! up)
    (job|post|position|role)(AUX) (been )?(made redundant|eliminated|cut|abolished)
    (had to|have to|decided to|we) (let|lay off|dismiss|lost|lose)( off)? (N+|our|the|my|his|her)( [\w&/-]{1,18}){0,3} (go|POST)
    no longer( \w+)? (with (us|the)|here|part of (the|our)|at (the company|this company|N+)|work(s|ing)? (for|at|with|here)|responsible for|in charge of\
|employed|your contact|looks? after|handl\w+|works? on|deals? with|in (purchasing|sales|engineering|procurement|logistics|production|maintenance))
    (my|his|her|N+'s|N+s) (last|final) (day|week|working day|month)( at| with| here| in| is| will| as|[.,]|$)|(this|today|friday|monday|tuesday|wednesday\
|thursday|tomorrow|next week) is my (last|final) (day|week)
    (i|he|she|N+)(AUX) (moved|moving|switched|transferred|changed|gone) from [\w &-]{3,25} (in)?to
    (they|we|board|management|company|council|committee|owners|group|N+)(AUX) (appointed|promoted|hired|recruited|named|made|elected|brought in|taken on\
|engaged|chosen) (N+|him|her|me|them|(an?|our|the)( new)?( [\w&/-]{1,18}){0,3} (POST))(?! (a|an|the) (offer|call|mistake|copy))
    (found|have|got|getting|have got|hired|appointed|recruited) (an?|our|the|his|her) (new|additional|permanent|replacement|interim)( [\w&/-]{1,18}){0,3} (POST)
    (joined|joins|joining) (us|our team|our company|the (team|company|group|firm|department)|N+)( \w+){0,3} (as|from|in|last|on|two|three)
    (join me in )?(welcom(e|ed|ing)|say hello to)( [\w&/-]{1,18}){0,2} (N+|our new)[^.]{0,40} (to (our|the)( [\w&-]{1,18}){0,2} (team|company|group|department\
|business|family)|as (our|the|a|an|new|N+|POST))
    (it's|it is) official[^.]{0,20}(i'm|i am|he's|she's|N+( is|'s))
    (i'm|i am|he's|he is|she's|she is|N+('s| is))( the| our| your)( [\w&/-]{1,18}){0,3} (POST)( \w+){0,2} now
    (our|my|your|the|their) new ([\w&/-]{1,18} ){0,4}(POST)( for [^.,]{2,30})?(, N+,?| N+|,)?( is| will| starts?| started| has| joins| joined| called| to\
| takes|'s| in|:)
    new (contact|contact person|point of contact|account manager)( for [^.]{2,30})?( is| at| will|:)|point of contact (from|as of|will be|is now)
    (our|the|my|your) new ([\w-]{1,14} ){0,2}(guy|girl|lady|man|woman|colleague|boss|hire)( [\w-]{1,14}){0,3} (is|called|starts|started|will|N+)
    my (new|next|old) (role|position|job|post|responsibilities|title|function|assignment|department|boss|employer)|(?<![\w'])(wear|wearing|have) a new hat
    (new|next|different) (role|position|job|post|assignment|challenge|function) (as|at|in|with|within|outside|is|starts|of|starting|from)|(got|have|found\
|landed|started|taken|accepted|start|starting) a new (job|role|position|post)
    (accept|accepted|accepting|taken|taking|took|offered|got|landed|given|start|starting|started)( on| up)?( a| an| the| another| his| her| my| new| different\
| old| N+)*( [\w&/-]{1,18}){0,3} (position|job|post|role)(?! (market|lot|number|description))
    (picked up|resumed|back in|returned to|gone back to|took up|taken up) (his|her|my|their) (old |former |previous )?(role|position|job|post|duties)
    (created|established|set up|filled) (the|a|an) (new )?(post|position|role|job) of
    (changing|change|changed|switching|switched|swapped) (jobs|departments?|sides|roles|employers?|companies|teams)
    (takes?|taking|taken|took) over (from|as|his|her|my|your account|(the )?(\w+ ){0,2}(POST|role|position|post|job|account|department|team)|responsib\w+|N+'s)
    (assum(e|es|ed|ing)|tak(e|es|ing)|taken|took)( up| on| over)? (additional |new |full |more |the |overall )*(charge|responsibilit\w+|duties\
|the helm)(?! for (the|any) (damage|delay|loss|mistake|error))
    (as of|effective|from|starting|since|with effect from|beginning) ([^,.]{1,30}|now on|\d[\d.]+)(,| on,?)? ?(WHO)(AUX) (responsible|in charge|head|heads\
|heading|lead|leads|leading|run|running|look after|looking after|handle|handles|handling|the|our|your|acting|manage|work as|working as|work for|report\
|reports|cover|covers|take|takes|taking|assume|assumed|join|joins|buy)
    (effective|with effect from|with immediate effect|effective immediately)[^.]{0,60} (POST)
    since N+(AUX)? (left|is gone|retired)|with N+ (gone|leaving|retiring|away for good)
    N+(AUX) (replac(e|es|ed|ing)|succeed(s|ed|ing)?|follows?|following|fill(s|ing)? in for|cover(s|ing)? for|stand(s|ing)? in for|step(s|ping)? in for|step(s\
|ping)? into) (N+|me|him|her|our|my)
    (replaced|succeeded|followed) by (N+|me|him|her|my colleague|our new)
    (his|her|my|their|N+'s|N+s|our|your) (successor|replacement|predecessor|new boss|new (\w+ )?(POST))( is| will be| in| as| for| would be| starts| started\
| has| joins| joined|,| N+)|(his|her|N+'s|N+s|their) (duties|responsibilities|work|role|job|tasks)(AUX)? (are|is|being|now|taken|carried|passed|handed\
|will|go|goes)
    change (at|of) (the top|guard|leadership|management)|(personnel|management|leadership|organi[sz]ational|staff) changes? (in|at|here|on our|with)
    N+ is out,? (and )?N+ is in|(start|begin|starting|started)( in| as| with)?( my| his| her| a| the)? new (role|position|job|post|assignment)
    congratulations (on|for|to|with) (your|the|his|her|\w+)( \w+)? (promotion|new (role|job|position|post)|appointment)|congrat\w* on (the|your) (new (job\
|role)|promotion)
    (the|your|his|her|N+'s|my) (promotion|appointment) (as|to|of N+|by)|(your|his|her|N+'s|my) (promotion|retirement|resignation)(?! (account|fund|plan|savings|code|offer|with the (doctor|dentist)))
    now (works?|working) (for|at|with) N+
    """,
    named={"WHO": _WHO, "AUX": _AUX, "POST": POSTS, "LEFT": _LEFT_PLACE},
)
"""What tells of a change by itself."""

NOT_CHANGED = any_of(r"""
    (if|whether|would|could|might|may|should|hope|hoping|wish|want|wanted|unless|in case) (i|we|he|she|they|you|to|N+|somebody|someone|anyone|everybody)? ?(\w+ ){0,2}(left|leaves?|moves?|joins?|retires?|resigns?|quits?)
    (not|never|won't|don't|didn't|doesn't|isn't|no plans to|no intention of)( \w+){0,2} (left|leave|leaving|moving|move|join|joining|retire|retiring|resign|resigning|quit|promoted|appointed|change|changed)
    (leaving|leave|left|leaves) (the office|for (N+|the|lunch|a|home|work|my)|now|tomorrow|today|at \d|on (monday|tuesday|wednesday|thursday|friday)|early|work|town|home\
|the (meeting|call|house|hotel|airport|building)|a (message|voicemail|note)|you|it|us (a|with|no|in the (dark|lurch)|without|out)|me|room|here (at|on|in \d)|(my|his|her|their|our|your) \w+|over|on the|in the|at the (gate|door|reception|desk))
    (join|joining|joined) (us|me|you|them|the (call|meeting|webinar|conference|list|discussion|trip|party|lunch|dinner)) \
(for|at|on|in (the )?(call|meeting)|tomorrow|next|by phone)
    (join|joining|joined) (the|our|a|your|a) ?([\w-]+ )?(call|meeting|webinar|newsletter|conference|dinner|lunch|queue|club|lawsuit|event|session|rto|rtos)
    (move|moving|moved)( on)? (to|from) (the )?(next|meeting|call|date|end|front|top|monday|tuesday|wednesday|thursday|friday|\d)
    (money|payment|amount|funds|sum|call|file|data|contract) (was|were|has been|is|have been)( \w+)?( been)? (transferred|moved|made)
    moved to (a|the|our)? ?(new )?(building|address|house|flat|version|server|system|page|folder|warehouse|location|premises)
    (promotion|promotional) (code|offer|price|period|material)|special promotion|no longer (needed|required|available|produced|in stock)
    (cargo|parts?|pumps?|shipments?|vessels?|goods|materials?|invoices?|contracts?|units?|filters?|bags?|version|file|prices?|orders?|truck|trucks|train|driver) \
(has|have|had|was|were|is|are|will)( \w+){0,2} (been )?(left|moved|replaced|transferred|promoted|succeeded)
    you (got|have|'ve|get) (\w+ )?the job|looking for (a|an)|vacancy|vacancies|job (advert|opening|offer)|apply (by|now|for)|(hope|hoping|plans?|want) to become|chairman of the meeting|(the|a) (film|movie|show|football|game|match)
    (pipeline|company|firm|document|exhibit|motion|plaintiff|defendant|agreement|contract|project) named|(specifically|not) named|partner of choice|last (day|week) to|in the last (day|week)
""")
TITLED = re.compile(
    r"\b(?i:as|to|is|be|of|become|becomes|named|appointed|made|made (?:him|her|me)|new|now|successor|am|I'm|i'm|acting|interim|our|hired|lost|let|got|the"
    r"|first|called|up to|with us as|role|position|post|job|charge)"
    r"(?: (?i:as|an?|the|our|your|new|to|be|now|of|acting|interim|first))*"
    r" (?P<title>[A-Za-z][\w&/'’-]{1,20}(?:,? (?:\([A-Z][\w ]{1,20}\)|[A-Za-z][\w&/'’-]{0,20}|&)){0,6})"
)
ENDS_TITLE = re.compile(
    r"\b(?:from|at|in|with|effective|starting|since|as of|as|on|next|and (?:i|we|he|she|will|look|was|took)|this|last|by|after|who|where|which|but|so|i|we|he|she"
    r"|replacing|following|until|unless|will|has|is|was|job|position|post|role|go|retired|resigned|for (?:the|a|another|all|your)|before|soon|now|then|starts|started"
    r"|stepped|left|and moved)\b|,(?! (?:packaging|operations|sales|purchasing|procurement|chemicals|Packaging|Operations|Sales|Purchasing))| of (?:many|long)\b|(?:,|(?<! of)(?<! and)(?<! for)(?<=[a-z])) [A-Z][\w'’-]+ [A-Z][\w'’-]+$",
)
IS_TITLE = re.compile(rf"\b(?:{_raw(POSTS.replace('|contact( person| point)?|point of contact', ''))})\b", re.I)

_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’.&-]*(?: (?:[A-ZÀ-ÖØ-Þ][\w'’.&-]*|van|von|de|der|den|del|da|di))*"
SUCCESSOR = re.compile(
    rf"(?:(?i:successor|replacement|replaced by|succeeded by|followed by|carried out by|carried on by|handed to|passed to|contact goes to)(?i: is| will be|,|:)? (?P<after>{_NAME})"
    rf"|(?P<before>{_NAME})(?i:,? (?:will |is |has |now |who |to )*(?:replac\w+|succeed\w*|follow\w*|cover\w* for|fill\w* in for|stand\w* in for|tak\w+ over from|took over from"
    r"|step\w* in for|be your (?:new )?(?:point of )?contact|looking after [\w ]{2,20} now|in\.?$|takes over)))"
)
"""Who follows somebody."""

_COMPANY = rf"(?P<company>(?!(?:Head|Director|Manager|Chief|\w+day|Easter|Christmas)\b){_NAME})"
GOES_TO = re.compile(
    rf"\b(?i:join(?:ed|ing|s)?|(?:moved|moving|switched) to|(?:starting|started|start|job|work|working|position) (?:at|for|with)) {_COMPANY}"
)
"""Where somebody goes to."""

IS_AT = re.compile(rf"\b(?i:at|left|leaving) {_COMPANY}")
"""Where somebody is, or was."""
