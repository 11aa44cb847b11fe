"""Laydays, arrivals, berths, drafts: what is written about vessels."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== laydays proposed by us
for: logistics yard
season: sailing
needs: vessel
subject: [Laydays|Laydays for|Next vessel:] {vessel}[, cargo {cargo}| / {port}]
let: lay=+9..16 alt=+12..18 t=14..27
-- us
[<hello>|] [We have|I have] the {vessel} [pencilled in|on the schedule|lined up] for [your next cargo|cargo
{cargo}|{tonnes} t of {product}], loading {load}. [We would suggest|Our proposal is|I would put forward] laydays
from {lay} at {port}, [two-day window|with the usual 48 hours|48 hours].

[Does that suit your berth?|Would that fit with your dock plan?|Is the berth free then?]
-- them 4h
[{lay.day} is tight|We have limestone on the berth until {lay.short}|The stone boat is in that day]. [t:Make
it|t:Need|f:We would prefer|w:Could we say] {alt.short} instead[?|, same window.|. Otherwise fine.]
-- us 1d
[{alt.short} it is.|Moved to {alt.short}.|{alt.day} the {alt.short} is agreed with the vessel.] [The captain has
been told.|Owner confirms.|Dave has changed the nomination.] Notice of readiness goes to [you and the dock|your dock
office|the usual list] 24 hours before.
-- them 3h
<ack> [Dock is informed.|I told the yard.|We keep the shuttle clear.]

== laydays asked by them
for: logistics yard buying
season: sailing
needs: vessel
subject: [Schedule for {next_month}|{next_month} vessels|Boats in {next_month}]
let: a=+8..12 b=+20..26
-- them
[f:For our berth plan we need|t:Need|w:I am doing the berth plan and need] your [vessel dates|laydays] for
{next_month}. [<please> send what you have.|Even rough dates help.|Two cargoes as I understand it.]
-- us 3h
<sure> [Here is|This is] where we stand for {next_month}:

* {vessel}, {product}, laydays {a.short}
* second cargo, vessel to be named, laydays around {b.short}

[Both load at {load}.|Both out of {load}, weather allowing.] [The second may slip a day if the locks are slow.|I
hold the second one open until the owner commits.|]
-- them 1d
<thanks> [{a.short} is in the book.|Booked the berth for {a.short}.|The first fits well.]

== later than planned
for: logistics yard operations
season: sailing
needs: vessel
subject: {vessel} [running late|delayed|new ETA]
let: eta=+2..3 h=9..30
-- dave cc us
The {vessel} [went to anchor off Whitefish Point|waited {h} hours at the Soo|is hiding from the weather behind the
Keweenaw|lost {h} hours at {load} dock]. [New ETA|She now makes|Captain says] {port} {eta} [in the morning|toward
evening|about noon].
-- them 45m
[f:Will that leave enough time to discharge before the weekend crew goes home?|f:May we rely on that time when we
call the crew?|t:Crew is called for tomorrow. How sure is that ETA?|t:Firm or hope?|w:Oh dear. How firm is that, do
I send the dock crew home?|w:Poor crew. Is that a promise of the captain or a guess?]
-- dave 40m cc us
[Fairly sure.|Captain is confident.|Good to within three hours.] [Wind drops tonight.|Locks are clear now.|She is
moving again as I write.] [Call the crew for {eta.day}.|I would call the crew for {eta.day}, not earlier.] Discharge
takes about eleven hours.
-- them 1h
<ack> [Crew moved to {eta.day}.|Have rescheduled.|I moved the shift.]
-- us 1d
[{them}, the|The] {vessel} passed [the Soo|Detroit|Mackinac] [at six this morning|overnight], so {eta.day} holds.
-- them 2h
<thanks>

== berth taken
for: logistics yard
season: sailing
needs: vessel
subject: [Berth|Dock] at {port} on {d2.short}
let: free=+2
-- them
[f:I regret to inform you that our|t:Problem. Our|w:Bad news I am afraid, our] berth is [taken|blocked] on {d2.day}:
[unloader number two is down|a coal boat overstayed|the harbor is dredging the slip]. [f:Would it be possible to
hold|t:Can you hold|w:Any chance to slow] the {vessel} [a day|for 24 hours]?
-- us>dave 25m
Dave, can the {vessel} slow down [a day|by 24 hours] without costing us the [next turn|next loading slot]? {them}
has the berth blocked.
-- dave>us 1h
[Yes if they tell the owner tonight.|Owner agrees, saves him fuel.|Captain will slow-steam from Detroit.] No
demurrage if she [arrives|ties up] after {free.short} noon.
-- us>them 25m
[Done:|Good news:|Sorted:] the {vessel} slows down and [arrives|will be off your breakwater] {free.day} [noon|after
lunch]. [The owner waives the waiting time|No waiting time will be charged] since you told us ahead, which [helps
everybody|is appreciated].
-- them 40m
<thanks> [t:Owe you one.|w:I owe you a coffee for that.|f:We are obliged.|]

== low water
for: logistics forecast operations
season: autumn
needs: vessel
subject: [Low water|Draft restriction|Water levels] and [cargo size|cargo {cargo}]
let: inch=4..11 cut=600..1900/100
-- us
The Corps reports the [St. Marys River|channel] {inch} inches below datum, so the {vessel} loads about {cut} t
[less|short]. I wanted you to [hear it from us|know] before the bill of lading shows it.

[We can add the difference to the next cargo|The missing tonnes would come with the following boat] at the same
price. Does that work with your pile?
-- them 1d
[Yes.|That works.|We can live with that.] [Pile is fine until then.|We carry enough for three weeks.|Ground stock is
healthy.] [t:Add it to the next one.|f:Please add the balance to the following cargo.|w:Just add it to the next boat
please.]
-- us 2h
[Noted, the balance of {cut} t moves to the next cargo.|Done. The next bill of lading carries {cut} t extra.] [Thank
you for being flexible.|]

== outturn
for: logistics yard lab
season: sailing
needs: order vessel
subject: Outturn {cargo}
let: diff=14..96
-- them
[Our draft survey on the {vessel}|The belt scale for {cargo}] shows {diff} t less than [the bill of lading|your
shipped weight]. [f:We would ask for your comments.|t:What does your scale say?|w:Could you check your side,
please?]
-- us>dave 30m
Dave, {them} is {diff} t [under|short] on {cargo}. What did the loadout scale say, and when was it last calibrated?
-- dave>us 1d attach weights
Scale ticket attached. Loadout belt was calibrated [on the third|eleven days ago|last month] and was within 0.2 %.
[Draft survey at {load} agrees with us within ten tonnes.|Our survey says we are about 20 t over, so truth is in
between.]
-- us>them 40m attach weights
Attached are the loadout weights for {cargo}. Our draft survey at {load} [agrees with the belt|is within ten tonnes
of the belt]. [I suggest we|Let us] split the difference: {diff} t halved, credited with the next invoice.
-- them 1d
[f:That is a fair proposal and we accept.|t:Fair. Agreed.|w:Very fair, yes.] <all_set>

== who calls the dock
for: logistics yard
needs: vessel
season: sailing
subject: Dock phone [numbers|list]
-- us
[Our dispatcher changes|We have a new night dispatcher], so I am [updating|cleaning up] the call list for {port}.
Who should be called at night when a vessel is [early|ahead of time]?
-- them 1d
[Night shift desk|The shift foreman], +1 {area} 555 0188, [any hour|all hours]. [t:Not me.|w:And please not my home
number again, my husband was not amused.|f:My own number is for emergencies only.]
-- us 1h
[Ha, understood.|Understood.] The list is corrected, [and your number is off it|night desk only].

== second port
for: logistics buying
season: sailing
needs: vessel
levels: partner preferred
subject: Split cargo {next_month}
let: part=2200..4800/100
-- them
[Is it possible|Would it be possible|Could you arrange] to drop {part} t of the {next_month} cargo at
[Ashtabula|Huron, Ohio|Monroe] [for our toll grinder|on the way] and bring the rest here?
-- us 2h
[Possible, yes.|It can be done.] A second port costs [about nine hours and a tug|half a day of vessel time]. I am
asking the owner for the exact figure and will tell you by {d2.day}.
-- us @d2
The owner asks [$0.86|$0.91|$0.79] per tonne on the part cargo for the second port; [nothing on the rest|the main
cargo stays as it is]. [I got him down from 1.10.|His first figure was 1.15.|That is what it costs him, I saw the
sheet.]
-- them 4h
[f:Acceptable. Please proceed.|t:OK, do it.|w:That is less than I feared, please go ahead.]
-- us 1h
[Booked with the owner.|Done.] Part cargo of {part} t is marked on the nomination.
""")
