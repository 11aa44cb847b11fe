"""The words in which something is given beside goods and money: by us to a customer, and by a customer to us.

Each sort has a table of plain phrases, which a "not" before them undoes, and one of phrases that hold their own "no". Which sentence counts
is decided in give_or_get.py.
"""

from typing import NamedTuple

from alongside.sightings.extractors.needed import Gated, gated
from alongside.vocabulary import ExchangeKind

_NAMED = {
    "WE": "we|i|we've|i've|we'll|i'll|we're|i'm|we'd|management|finance|accounting|treasury|credit control|our board|the board|my boss|our cfo",
    "CUT": "discount|rebate|reduction|price cut|allowance|bonus|credit note|price reduction|reduced price|lower price|special price|better price",
    "FEE": "fee|fees|surcharge|freight|charge|charges|costs?|cost of|demurrage|penalty|pilotage|storage|trucking|haulage|difference|interest",
    "ORDER": "order|orders|cargo|lot|parts|delivery|shipment|boat|material|job|goods",
}


class Sort(NamedTuple):
    """One sort of give or get: what a page calls it, whether it is commercial, and the phrases that show it."""

    name: str
    kind: ExchangeKind
    said: Gated
    without: Gated | None = None


def _table(phrases: str) -> Gated:
    return gated(phrases, named=_NAMED)


