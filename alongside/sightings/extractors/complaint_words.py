"""Which words show that something went wrong, and which show that it is nobody's complaint?

Every word or phrase belongs to one kind of evidence; what a sentence needs for a complaint is decided in complaint.py.
"""

from enum import StrEnum

from alongside.sightings.extractors.needed import gated
from alongside.sightings.extractors.phrases import any_of


class Evidence(StrEnum):
    """What a word shows; its value says so in a reason."""

    FELT = "displeasure"
    FAULT = "a fault"
    TROUBLE = "trouble without a name"
    SERVICE = "something done badly or too late"
    GOOD = "what should be"
    NOT = "a negation"
    YOURS = "the reader"
    THING = "what was delivered or charged"
    HARM = "what it cost"
    REPEAT = "that it happens again"
    EXPECTED = "what was agreed"
    MISMATCH = "a difference"


_TABLE = {
    Evidence.FELT: """
        disappointed disappointing disappointment unhappy dissatisfied annoyed annoying annoyance frustrated frustrating frustration furious angry upset upsetting
        unacceptable inacceptable unsatisfactory ridiculous outrageous disgrace disgraceful dismayed unprofessional embarrassing embarrassed appalled appalling fed
        lousy terrible dreadful horrible awful pathetic shocking shambles nuisance displeased worst rude arrogant hopeless intolerable inexcusable joke nightmare
        alarming    complain complaining  irritated irritating exasperated nasty
    """,
    Evidence.FAULT: """
        broken  breaks breaking cracked cracks cracking crack leaking leaks leak leaked leaky rust rusty rusted damaged   dented dents scratched scratches
        crushed torn tears tearing ripped peeling warped bent mouldy moldy stale sour smell smells stinks dirty dusty wet soaked soggy frozen melted contaminated contamination
        shavings defective defect defects faulty fault faults      malfunction malfunctions malfunctioning crashed crashes  jammed
        jams jam clogged clogs clogging overheats overheating overheated burnt burned burst snapped collapsed  missing wrong incorrect incorrectly wrongly
        illegible unusable worthless useless inferior substandard mislabelled mislabeled misprinted blurred discoloured discolored flaky brittle corroded corrosion
        porous chipped shattered spoiled spoilt rotten expired infested bug bugs buggy glitch glitches outage outages downtime breakdown breakdowns unreadable crooked
        vibrates vibrating vibration noisy seized tripped trips tripping stalls worn warping delaminating blistering bubbles stains stained   
         discrepancy discrepancies        inaccurate incomplete garbled misaligned bleeding squeaks wobbles stuck
           leakage  rubbish
    """,
    Evidence.TROUBLE: """
        problem problems trouble issues issue failed fails failing failure failures damage damages mistake mistakes error errors complaint complaints concerned worried mess
        shortage shortages dust fines scrap loose confusing expensive behind dropped declined refused waiting waited broke break late slow crash double
    """,
    Evidence.SERVICE: """
         delayed delay delays overdue ignored ignoring unanswered chasing chased sloppy careless  slower sluggish poor poorly badly overcharged overbilled
        undelivered unreachable unavailable unreliable forgot forgotten neglected misinformed misled mishandled messed botched double-charged mischarged
          shorted underweight overweight overpriced worse worsening deteriorated deteriorating  reminders reminded remind  inconsistent
        disorganised disorganized   lost patience  short-shipped 
    """,
    Evidence.GOOD: """
        received receive arrived arrive arrives delivered deliver working work works worked fit fits fitted match matches matched matching answered answer answers paid pay pass
        passed passes reply replied replies respond responded responds response called came come turned show shown showed corrected credited acceptable satisfied happy pleased impressed correct
        correctly right comply complies complied meet meets properly adequate adequately good enough heard hear understand fixed repaired replaced refunded resolved
        solved sent shipped informed told notified consistent expected ordered expect agreed perform performs performed performing stick sticks hold holds start starts
        reliable usable readable accept tolerate reach login log open access book load loads print prints connect done happened happening sign complete available clean
        sealed wrapped packed tight straight printed function functioning functions conform conforms agree agrees amused normal ready help helpful
    """,
    Evidence.NOT: """
        not no never n't nobody none nothing without cannot hardly barely neither nor anything nowhere
    """,
    Evidence.YOURS: """
        you your yours ur you've you're you'd u
    """,
    Evidence.THING: """
        order orders shipment shipments delivery deliveries goods part parts cargo cargoes container containers consignment truck trucks train trains barge barges wagon
        wagons material materials load loads replacement replacements pellets ore concentrate sample samples certificate certificates document documents paperwork credit
        refund driver drivers technician technicians fitter spare spares filter filters liner liners bag bags drum drums pallet pallets invoice invoices bill bills 
         quantity weight weights tonnage amount  surcharge demurrage moisture silica sizing quality grade lot lots batch batches pump pumps valve valves
        bearing bearings rotor rotors seal seals screen screens machine machines unit units equipment   sensor sensors motor motors conveyor conveyors packaging
        service payment payments report reports label labels board boards carton cartons box boxes bottle bottles cap caps steel paint coil coils roll rolls film granulate
        resin powder product products portal website app software release update interface  helpdesk hotline desk installation installers installer crew team trainer
        training engineer crane scaffold concrete gearbox compressor heater boiler tank hose cable cables panel panels frame frames weld welds plate plates sheet sheets
        drawing drawings quote offer packages parcel parcels supplies ingredient ingredients fruit meat cheese milk fish vegetables lettuce flour sugar bread fabric paper
        tyres tires fluid oil chemical chemicals solvent door doors windows roof floor wall welding coating plant tool tools server network data export file files
        printer scanner forklift lift vehicle vehicles trailer shipping freight forwarder warehouse  depot       
         collection pickup reading readings finish surface colour color size sizes appointment slot work workmanship consignments lots tins cans jars caps lids
        pipe pipes bolts nuts screws fittings sealant glue adhesive ink yarn boots gloves chairs desks tiles bricks timber glass mixer truckload installation manual
          billing booking  
    """,
    Evidence.REPEAT: """
        again still repeatedly repeated constantly continuously always keeps keep kept keeping recurring twice continued continuous ongoing already yet
    """,
    Evidence.EXPECTED: """
        supposed promised guaranteed assured agreed specified specification spec specs expected should ought contractual due
    """,
    Evidence.MISMATCH: """
        instead whereas although despite only above below exceeds exceeding beyond outside unlike  spite double
    """,
}
WORDS = {word: kind for kind, table in _TABLE.items() for word in table.split()}
"""By word: what it shows."""

