"""Cars, switching, weights on rail: what is written about trains."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== cars bunched
for: rail yard
subject: [Cars bunching|Too many cars|Bunched cars] at {city}
let: n=22..58 per=10..16
-- them
[We have|There are] {n} cars [sitting|standing] in the [receiving|hold] yard and can unload {per} a shift. [t:Who is
sending these?|f:Would you kindly look into the spacing?|w:Can you slow them down a bit, please?] [{railroad} wants
storage after Friday.|The railroad is already talking storage.]
-- us>dave 20m
Dave, {n} loads bunched at {company}. [What happened to the spacing?|Did {railroad} hold and release them together?]
-- dave>us 2h
[Two trains got combined at the junction.|Two trains were held for a bridge and came as one.|A crew ran out of hours
and the railroad put two trains together.] I stopped the next block at the mine until [they are level again|the yard
there has dug out], and the railroad takes the storage since it was their bridge.
-- us>them 30m
[We stopped|Dave stopped] the next block at the mine, so nothing new arrives until you are [dug out|level].
[{railroad} combined two trains at the junction and eats the storage|The storage is the railroad's, in writing].
-- them 3h
<thanks> [Down to a dozen by tonight.|We catch up by the weekend.|That gives us air.]

== empties
for: rail yard
subject: Empties [at|stuck at] {city}
let: n=12..40
-- us
{n} of our empties have been at your plant more than [four|five|six] days[, and the mine is short of cars|; the mine
loads short because of it]. [<please> release them today?|Can they be released today?]
-- them 3h
[Switch crew was off.|Locomotive was in the shop.|My fault, the release never got keyed in.] [All released
<soon>.|Released, the local takes them tonight.]
-- us 1d
[They showed up in the trace overnight.|All {n} moving.] Thank you.

== weight tickets
for: rail yard money
needs: order
subject: Car weights [on|for] {order}
let: car=3..9 diff=2..7
-- them
[Car {car}4417|Car MBOX {car}4417] on {order} shows {diff} t over the [track scale|stenciled capacity]. [t:Typo or
real?|f:Kindly confirm the true weight.|w:Is that real or a typing slip?]
-- us 1d
[Typo.|A slip of our clerk:|Real, I am afraid, but the railroad accepted it:] [the gross was keyed as the net|two
digits changed places|the loader topped it up by hand]. Corrected ticket is [attached|with this mail].
-- them 2h
<thanks> <all_set>

== car supply
for: rail buying
subject: Car supply [in {next_month}|next month]
let: n=60..140/10
-- them
[I hear|Word is|The railroad says] {railroad} is short of [power|crews|hoppers] in {next_month}. [Does that touch
our {product}?|Will we get our full set?|Should we worry?]
-- us 1d
[We hold|We have] {n} cars in captive service for your lane, so [you are safe|the cars are not the problem]. Crews
are. [I asked them for a written plan.| Our rail people meet them this week.]
-- us 3d
[Follow-up on the cars:|As to the cars:] {railroad} has assigned two extra crews to our pool, so your {next_month}
volume moves as planned.
-- them 3h
<thanks> [Good to have that settled.|Takes a worry off the list.]

== schedule from them
for: rail logistics
subject: [Rail windows|Unloading windows] for {next_month}
let: due=+2..3
-- us
[To plan the loadings I need|Dave needs] your unloading windows for {next_month}. [When can we have them?|Could you
send them over?]
-- them 2h
[Track two is being relaid, so it changes.|Working on it with the yard.] [I will send them by {due.day}.|You will
have them by {due.day}.]
-- them @due attach schedule
[As promised:|Here you go.|Here they are:] attached is the schedule for {next_month}. [No unloading on the second
weekend.|Nights only in the third week.|Nothing unusual.]
-- us 3h
[Got it, thank you.|Thank you, Dave has it.|Perfect, loaded into the plan.]

== leaking gates
for: rail yard safety
subject: Leaking hopper gates
let: n=2..5
-- them
{n} cars in the last set [leaked|dribbled] {product} [all along the lead track|at the crossing]. [County was on the
phone.|The railroad complained.] [t:Get the gates looked at.|f:We request that the gates be inspected.|w:Could
someone look at the gates?]
-- us 3h
<sorry> The {n} car numbers are flagged and go to the shop at [Proctor|Keenan] before the next trip. [Our mechanic
checks every gate in that series.|]
-- us 5d
[To close the loop on the gates:|About the gates:] all {n} cars were [repaired|fitted with new seals], and the
mechanic found two more of the series, repaired as well.
-- them 4h
<thanks> [t:Last set was dry.|The last set came clean.]

== new switch hours
for: rail yard
subject: New switching hours
-- them
From the first of {next_month} our [local|switch crew] works [nights only|five days instead of six]. [Just so you
can plan.|f:Please take this into account in your planning.|t:FYI.] No change to the monthly total.
-- us 3h
[Good to know ahead of time.|Thank you for the warning.] Dave has moved the arrivals to [suit|the new hours], [first
block on the second|no change in tonnage].
-- them 1d
<ack>
""")
