"""Volumes ahead, outages, plans of the year."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== quarter ahead
for: forecast buying
levels: partner preferred
subject: [Volumes {next_quarter}|{next_quarter} forecast|Forecast {next_quarter}]
let: t=18..74 due=+3
-- us
[For the mine plan|Our planners close the book on Friday:] [what do you see|what should I put down] for
{next_quarter}? [Last quarter you took about {t},000 t.|A range is enough.]
-- them 4h
[Waiting for the sales meeting.|The order book is being redone.] [I will send the number by {due.day}.|You get it by
{due.day}.]
-- them @due attach forecast
[Here it is.|Forecast attached.|As promised, the forecast is attached.] {t},000 t, [plus or minus ten|a little
back-loaded]. [Automotive is soft, plate is strong.|One outage in it.]
-- us 1d
[Thank you, in the plan.|Thank you. The mine has it.|Good, that is what the planners hoped for.] [That is 4 % over
what we had set aside, and it is covered.|No squeeze on our side.]

== outage
for: forecast operations executive
subject: [Outage {next_month}|Reline|Planned stop in {next_month}]
let: n=9..24
-- them
[Between us for now:|Early warning:] we stop the furnace for {n} days in {next_month}. [Public next week.|Please
keep it to yourselves until we announce it.] [Wanted you to have it for the vessels.|So do not fill the yard.]
-- us 1h
[Thank you for the trust.|Appreciated, it stays with me and Dave.|That stays in this mailbox.] [We hold the
deliveries and spread them after the restart.|I have quietly moved one delivery to after the restart.|The deliveries
of those days are off the board, no reason given.]
-- them 1d
<ack>

== annual plan
for: forecast buying executive
season: planning
levels: partner preferred
subject: [Plan for {next_year}|{next_year} volumes]
let: t=90..310/5 meet=+8..12
event: call meet 14:00 60 {company}: plan for {next_year}
-- them
[Our budget for {next_year}|First cut of {next_year}] has {t},000 t of {product}, [flat on this year|two percent
up]. [Can we go through the months together?|f:May we discuss the monthly split?] {meet}, two o'clock?
-- us 2h
{meet.day} at two [is good|works]. I [bring|have] the vessel plan and Dave.
-- them 20m
[Invite accepted.|<ack>]
-- us @meet attach plan
[As agreed on the phone|After our call|As we said], attached is the plan [by month|month by month]. [November
carries the pile for the winter.|Two full boats a month from April.|June is light because of your stop.]
-- them 2d
[f:The plan is approved on our side.|t:Good. Signed off.|w:Everyone here signed off, great work.]

== order book soft
for: forecast buying executive
subject: [Soft order book|Slower {next_month}]
let: pct=6..15
-- them
[Our orders are soft.|Orders have slowed.] [We may take|Expect us to take] {pct} % less in {next_month}. [No
drama.|I wanted you to hear it early.]
-- us 3h
[Thank you for saying so.|Better early than late.] We [shift it into the following month|can carry it on our dock],
no charge[, as you did for us last spring|].
-- them 1d
[That helps.|f:We appreciate the flexibility.|t:Good of you.]

== order book strong
for: forecast buying operations
needs: order
subject: [Can you do more|More {product}|Extra tonnes]
let: t=1500..4800/100 due=+2
-- them
[We booked a large plate order|The rolling mill runs seven days now]. [f:Could you supply|t:Got|w:Could you find]
another {t} t of {product} [in {next_month}|before month-end]?
-- us 2h
[I think so.|Probably yes.] The mine has to [move a stockpile|open a second shift], so give me until {due.day} for a
firm word.
-- us @due
[Yes:|Good news:] {t} t extra, [with the next delivery|in two lots], same price. [The mine found a Saturday
crew.|Our plant manager owes me a favor, now you owe me one.]
-- them 1h
[t:Great.|f:Excellent. Thank you for the effort.|w:You saved our plate order, thank you!]

== stock review
for: forecast yard
levels: partner
subject: [Days of stock|Stock review]
let: a=12..24 b=24..34
-- us
[My arithmetic says|By our count] you have {a} days on the ground. With [the next delivery|what is under way] that
makes {b}. [Is that how you see it?|Do we agree?]
-- them 1d
[Within a day.|Yes.|We say {a} and a half.] [Nothing to change.|Leave the plan.]
-- us 2h
[Good.|Then we leave it.] Thanks for the quick look.
""")