TELLS = gated(r"""
    dead on arrival|out of (spec\w*|tolerance|order again|patience|service)|off[- ]spec|waste of (time|money)|step backwards?|let (us|me) down|fed up|sick (and tired )?of|tired of
    (i|we)( still)? (cannot|can't|couldn't|could not|am unable to|are unable to|am not able to) (access|open|reach|log|use|load|download|print|get (in|into|through|it (online|to work)))
    still waiting for|not good enough|(not|isn't|aren't|wasn't|weren't) what (we|i)( ?'?ve)?( have| had)? (ordered|agreed|expected|paid|asked|were promised|was promised|signed up)|expected (better|more)|better from|poor show|wake-?up call
    (never|not|nor|no one|nobody)( \w+){0,2} (showed up|turned up|shown up|show up|turn up|came|appeared)|no sign of|no[- ]show|patience is|losing (my |our )?patience
    (nobody|no one|none of|not one|nothing)( \S+){0,11} (answer\w*|pick\w* up|picks up|call\w* back|repl\w+|respond\w*|gets? back|got back|came back|happen\w*|seems to (know|care)|told us|informed us|changed|helps?|knows?)
    (second|third|fourth|fifth|umpteenth|2nd|3rd|4th|5th) (time|late|delay|failure|complaint|breakdown|occasion|week running)|every (single )?time|time and again|once (again|more)|yet another|in a row|over and over
    (raise|express|have|share) (a|our|my|serious|some) (\w+ )?(concerns?|complaints?)|lodge a|formal complaint|(we|i) (reject|refuse|protest|object to|dispute)|(we|i)('ve| have)? (had|been having|having) (continuous|constant|nothing but|endless|a lot of|serious|ongoing|big) (trouble|problems?|issues?|difficult\w+)
    what('s| is| the hell is) going on|why (is it|do we|do i|does|did|has|have|was|were|are|am i)( \S+){0,6} (every time|always|still|again|only now|without|not)|how (could|can|come)( \S+){0,6} (such|this|that)|(can't|cannot|can not) be that
    (far|way|well|much) (too|above|below|over|under|out|off|behind|beyond)( \w+)?|in (such )?a (bad |poor |terrible |damaged )?(state|condition)|in (damaged|bad|poor|broken|wet|terrible) (condition|state)
    feels? (ignored|cheated|let down|neglected|misled)|makes? (us|me) look (bad|stupid|silly)|(puts?|leaves?|left|put) (us|me) in (a|an) (awkward|difficult|bad|impossible|tight|embarrassing)|came as a (nasty|bad|unpleasant) surprise
    doesn't (match|agree|tally|add up)|don't (match|agree|tally|add up|fit)|(charged|billed|invoiced) (us )?(twice|double|for (\d+|two|three|four|five|six) instead|too much|wrongly|the wrong)|(too )?(many|few) (errors|mistakes)
    (worse|slower|longer|more expensive) than (ever|before|usual|agreed|promised|expected|last)|(got|become|becoming|getting) (\w+ )?worse|below (what (we|you)|par|standard|our (spec|standard|require|expect)\w*)|gone downhill|go(es|ing)? downhill
""")
"""Phrases that show displeasure or a fault by themselves."""

