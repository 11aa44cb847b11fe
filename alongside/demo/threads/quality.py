"""Deviations, complaints and their repair, audits of quality."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== wet cargo
for: quality operations yard
needs: order
subject: [Moisture|Wet material] {cargo}
let: a=3..5 b=1..9 due=+3 cause=the_hatches_stood_open_for_three_hours_in_rain|the_last_two_holds_were_loaded_in_a_thunderstorm|hold_four_stood_open_all_of_Sunday
-- them
[f:We regret to report that cargo {cargo} arrived at|t:{cargo} came in at|w:I am afraid {cargo} came in at] {a}.{b}
% moisture. [This is not acceptable.|The chutes plugged twice.|We are not happy, the feeders hung up all night.]
[t:Explain.|f:We expect an explanation.|w:What happened?]
-- us 45m
<sorry> [That is well above what left the dock.|It left the loadout at 2.6.] I am on it with Priya and will tell you
what happened by {due.day}.
-- us>priya 15m
Priya, {cargo} arrived at {company} with {a}.{b} % moisture. What does the loadout sample say, and what was the
weather over the loading shift?
-- priya>us 1d
Loadout sample [2.6|says 2.6]. But {cause}; it is in the [deck log|mate's log]. [So it is us.|No excuse.|Ours,
then.]
-- us>them @due attach log
[Here is what happened:|This is what happened:|You asked what happened:] {cause}. [The deck log is
attached.|Attached is the deck log.] [From now on|As of today] the loadout stops and closes hatches when it rains,
in writing, signed by the shift boss. We credit the water, {a}.{b} against 2.6.
-- them 3h
[f:A clear answer. We accept the credit.|t:Good answer. Credit accepted.|w:Thank you for being straight about it.]
<all_set>
-- us 14d
[Two|Three] cargoes [on since the rain|later], [under 2.7 every one|none above 2.7|all dry] on arrival. I [consider
it fixed|call that done|would close it], unless your chutes [disagree|say otherwise].
-- them 1d
[Chutes agree.|No plugs since.] Thanks for following up.

== off size
for: quality operations lab
needs: order
subject: [Oversize in {cargo}|Oversize|Coarse material {cargo}]
let: a=4..9 due=+2
-- them
{a} % over [half inch|16 mm] in {cargo}. [It bridges in the bins.|The bins hang.] [f:Kindly advise the cause and
your corrective action.|t:Cause and fix please.|w:Can you find out why?]
-- us 1h
[Seen, thank you for the figure.|That is not what we want to ship.] [I will come back to you by {due.day}.|You will
hear from me by {due.day}.]
-- us @due
[The cause is found:|Found it:] a torn panel on [the roll screen|product screen 3], running since [the
9th|Thursday]. [Replaced yesterday.|New panel went in last night.] We added the screen to the weekly inspection so
that a tear is seen in days and not weeks.
-- them 1d
[f:Thank you. A thorough reply.|t:OK. Good.|w:Great, that makes sense.] [t:Next cargo will tell.|The next cargo
looks right.|Bins run free again.|Nothing has hung since.]

== eight disciplines
for: quality
needs: order
levels: partner preferred
subject: [8D report|Corrective action report] {cargo}
let: due=+4 n=11..94
-- them
For our file we need the [8D|corrective action report] on the [screen matter|sampling error] of {cargo}, our number
NC-{n}{cents}. [Lab and purchasing both ask.|f:Kindly complete all sections.|]
-- us 2h
<sure> Priya fills it in and you have it by {due.day}.
-- priya @due cc us attach sheet
{them}, attached is the 8D for NC-{n}{cents}. Section five has the [test with the new panel|before and after],
section seven what we changed in the inspection round.
-- them 2d
[Accepted and closed.|Closed in our system.|f:The report is accepted.] [w:Best one I have had from a supplier this
year.|]

== color odd
for: operations yard
needs: order
subject: [Color of the pellets|Odd color]
-- them
[Silly question perhaps:|Odd thing:] part of the last {ore} cargo looks [greyish|darker than usual]. [t:Matter?|f:Is
this of any significance?|w:Should I worry?]
-- us 2h
[Not silly.|Good eye.] Darker means a little more magnetite left in the core, [usually from the start of a shift|a
cooler zone in the furnace]. [Reducibility is the same.|It reduces just as well.] Priya checked the day's samples,
FeO 0.9, limit 1.5.
-- them 1d
<thanks> [Learned something.|I told the crew.]

== contaminant
for: yard operations safety
needs: order
subject: [Wood in the cargo|Steel bar on the belt|Foreign matter]
let: due=+2
-- them
Magnet [pulled a steel bar|caught two loader teeth] out of {cargo}. [Belt has a gash.|Lucky it did not cut the
belt.] [That must not happen.|We are disappointed, this is the second time in two years.]
-- us 30m
<sorry> [Glad nobody was hurt.|That could have been worse.] Please keep the piece. I will find out where it is from
and report by {due.day}.
-- us @due
[It is a tooth of our reclaim loader|The part is from the reclaim wheel], lost on the [fourth|night shift]. The
loader check now counts teeth at every change of shift, and the tramp magnet at loadout is [back at full power|set
lower to the belt]. [Bill us for the belt repair.|We pay for the belt patch.]
-- them 1d
[Fair.|That is the answer I wanted.] [Patch was 640 dollars.|Repair was small, I let it go.] <all_set>

== audit of supplier
for: quality safety
levels: partner preferred
subject: Supplier audit [{next_month}|this year]
let: meet=+14..20
event: visit meet 9:00 360 Supplier audit by {company}
-- them
[f:Our annual supplier audit is due.|t:Audit time again.|w:It is audit time again, sorry!] [Would {meet} be
convenient?|Is {meet} possible?] One day, [sampling and records|lab and loadout].
-- us 4h
{meet.day} the {meet.short} is fine. Priya [hosts|leads it]. [Lunch at the plant, coveralls provided.|Bring warm
boots.]
-- them 1d
<ack>
-- them @meet+3 attach sheet
[Report attached.|Audit report attached:] two minor findings, [labels in the sample store and one overdue scale
check|both about labels]. [Best score so far.|93 of 100.]
-- us 2d
[Thank you for the fair report.|A fair report, thank you.|93 is a number we frame.] [Both points are closed|Both
points are done|Neither point is open any more]: labels are printed now [instead of written|, no more handwriting],
scale was checked [on the spot|the same day].
-- them 1d
[Findings closed.|Both closed.] <thanks>

== furnace likes it
for: operations quality
needs: order
subject: [Furnace on {cargo}|Feedback on {cargo}]
-- them
[For once good news:|Thought you would like to hear it:] coke rate [down six pounds|fell] on {cargo} and the [burden
descends|furnace runs] smooth. [Whatever you did, keep doing it.|Thank your people for us.|w:The whole shift
noticed.]
-- us 2h
[That made my day, and Priya's.|I read it out at our morning meeting.|It hangs in our control room now.] [It was the
new flux blend.|The blend is here to stay.|Same recipe from now on.]

== low temperature breakdown
for: quality lab operations
levels: partner preferred
subject: [Low temperature breakdown|LTB figures]
let: a=7..11
-- them
Our research people ask for your [low-temperature breakdown|LTB] figures, [last six months|trend if you have it].
[They build a burden model.|For a model.]
-- us 1d
<sure> [Priya has that by month.|We test it weekly.]
-- priya 1d cc us attach sheet
{them}, attached are the weekly LTB values, mean {a}.{cents} %. The spike in week 22 is one bad sample, I left it in
so that you see it.
-- them 1d
<thanks> [w:I love that you left the bad one in.|They are pleased.|]
""")
