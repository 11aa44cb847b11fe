"""What we write among ourselves about customers."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== weekly numbers
for: sales
subject: [Weekly numbers|Pipeline for Monday]
let: n=4..11 t=12..48
-- them
[Short update for Monday, please.|What do I tell the front office on Monday?] [Volumes, worries, one thing to
celebrate.|]
-- us 3h
[Volumes:|Here goes:] {t},000 t out this month, {n} cargoes afloat or on rail. Worry: [waiting time at the
docks|rail crews]. Celebrate: [a thank-you from the furnace people at {any_company}|no claim this week].
-- them 1h
[Good, thanks.|Perfect, that will do.|Thanks. Nice on the last one.]

== ships board
for: ships
season: sailing
subject: Vessel board [week {week}|{month}]
-- them
[Board for the week:|This week:]

* {vessel}, {load}, [loading|due] {d1.day}
* Copper Reach, Two Harbors, [{d2.day}|{d3.day}]
* one open slot [next week|at Silver Bay]

[Nothing burning.|Weather looks fair.]
-- us 2h
[Thanks, Dave.|Looks calm, thank you.] [I would keep the open slot for {any_company}.|The open slot can go to the
spot market.]
-- them 1h
[OK.|Done.|Noted.]

== rail board
for: ships
subject: Trains [this week|week {week}]
let: n=5..13
-- them
{n} trains this week, {railroad2} has [two crews short|full crews]. [{any_company} gets theirs {d2.day}.|All on
plan.]
-- us 1h
[Thanks.|Good.|Good, I told them.]

== lab notes
for: ourlab
subject: [Lab notes|Week in the lab]
let: a=2..3 b=1..9
-- them
[Week in short:|From the lab:] moisture {a}.{b}, [compression steady|tumble steady], one re-run for {any_company}.
[New oven is a joy.|XRF drifted on Tuesday, recalibrated.]
-- us 3h
[Thank you, clear as ever.|Thanks, Priya.]

== lab question
for: ourlab
subject: [Quick question on {product2}|Spec for {any_company}]
-- us
[What is the upper limit for silica we can hold on {product2} over the winter?|If {any_company} asks for less than
4.2 silica: can we hold it?]
-- them 5h
[4.4 all day, 4.2 if we slow the mill.|4.2 costs us about 3 % throughput, 4.0 I would not sign.|4.3 with the new
grind, lower only by the week.|At 4.2 line 1 loses an hour a shift.]
-- us 1h
[That is the answer I needed.|Thanks, I stay at 4.4.]

== receivables
for: ledger
subject: [Receivables|Open items] {month}
-- them
[The list for {month} is attached.|Month-end list enclosed.] [Nothing beyond 45 days.|One at 41 days, the rest
current.]
-- us 1d
[Thank you, Linda. That looks healthy.|Thanks, nothing to chase then.]

== travel
for: sales
subject: [Travel {next_month}|Trip report]
let: n=2..4
-- us
[Trip report:|Back from the road:] {n} plants in {n} days. {any_company} [is busy and content|asked good questions],
[the yards are full|stocks are lower than they say].
-- them 1d
[Good trip.|Thanks for writing it down.|Useful. I passed on the part about stocks.]

== expense
for: ledger
subject: Expense report
-- them
[Your report for {last_month} lacks the receipt for the rental car.|A receipt is missing, the hotel on the 14th.]
-- us 1d attach sheet
[Found it in the other coat. Attached.|Attached, sorry.]
-- them 3h
Thank you. [Paid with the next run.|]

== coaching
for: sales
subject: [About {any_company}|One thought on {any_company}]
-- them
[Thinking about {any_company}:|One thought on {any_company}:] we talk to the same [two|three] people there. [Who
runs the yard?|Whom do they listen to?]
-- us 1d
[Fair point.|You are right.] [I have met the yard people twice now and like them.|I asked to walk the yard on the
next visit for that reason.]
-- them 3h
[Good.|That is the way.]

== safety moment
for: sales ships ourlab
subject: [Safety moment|Monday safety note]
-- them
[Two slips on the dock stairs this month.|A forklift and a visitor met last week, no harm done.|Somebody parked
across the hydrant again.|Ninety days without a lost-time case.] [Salt is in the blue boxes, use it.|Vests on,
phones away.|Look twice, then once more.|Say something when you see something.]
-- us 1d
[Read and passed on.|Thanks, good reminder.]

== mine outage
for: ships
subject: [Line 2 down|Concentrator]
let: n=2..5
-- them
Line 2 is down for {n} days, [a gearbox|liner change came early]. [Dock stock covers it.|We have nine days on the
dock, so nobody feels it.]
-- us 1h
[Good that the dock is full.|OK. I say nothing to customers then, since nobody feels it.|Then the customers can
sleep.|Fine, the dock carries it.]
-- them 3d
Line 2 runs again[, a day early|].

== claim sharing
for: ourlab ships
subject: [What we learned|Lesson from the claim]
-- us
[For the file:|So that we all know:] the claim at {any_company} came from [a torn screen|open hatches] and was
[found in three days|settled in a week]. [The check is on the round now.|]
-- them 1d
[Good write-up.|Added to the round sheet.|Thanks. I put it on the board.]

== price committee
for: sales
subject: Price committee
let: meet=+3
event: meeting meet 9:00 45 Price committee
-- them
[Price committee on {meet.day}, nine o'clock.|Nine o'clock {meet.day}, price committee.] [Bring the two cases you
want to fight for.|One page a case.]
-- us 2h
[One case: full boats at a lower price, page attached.|Two cases, one page each.]
-- them @meet
[You got what you wanted, with the volume clause.|Approved with the counterpart you proposed.] [Well argued.|]
-- us 1h
[Thank you.|Thank you, that will be remembered out there.]

== birthday cake
for: sales ships ourlab ledger
subject: [Cake|Cake in the kitchen]
-- them
[There is cake in the kitchen.|Somebody brought bars, kitchen, now.|Rhubarb cake by the coffee machine.|Linda's
lemon bars are back.] [First come.|Leave some for night shift.|Forks are rationed.|]
-- us 30m
[On my way.|Best mail of the week.|Saving me a corner piece counts as teamwork.|Too late, I am in Toledo.]
""")
