"""The lake freezes: last cargoes, stockpiles for winter, frozen cars, the first boat in spring."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== last cargo
for: logistics forecast buying
season: freeze
needs: vessel
subject: Last [cargo|boat] before the [ice|lay-up]
let: lay=+10..16 t=6000..14000/500
-- us
The [long-range forecast|Coast Guard outlook] has ice in the [bay|St. Marys] [a week early|earlier than last year].
[If you want|Should you need] one more cargo before lay-up, I can hold a slot around {lay.short} for about {t} t.
[How does your pile look?|Where does your stock stand?]
-- them 1d
[Pile takes us to {far.month}.|We carry enough through early {far.month}.] [t:Hold the slot until I talk to the
furnace.|f:Please hold the slot while we confirm internally.|w:Could you hold the slot while I ask the furnace
people?]
-- us 2h
Held until [{d3.day}|{d3.day} evening]. [No charge for that.|Nobody else is in the queue yet.]
-- them 2d
[Talked it over:|We decided:] [we take it, full {t} t|yes please, {t} t]. [Our old man remembers the winter of
2014.|Better on our ground than in your dock.]
-- us 2h
[Confirmed for {lay.short}.|The slot is yours, laydays {lay.short}.] [A wise pile sleeps well.|I think you will be
glad of it in March.]

== winter stock plan
for: forecast yard operations
season: planning
levels: partner preferred
subject: [Winter stock|Stockpile for the winter]
let: t=40..95 burn=360..980/10
-- us
[It is that time of the year.|Time to talk about the winter.] At {burn} t a day you would want about {t},000 t on
the ground by the new year. [How much room is there in the yard?|How much can the yard take?|What is the yard's
limit?]
-- them 1d
[Room for about {t},000 if the limestone goes.|{t},000 t if we move the scrap.|The north half of the yard is being
paved, so less than last year.] [The burn is right.|Burn is closer to {burn} on a good day.]
-- us 2d attach plan
Attached is a plan, week by week, with [the vessels through December and rail from mid-January|boats until the locks
close, then trains]. [It leaves you with twelve days at the lowest point|Lowest point is the first week of March,
with eleven days in hand].
-- them 2d
[f:This is a sound plan and we adopt it.|t:Good plan. Go.|w:I showed it around and everyone likes it, so let us go
with it.] <thanks>

== frozen cars
for: rail yard operations
season: cold
subject: [Frozen loads|Frozen cars]
let: n=8..30
-- them
{n} cars [came in frozen solid|are blocks of ice]. [Thaw shed does four at a time.|We are at it with the shaker and
getting nowhere.] [t:Are you spraying?|f:May I ask whether the freeze conditioner was applied?|w:Was the freeze
spray on for this set?]
-- us>dave 15m
Dave, was the conditioner on for the set that reached {company} [today|last night]? {n} frozen.
-- dave>us 2h
Spray pump [froze|quit|lost its prime] on the [night shift|ninth|last third], so [the last third of that train|the
tail of that train|about twenty-five cars] went out dry. [Repaired since, heat trace and all.|Fixed, with heat trace
now.]
-- us>them 30m
<sorry> The spray pump at the mine quit during loading, so about a third of the train went out dry. It is repaired
and has a heater now. [Send me the thawing hours and we credit them.|We pay for the extra thawing, just send the
hours.]
-- them 1d
[31 hours.|About 26 crew hours.] [t:Fair.|f:That is a correct way to handle it.|w:That is very decent, thanks.]
-- us 1d
[Credited with the next invoice.|Linda has issued the credit note.|The hours are on your credit note.] And [the next
train is sprayed to the last car, Dave stood there himself|the train of this morning is wet to the last car|Dave
counted the sprayed cars himself].

== first boat
for: logistics buying operations forecast
season: opening
needs: vessel
subject: [First boat|Opening of the season]
let: lay=+12..18
-- us
The Corps opens the [Poe lock|Soo] on March 25 as usual. [We would like to bring|Our plan is] the {vessel} as the
first one to {port}, laydays from {lay.short}. [Is your dock ready by then?|Will the dock be out of maintenance?]
-- them 1d
[Unloader passes its test on the 20th.|Dock crew is back on the 18th.] [{lay.short} is fine.|Works.] [w:It will be
good to see a boat again.|t:About time.|f:We look forward to the season.]
-- us 3h
[On the list.|It is booked.] [Dave says the captain brings doughnuts for the first line handlers.|May it be a calm
season.]

== winter trains
for: rail buying forecast
season: layup
subject: Winter trains [through March|until the boats run]
let: n=2..4
-- them
[f:For the remaining weeks of lay-up|t:Until the boats run] we [need|would like] {n} trains a week. [Is that
feasible?|Can you do that?]
-- us 1d
[{n} a week is in the plan with {railroad} until March 28.|Yes: {n} trains, {railroad} has the slots.] [Weather may
shift one by a day.|]
-- them 3h
<thanks> [The pile gets thin otherwise.|That keeps the furnace happy.]

== ice report
for: logistics operations executive
season: cold
levels: partner preferred
subject: Ice on the upper lakes
let: n=30..85
-- us
[For your planning only:|No action needed.] Ice cover on Superior stands at {n} % [this week|as of Monday], which is
[above|about] the average of ten years. [The cutter starts breaking out on March 10.|I will not bore you with more,
the pictures are worse.]
-- them 1d
[Useful, I forwarded it to the furnace.|We read these with a blanket on, thank you.|Good of you to keep us posted.]
""")
