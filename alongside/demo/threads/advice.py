"""Advice asked of us, suggestions by us, trials: solutions rather than products."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== advice on blend
for: advice operations quality
levels: partner preferred
subject: [What would you do?|Your opinion on the burden|A question of blend]
let: pct=12..30 due=+3
-- them
[You see many furnaces.|I would value your view.] We think of [raising the fluxed share|adding lump] to {pct} %.
[What would you do in our place?|What is your advice?|Where does it go wrong?]
-- us 4h
[Good that you ask before and not after.|I like the question.] Let me talk to Priya and to [a retired furnace man|a
colleague who ran one], and I will write you an honest page by {due.day}.
-- us @due attach sheet
[My page is attached.|Here is the page.] In short: up to {pct} % yes, but only with the [screens upgraded
first|stock line probe working], otherwise the wall pays for it. [We would sell you less lump that way, for the
record.|]
-- them 2d
[This is an answer one can build on.|f:Most valuable, thank you.|t:Honest. Thanks.|w:Nobody else here would have
told us to buy less.] [Screens first, then.|We do the probe first.]

== bag house
for: operations yard quality
levels: partner preferred
season: autumn
subject: [Before the second winter|Bag house]
-- us
[Something we learned elsewhere:|From similar plants, no names:] bag houses of your make [plug|cake up] in their
second winter, when the {ore} cargoes come in colder and damper. [Four plants had it.|It was the same at four
plants.] A heater strip on the hopper, about $9,000, solved it. [I would suggest to fit it before December.|I would
do it before the frost.]
-- them 2d
[We had not thought of that.|f:A helpful hint, which our maintenance takes up.|t:Good tip. Ordering the strip.|w:Oh,
ours turned one last spring. Ordering the strip today!]
-- us 1d
[Glad it is of use.|Then I sleep better in January.] [The dosing table is on the back of the drawing we sent.|]

== suggestion declined
for: operations buying logistics
levels: partner preferred vendor
needs: order
subject: [An idea about deliveries|Fewer, larger lots|A thought]
let: n=2..4
-- us
[While doing the plan I noticed|An idea:] you take {n} small lots a month where one larger would [save a
switch|halve the handling]. [We could hold the stock for you at no cost.|The saving would be yours.]
-- them 2d
[Thought about it.|f:We have considered it carefully.] [Yard is too small.|The furnace wants it fresh.] [t:Not
now.|f:Not at present.|w:So not for now, but do keep the ideas coming.]
-- us 1d
[Understood.|Fair enough, you know the yard.|No harm in asking.] [I put it away until the paving is done.|It goes
back in the drawer.|The next idea is better, I hope.|]

== trial cargo
for: operations quality buying
levels: partner preferred
needs: order
subject: [Trial|Trial lot of low-silica]
let: t=600..1800/100
-- us
[You spoke of slag volume.|About the slag volume you mentioned:] we could [send|lay on] a trial of {t} t low-silica
pellets, our risk: [if the furnace does not like it, you do not pay|you pay only if it does what we say].
-- them 3d
[f:On those terms we are interested.|t:OK. Try it.|w:How could I say no.] [Use the small bin.|We run it through bin
6.]
-- us 1d
[Shipped with the next set, marked in blue.|It comes in its own cars, marked blue.] [Priya sits in your control room
for two shifts if she may.|]
-- them 12d
[Trial is through.|We burned it.] Slag [down 11 kg|down a little], [no change in permeability|furnace did not even
cough]. [t:Like it.|f:A good result.|w:Our metallurgist smiled, first time in years.]
-- us 2h
[That is better than the model said.|Lovely.] Results are in the file, [with your curve|with both curves side by
side|and no invoice until you say so]. [Priya says thank you for the coffee.|Slag people are rarely this cheerful.|]
-- them 2d
[You earned your money on this one.|f:We accept the trial and its invoice.|t:Pass. Bill it.]

-- linda 2d cc us attach invoice
Please find enclosed the invoice for [the trial lot|the {t} t of the trial|the trial in bin 6]. [Terms as usual.|The
freight is ours, as agreed.|]

== ask about a rule
for: advice buying executive
levels: partner preferred
subject: [Before we change it|Our purchasing rule]
let: due=+2
-- them
[We rewrite our receiving rule|We change how cargoes are accepted]: from certificate at loading to sample at
discharge. [Before I sign it: what does it break?|You live with it, so tell me what you think.|What are we
overlooking?]
-- us 3h
[Thank you for asking first.|Asked before, not after, that is rare.] I go through it with Priya and Dave and write
to you by {due.day}.
-- us @due
[Three remarks.|We find three things.|Between us we found three.] It delays release by [two days|a day or two]; it
needs an umpire clause; and in [winter|frost] the frozen crust makes the sample unfair to [both|both of us]. [With a
joint sampler all three go away.|A joint sampler would cure all three.]
-- them 3d
[Joint sampler is in the draft now.|We take the joint sampler.] <thanks>

== benchmark
for: advice executive operations
levels: partner preferred
subject: [How do others do it|Benchmark]
-- them
[How many days of stock do|What stock in days do|A number, if you can: what do] [others|plants of our size|your
other furnaces] hold in winter? [No names of course.|My boss says twelve is plenty.|We argue about it every fall.]
-- us 1d
[Without names:|No names:|From what we see on the lakes:] the lowest [we see is|anybody plans is] fourteen, most
hold twenty to twenty-five, and [the one that held ten ran out in February|nobody who ever held ten does it again].
-- them 1d
[That settles an argument.|t:Thought so.|f:That is most instructive.|w:I just won a bet with my boss.]

== heads up from them
for: advice executive buying
levels: partner
subject: [Between us|Heads up]
-- them
[You hear it from me first:|Early word:] the board [looks at a second stove|approved a study for a bigger grinding
line], so from [next autumn|the year after] we may need [more|another grade]. [Nothing decided.|Keep it to
yourself.]
-- us 2h
[Thank you for the confidence.|That stays here.] [If a page on grades would help the study, it is yours.|]
-- them 2d
[A page would help, in time.|Later, when the study starts.]
-- us 6d attach sheet
[For whenever the study starts|For the study, when it comes|Not urgent, for the study]: a page on grades [and what
each does to the stove|with the trade-offs, no sales in it|with the weak sides of ours as well].
-- them 2d
[Very good, it is in the study file.|<thanks>]
""")