GIVES: tuple[Sort, ...] = (
    Sort(
        "a discount",
        ExchangeKind.CONCESSION,
        _table(r"""
            WE( can| will| could| are able to| are| am| have| had| would like to| happily| gladly| pleased to| happy to| glad to)* \
(offer|offered|give|gave|given|grant|granted|allow|let|let you have|got|get|arranged|agreed to|agree to|agreed|added|send|offering|giving|granting)( you)?\
( \w+){0,4} (CUT|(percent|%) off)
            offer you ... (CUT)
            (pleased|happy|glad|able) to (offer|give|grant) you( \w+){0,4} (CUT)
            (agreed|agrees) to (a|the) (CUT)
            (let|give|gave|got|get|offer) you( have| get)? [^.,]{1,24}(percent|%)( \w+){0,2} (off|discount|rebate)
            (percent|%) (discount|rebate|off)( \w+){0,8} (for you|your)
            (you|your \w+) (will |shall )?(get|gets|receive|receives|have|has)( \w+){0,3} (CUT)
            (taken|took|take|taking|knock|knocked|knocking|strike|struck) ([^.,]{1,30} )?(another )?[^.]{0,28} off (your|the list|the price|this month|that|the invoice|the bill)
            (knock|knocked|take|took) another [^,;]{1,30} off
            (FEE) (is|was|are|were|has been|have been|will be) (waived|dropped|on us|on the house|struck out|cancelled for you|taken off)
            WE( will| shall| are| have| can| are going to| happily)* (waive|waived|waiving|drop|dropped|absorb|absorbed|absorbing|swallow|swallowed)( \w+){0,4} (FEE)
            WE( will| shall| are| have| can| are going to)* (cover|covered|covering|bear|carry)( \w+){0,3} (FEE)( \w+){0,3} (ourselves|for you|this time|myself)
            (FEE)( \w+){0,5} (is|are|was|goes|go) on (us|the house|our account)
            WE( will| shall| are| have)* (credit|crediting|credited) (your account|you) (with|for)
            (took|take|taken) the( \w+){0,2} (FEE) off
            (issue|issued|send|sent|issuing) you( \w+){0,3} credit note
        """),
        _table(r"""
            WE( will| shall| do| are|'ll)* (not|won't) (charge|bill|invoice|charging|billing|invoicing)( you)?( \w+){0,3} (for|extra|anything|that|it)
            (won't|will not) be (charged|billed|invoiced) for
            (there (is|will be)|with) no (surcharge|charge|fee|freight|extra charge) for (the|your|this|it|you|that)
            you owe us nothing
            rather than (bill|charge|invoice)(ing)? (you|it)
        """),
    ),
    Sort(
        "longer payment terms",
        ExchangeKind.CONCESSION,
        _table(r"""
            (you|you'll)( now| will| can)* (have|pay|get)( us)?( \w+){0,3} \d+ days( \w+){0,4} (to pay|instead of|rather than|net)
            WE( have| can| will| are| are happy to| agreed to| agree to)* (extend|extended|lengthen|lengthened|prolong|stretch|stretched)( \w+){0,2} \
(payment terms|terms|payment|credit line|credit|due date|payment period)
            WE( \w+){0,3} (agreed|agree|accept|accepted|approved|can do|signed off|has approved|have approved) (to |on )?(net \d+|\d+ days|\d+[- ]day terms|longer terms)
            (fine|ok|okay|happy|alright) with (you|your) paying
            (approved|agreed to|arranged|got you|given you|giving you|give you|gave you)( \w+){0,2} (longer terms|longer payment terms|more time to pay|extra (week|month|time)|\w+ extra (weeks|days|months))
            (invoice|bill|payment|amount)( \w+){0,3} (in|into) (two|three|four|six|several|\d+|monthly) (instal?ments|parts|rates)
            (your|the) (invoices?|payments?|bills?) (is|are|will be)( now)? due (only )?(after|in|at the end of) (\d+ days|the month|\w+ weeks)
            extra (week|month|two weeks|time) (for|to pay) (the|your)
        """),
    ),
    Sort(
        "a rush job",
        ExchangeKind.CONCESSION,
        _table(r"""
            (moved|move|bumped|bump|pushed|pulled|put|brought|bring)( \w+){0,2} your (ORDER)( \w+){0,2} (up|forward|ahead|to the (front|top|head)|first)
            (had|have|got) your (ORDER) (bumped|moved|pulled|brought|pushed) (up|ahead|forward)
            your (ORDER)( \w+){0,2} (jumps?|jumped|skips?|skipped) the (queue|line)
            (gave|given|give|giving) your (ORDER)( \w+){0,2} priority
            (run|runs|work|works|worked|ran|add|added|put on|laid on)( \w+){0,3} (extra shift|weekend|night shift|saturday|sunday|overtime|second shift|through the night)( \w+){0,4} (so that you|for you|your)
            (work|working|worked) through (the )?(weekend|night)( \w+){0,3} your
            (rush|rushed|rushing|expedite|expedited|expediting)( \w+){0,6} (for you|your|to you)
            by (air freight|air|courier|express)( \w+){0,2} at our (own )?(expense|cost)
        """),
    ),
    Sort(
        "a free sample",
        ExchangeKind.CONCESSION,
        _table(r"""
            (send|sending|sent|supply|provide|ship|shipping|giving|give|bring|prepared|offer)( \w+){0,4} (free|complimentary) (sample|samples|trial|test|kit|specimen)
            (sample|samples|trial|test|test lot)( \w+){0,3} (at|on) our (own )?(cost|expense|account)
        """),
        _table(r"""
            (sample|samples|trial|test lot|test quantity|kit)[^.?]{0,60} (free of charge|at no (extra )?(cost|charge)|no charge|without charge|on the house)
        """),
    ),
    Sort(
        "a price held",
        ExchangeKind.CONCESSION,
        _table(r"""
            WE( will| can| are| have| shall|'ll)* (hold|holding|keep|keeping|kept|held|freeze|froze|frozen|honou?r|maintain|guarantee|locked in|lock in)( \w+){0,2} (price|prices|rate|rates|quote|quotation|offer)
            (your|the) (price|prices|rate|rates|quote|quotation|offer)( \w+){0,3} (stays?|remains?|is|are|keeps?) (frozen|fixed|unchanged|firm|the same|as it is|as they are|valid until|valid through|valid)( \w+){0,3} (until|for|through|although|despite|till)
            you (keep|pay|get|have|still pay)( \w+){0,2} (last year's|the old|old|this year's|today's|the current) (price|prices|rate)
        """),
        _table(r"""
            (increase|surcharge|new price|rise)( \w+){0,4} (will not|won't|does not|doesn't|shall not) (apply|affect|touch|hit|concern) (to )?your?
            WE( will| do| are|'ll)* (not|won't) (pass|passing)( \w+){0,4} (increase|cost|costs|rise|surcharge)( on)?
        """),
    ),
    Sort(
        "stock kept for them",
        ExchangeKind.CONCESSION,
        _table(r"""
            (put|set|have|keep|kept|hold|held|reserve|reserved|reserving|earmarked|keeping|holding|blocked)( \w+){0,2} [\d.,]+ ?(t|tonnes?|tons?|kg|pieces|pallets|units)( \w+){0,2} (aside|reserved)
            (hold|held|keep|keeping|holding|block|blocked|reserve|reserved|reserving|earmarked) [\d.,]+ ?(t|tonnes?|tons?|kg|pieces|pallets|units)( \w+){0,2} for you
            (keep|hold|keeping|holding)( \w+){0,5} (of your|for you|for your)( \w+){0,3} in (our|the) (yard|warehouse|stock|store|shed)
            (consignment stock|safety stock)( \w+){0,3} (for you|at your|in your)
        """),
    ),
    Sort(
        "an exception",
        ExchangeKind.CONCESSION,
        _table(r"""
            (make|making|made|get|got)( \w+){0,2} exception for you
            (as a|a) (gesture of )?goodwill( gesture)?
            (just )?this once,? we( will| can)? (take|accept|ship|do|let|make)
            (take|taking|took)( \w+){0,4} (lot|goods|material|cargo) back,? (although|even though|outside)
        """),
    ),
    Sort(
        "a longer warranty",
        ExchangeKind.CONCESSION,
        _table(r"""
            (extend|extended|extending|lengthened|double|doubled)( \w+){0,2} (warranty|guarantee)( \w+){0,5} (for you|by|to)
        """),
    ),
    Sort(
        "early information",
        ExchangeKind.FAVOUR,
        _table(r"""
            (before|ahead of) (we announce|it is announced|the announcement|the official|it is official|we tell|anybody else|the others|the press|it goes out|the letter)
            you (are|re) (the|among the) first( \w+){0,2} to (know|hear)
            you (hear|heard|get|have) it first
            (heads[- ]up),?( \w+){0,3} (ahead|before|early)
        """),
        _table(r"""
            (this|it|that) is not (public|official|announced) yet
            not yet (public|official|announced)
        """),
    ),
    Sort(
        "a reference",
        ExchangeKind.FAVOUR,
        _table(r"""
            (serve|act|be|stand|give you|happy to be|glad to be) (as )?(a |your )?reference (for you|for your|to)
            (recommended|praised) you (warmly|highly|to)
        """),
    ),
    Sort(
        "help without a bill",
        ExchangeKind.FAVOUR,
        _table(r"""
            (included|comes|come|done|trained|repaired|fixed|training) at no (extra )?(cost|charge)
        """),
        _table(r"""
            (there is|there's|there will be|with) no (bill|invoice|charge) for (it|that|this|them)
            at no (extra )?(cost|charge) to you
        """),
    ),
)
"""What we give, in the order in which it is looked for: the first sort that fits names the sentence."""

