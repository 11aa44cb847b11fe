"""Stock on the ground, moving piles, dust and screens: what is written from the ore yard and the furnace."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== stock figures
for: yard forecast operations
subject: [Ground stock|Stock figures|Inventory] {month}
let: t=9..64 burn=240..980/10 due=+1
-- us
[For the month-end picture|To line up the next deliveries]: [what is on the ground|what do you carry] in {product},
and what is the [burn|daily use] at present?
-- them 1d
{t},{cents}00 t [on the ground|by survey], {burn} t a day. [Survey was by drone this time.|Give or take the corner
nobody can measure.|Includes the pile by the fence.]
-- us 2h
[Thanks, that puts your next delivery where we have it.|Thank you. Then the plan stays.|That fits our own arithmetic
within a day.|Good, so the next lot comes as planned.|Thanks. You are four days better off than I feared.]

== dust
for: yard safety operations
subject: Dust [from|at] the pile
let: due=+3
-- them
[We had a visit from the air people.|Neighbors called again.] [The {ore} pile|Your {ore} pile] [smokes|dusts] [when
the wind is west|on dry days]. [t:What do others do?|f:What measures do you see elsewhere?|w:What do your other
customers do about this?]
-- us 1d
[Three things work:|What we see work:] a crusting agent after every discharge, lower drop height at the stacker, and
wetting before the loader goes in. [Priya has the dosing sheet|We have a dosing sheet]; I will send it by {due.day}.
-- priya @due+2 attach sheet
{them}, attached is the dosing sheet for the crusting agent. Start with half a liter a square meter and [look after
two days|see how it holds in the rain].
-- them 4h
<thanks> [We try it on the north face first.|Crew sprays tomorrow.]

== screens
for: operations yard quality
needs: order
subject: Screen [undersize|fines] at the stockhouse
let: a=2..4 b=1..9
-- them
Stockhouse screens take out {a}.{b} % [undersize|minus quarter inch] on {cargo}. [It was less in spring.|A point
above normal.] [Handling or shipment?|t:Yours or ours?|f:We wonder where it arises.]
-- us 1d
[At loadout it was|Loadout sample showed] under 2 %. [So some of it is handling|Part of it is drop height]: the new
stacker at {port} drops further than the old one did. Priya could [walk it with you|look at it on her next trip].
-- them 1d
[Makes sense.|That fits, the change came with the stacker.|Should have seen that myself.] [We lower the boom.|I had
the boom lowered today.|Boom is down a yard as of now.]
-- us 6d
[Did the lower boom do anything for the screens?|How do the screens look with the boom down?|Any change at the
screens since the boom came down?|What do the screens say about the lower drop?]
-- them 1d
[Back to 2.|Down by a third.|Night and day.] <thanks>

== furnace rate
for: operations forecast
subject: [Furnace rate|Wind rate] {next_month}
let: pct=5..18
-- them
[Heads up:|Just so you know,] we [cut|take] wind by {pct} % from [the tenth|mid {next_month}] for [stove work|a
tuyere change|the caster repair], [about three weeks|18 days]. [So spread the deliveries.|Deliveries can ease off
accordingly.|No need to rush the next set.]
-- us 2h
[Thank you for saying so early.|Good to hear it now and not later.|That is the kind of notice one likes.] [I have
stretched the deliveries to fit|The deliveries are spread out accordingly|Dave has pulled the deliveries apart] and
[moved the last one into the following month|kept the total unchanged|left two days of air between them].
-- them 1d
<ack>

== pile mixed up
for: yard lab
needs: order
subject: Mixed pile
-- them
[Loader operator put|Somebody dumped] two buckets of [stone|lump] on the {ore} pile. [t:How bad is it if it goes
in?|f:Do you see a risk if it is charged?|w: Is that a problem for the furnace or just for my pride?]
-- us 3h
[Two buckets in that pile are nothing|At that ratio you will not find it in the analysis]. [Keep it out of the last
layer and forget it.|I would scrape the face and go on.] [Happens at our dock as well.|]
-- them 2h
<thanks> [Face scraped.|Scraped it. Operator buys the beer.]

== crane days
for: yard operations logistics
subject: Bridge crane [maintenance|outage]
let: a=+7..12
-- them
The ore bridge is down for [cables|inspection] {a.short} for [three|four] days. [No discharge then.|We cannot take
material then.]
-- us 2h
[Noted: nothing arrives between {a.short} and the weekend.|Blocked those days on our side.] [Thanks for the
notice.|]
-- them 6d
[Bridge is back a day early.|Crane passed inspection.] [Normal service.|You can plan as usual.]
-- us 2h
[Glad it went well.|Good, back to the normal rhythm.]
""")
