"""Which verbs does a sentence open with that tells the reader what to do: "join", "swap", "hold off"?

Only a list of plain forms and of words that may stand around them. Half of the verbs are nouns as well ("return", "plan"): whether a
sentence asks is decided by the model, which only hears that it opens so.
"""

OPENING_VERBS = frozenset(
    """accept access acknowledge act add address adjust advise agree aim allow amend analyze announce answer apply appreciate approach
    approve arrange ask assign assist assume attach attend avoid back be become begin believe bid book bring browse build buy calculate
    call cancel capture care carry catch change charge chase check checkout choose circulate claim clarify clean clear click close collect
    come comment compare compile complete concentrate conduct confirm connect consider consult contact continue contribute convert
    convince coordinate copy correct cover create cut deal decide define delay delegate delete deliver describe design detail determine
    develop dial direct disclose discover discuss dispatch distribute do double double-click download draft draw drive drop e-mail edit
    email enclose end enjoy ensure enter escalate establish estimate evaluate examine exchange execute expand expect expedite explain
    explore export extend face fax feel figure file fill finalize find finish fix flag fly focus follow forget forward freeze fund gather
    get give go grab guarantee guide handle hang have hear help highlight hire hit hold identify ignore imagine implement import improve
    include increase inform initial input insert inspect install interview introduce investigate invite invoice issue join jot judge keep
    kick kill know launch lead learn leave lend let limit link list listen load locate lock log login look lower mail maintain make manage
    map mark match measure meet mention merge mind monitor move name negotiate note notify obtain offer omit open order organize outline
    oversee own pack page participate pass paste pay pencil perform pick place plan play plug point post postpone prepare present press
    prevent print probe process produce project promote propose protect prove provide publish pull purchase pursue push put quote raise
    rate reach read realize recall recap receive recheck recommend reconcile reconsider record redo reduce refer reflect refrain refund
    register reinstall reject relate relax release rely remain remember remind remove rename renew rent reopen repeat replace reply report
    request require reschedule research resend reserve reset resolve respond rest restart result resume return revert review revise
    revisit rework ring rsvp run save scan schedule screen search secure see seek select sell send serve set settle share shift ship
    shoot shop shout show sign signup simplify sit skip slow solicit sort speak specify speed spend split spread stand start state stay
    step stick stop store stress strike study submit subscribe substitute suggest summarize supply support suppose suspend swap switch
    sync tackle tag tailor take talk tap target tell terminate test text thank think throw tidy tie trace track train transfer translate
    travel treat trim trust try tune turn tweet type understand unlock unsubscribe update upgrade upload use utilize validate vary
    verify view visit vote wait waive wake walk want warn watch wear weigh welcome win wire wish withdraw wonder work worry wrap write
    yell zip""".split()
)
"""Plain forms of verbs that business mail and newsletters ask with."""

BEFORE_VERB = frozenset(
    "also just always then please only simply now either first immediately carefully kindly definitely".split()
)
"""Words that may stand between the opening and its verb."""

AFTER_VERB = frozenset(
    """me us him her it them this that these those the a an my our your his their all any some both each every one two three 0 to with in on
    at by for from into up out off down back over through about around along here there if how what when where who why whether as more new
    free and sure copies everyone someone people please , ! ; :""".split()
)
"""Words that follow such a verb rather than a noun; a word in the plural does as well."""

NO_ORDERS = frozenset("""thank thanks wish hope love trust see talk speak look plans back free let own""".split())
"""Openings that are courtesies or tell of the writer, unless what follows says otherwise."""

NO_ORDERS_UNLESS = {
    "let": frozenset({"me", "us"}),
    "see": frozenset("what if how whether that to the attached below page".split()),
    "talk": frozenset({"with"}),
    "look": frozenset("at into over for up".split()),
    "back": frozenset({"up"}),
}
"""What turns such an opening into asking after all."""