GETS: tuple[Sort, ...] = (
    Sort(
        "more volume",
        ExchangeKind.CONCESSION,
        _table(r"""
            WE( will| can| do| are ready to| are willing to| are prepared to| now| hereby)* (commit|committed|guarantee|guaranteed)( \w+){0,2} (to )?[\d.,]+
            (give|giving|award|awarding|place|placing)( you)?( \w+){0,2} (the whole|the entire|the full|all of our|all our|the rest of our)( \w+){0,3} \
(volume|tonnage|quantity|business|demand|requirement|need)
            WE( will| can| are going to| plan to)* (raise|raising|increase|increasing|double|doubling|lift)( our)?( \w+){0,2} (volume|volumes|quantity|quantities|tonnage|order|orders|call-offs?)
            (approved|signed|agreed to|ready to sign|sign|prepared to sign)( \w+){0,3} (\w+[- ]year (contract|agreement|frame|deal)|for (two|three|five|\d+|another) (more )?years?)
            (all of |all )our( \w+){0,2} (tonnage|volume|demand|business)( \w+){0,2} (goes|will go|is going|comes) to you
            (more|extra|another) (for|from) you in (the|our|next)
            [\d.,]+ ?(t|tonnes|tons) more for you
        """),
    ),
    Sort(
        "earlier payment",
        ExchangeKind.CONCESSION,
        _table(r"""
            WE( will| can| are| have| agreed to| agree to| shall|'ll)* (pay|paid|paying|prepay|prepaid|transfer|transferred|settle|settled)( \w+){0,5} \
(in advance|up ?front|early|ahead of (time|the due date|schedule)|before (it is|they are) due|within (five|seven|ten|14|\d+|two) (days|weeks) from now|beforehand|half of)
            (agreed|agrees|agree|going|happy|willing) to (pay|prepay|settle)( \w+){0,4} (in advance|within|up ?front|early|half|ahead)
            (invoice|payment|bill|money)( \w+){0,3} (was|went|has been|is)( \w+){0,2} (paid|out|transferred)?( \w+){0,2} (early|ahead of time|ahead of the due date|in advance)
            (prepay|pay in advance) (half|all|the)
        """),
    ),
    Sort(
        "a reference",
        ExchangeKind.FAVOUR,
        _table(r"""
            (use|name|give|quote|list|mention) (us|our (name|logo|company)|me)( \w+){0,3} (as (a )?reference|on your|in your|logo)
            (happy|glad|willing|pleased|ready) to (be|act|serve|stand|speak|take a call|talk|host)( \w+){0,6} (reference|prospects?|customers?|case study)
            (act|serve) as (a |your )?reference
            (your|the) (prospect|prospects|customer|new customer)s? (can|may|is welcome to|are welcome to) (visit|call|see|come)
            (wrote|written|attached|signed off)( \w+){0,3} (testimonial|case study|success story)
            told( \w+){0,5} (about you|how good (you|your)|good things about you)
        """),
    ),
    Sort(
        "a forecast",
        ExchangeKind.FAVOUR,
        _table(r"""
            (attached|enclosed|here|below|sharing|share with you|please find|find)( \w+){0,5} (our|the)( \w+){0,3} (forecast|production plan|demand plan|outlook|shutdown dates|planned outages|outage plan|build plan|call-off plan)
            (our|the)( \w+){0,2} (forecast|outlook|production plan|demand plan)( \w+){0,8} (is|are) (attached|enclosed|below|in the (attached|enclosed))
            (these are|this is|here are|here is)( \w+){0,2} (our|the)( \w+){0,2} (planned outages|shutdown dates|forecast|production plan|outlook|plan of)
            (here is|attached is|below is|this is) what we (expect|plan|intend) to (burn|use|need|buy|consume|melt|run|order)
        """),
    ),
    Sort(
        "early information",
        ExchangeKind.FAVOUR,
        _table(r"""
            (between (you and me|us|ourselves)|off the record|in confidence|entre nous),
            (heads[- ]up),?( \w+){0,4} (before|ahead|early|not public)
            (wanted you to (know|hear)|so (that )?you know|letting you (know|see)|tell you|telling you|telling you this)( \w+){0,4} (before|ahead of) (the|it|anybody|anyone|purchasing|we|others|everybody)( \w+)?
            (before (it is|it's|the)|ahead of) (public|issued|official|announced|released|letter goes|rfq goes|tender)
            keep (it|this|that) (to yourself|between us|quiet)( for now)?
        """),
        _table(r"""
            (nobody|no one)( \w+){0,3} knows (it|this|about it)? ?yet
            (not public|not official|not announced)( yet)?, but
        """),
    ),
    Sort(
        "flexibility",
        ExchangeKind.CONCESSION,
        _table(r"""
            WE( can| could| will| do)* (accept|accepted|live with|agree to)( \w+){0,2} (the|a|your) (partial|later|late|split|new|delayed|short)( \w+)? (delivery|date|shipment|cargo|day|week|quantity)
            (live with|can accept|accept)( \w+){0,2} the (later|new|delayed) (date|day)
            (take|have) (a|one|two|another) (week|day|days|weeks)s? (longer|more) if you need
            WE( will| can| have|'ll)* (waive|waived|drop|dropped|forgo|not claim)( \w+){0,3} (penalty|penalties|claim|liquidated damages)
            (to|will|have|has) (drop|waive|forget)( \w+){0,2} penalty
        """),
    ),
    Sort(
        "access to their meetings",
        ExchangeKind.FAVOUR,
        _table(r"""
            (got|put|get|putting|have|added) you( \w+){0,4} (slot|place|seat|agenda|list of speakers)( \w+){0,3} (our|of our|at our|the board|meeting)
            (bring|take|took) you (to|into|along to)( \w+){0,3} (meeting|board|ceo|cfo|director)
        """),
    ),
)
"""What they give, in the same order."""