HARMED = gated(r"""
    (had|have|having|forced|needed) to (scrap|send|stop|turn|rework|return|shut|throw|redo|hire|buy|halt|repack|sort|reject|cancel|postpone|wait|discard|dump|re-?do|pay|apologi[sz]e|explain)
    (we|they) (lost|scrap|scrapped|had to|missed)|cost(s|ing)? us|costs? our|our (line|production|plant|press|machine|operators?|customers?|people|boss|manager|\w+ manager|\w+ line|dispatchers?|crew|guys)( \w+){0,4} \
(stop(s|ped)?|down|stands?|stood|standing|idle|refus\w+|complain\w*|return\w*|can't|cannot|couldn't|furious|angry|upset|unhappy|waited|waiting|had to)
    (customers?|operators|drivers|people|dispatchers|guys)( \w+){0,3} (return(ing|ed)?|complain(ing|ed)?|refuse|refusing|can't|cannot)|(at|in|through) your (fault|mistake|error|negligence)|because of (it|this|that|you|your)|on account of
    (caus(ed|ing|es)) (us|our|by your|a|serious|major|big|the)|stood (still|idle)|(line|production|plant|filling|press)( \w+){0,3} (stopped|stood|down|halted)|(hours|days|weeks|shifts?|a shift|a day) (lost|of downtime|late|overdue|behind)
""")
"""What it cost the writer."""

SOMEBODY_ELSES = any_of(r"""
    (our|my|their|his|her|its) own|(on|at|from) (our|my) (side|end|part)|(our|my) (fault|mistake|error|apologies|bad|phone|train|car|bus|flight|wife|computer|laptop|internet|password)|(not|isn't|wasn't) (your|yours|you)|not your
    other (supplier|vendor|forwarder|company|haulier|carrier|one)('?s)?|that other|previous (supplier|vendor)|competitor\w*|(the|our) bank|weather|traffic|(the )?strike|government|authorities|politic\w+|market|industry|economy
    yours (never|don't|doesn't|didn't|is|are)|(unlike|not) (yours|you)|never (had|any|a)|haha|nobody else|our (fork truck|lab|operator|trucks|machines?|purchasing|warehouse|staff|people) (had|was|were|is|are|has|break|made|set)|canteen|coffee machine
    could(n't| not) have (done|been|asked|wished|managed)|never mind|no (big )?(deal|problem|issue|worries|complaints?|reason to complain|trouble)|not a (big )?(problem|issue|deal)|(don't|do not|didn't) (worry|mind|complain)|no damage|nothing wrong|free of (defects|errors)
    (has|have|had|is|are|was|were|been|got|now|gets|being|all) (now |since |already |finally |all |been )*(fixed|solved|resolved|sorted|settled|repaired|cleared up|cured|sorted out)|(solved|fixed|resolved|sorted) (the|that|it|this|our)
    sorry (for|that i|i|we|about)|(i|we|my|our|please accept (my|our)|sincere) apolog\w+|apolog(ies|y|ise|ize) for|excuse (me|my|the)|i (was|am|stand) (wrong|mistaken)|i made a
    last year|years ago|in the past|back then|used to|long ago|ages ago
    how (did|do|can|should) (we|i|you)|what (happens|should)|any (problems?|issues?|questions?|trouble|errors?|mistakes?|complaints?|concerns?|delays?|damage)|please (let|tell|inform)( me| us)? (know )?if
    (minor|small|only) (deviation|issue)s? in our|difficult\w* (to find|finding)|hard time (finding|getting)|wrong (people|number|person|address for|impression)|get the credit
    (thank you|thanks|grateful|appreciate|pleased that|glad that|happy that|good to hear|well done)
""")
"""What makes it nobody's complaint of the reader: somebody else's fault, one's own, over, an apology, a question of what if."""

SUPPOSED = any_of(r"""
    (if|in case|should|unless|whether|when|whenever|were to|would|could|might|may|avoid|prevent|in order not|so that|not to|in the event|to see if|risk of|worried that|afraid that|hope|lest|until|report it|has to be reported)
""")
