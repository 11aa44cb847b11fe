"""Plant visits, mine tours, reviews, lunches: people meeting one another."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== plant visit
for: visits operations yard quality
levels: partner preferred vendor
subject: [Visit to {plant}|Coming by {city}|Visit on {meet.short}]
let: meet=+8..13
event: visit meet 10:00 150 Visit to {plant}
-- us
[I am|We are] in [your part of the world|{city}] in the week of {meet.short} and would like to [walk the yard with
you|see the new stacker|look at the stockhouse]. [Would {meet} at ten suit you?|Is {meet}, ten o'clock, any good?]
-- them 1d
[f:{meet.day} at ten is convenient.|t:{meet.day} ten is fine. Hard hat.|w:{meet.day} at ten is lovely, I will have a
hard hat for you.] [Ask for me at gate 3.|Gate 2, steel toes.]
-- us 2h
[Perfect.|See you at the gate.|Good, I have the boots.] [I bring Priya.|Just me this time.|Dave comes along to see
the dock.|An hour and a half will do.]
-- us @meet+1
Thank you for [the time|the walk|the tour|your patience] yesterday. [The angle of the new stacker explained a lot.|I
understand your undersize question much better now.|Seeing the bins makes all the difference.]
-- them 1d
[Any time.|Good to have you here.|f:It was a pleasure to receive you.]

== mine tour
for: visits operations executive quality
levels: partner preferred
season: summer
subject: [Mine tour|Come and see the Range]
let: meet=+11..17
event: visit meet 9:00 300 Mine tour with {company}
-- us
You once said you had never [stood in a taconite pit|seen a grate kiln]. [How about {meet}?|{meet} would be a good
day, there is a blast at noon.] [Bring two of your people.| Bring whoever has earned a day out.]
-- them 1d
[w:Yes please!|t:OK. Three of us.|f:We accept with pleasure, three persons.] [Sizes 10, 11 and 9 for boots.|One of
them is afraid of heights, be gentle.]
-- us 3h
[Boots are lined up.|All arranged.|You are on the gate list.] Nine at the gate, [lunch at the plant|pasties for
lunch].
-- them @meet+1
[f:On behalf of the three of us, thank you.|t:Good day. Crew still talks of the blast.|w:What a day! The blast, the
kiln, the pasties.] [We see now why grate time matters.|It changes how one looks at a pellet.]
-- us 1d
[It was a joy to have you.|Our people enjoyed it as well.]

== quarterly review
for: visits executive buying
levels: partner preferred
subject: [Quarterly review {quarter}|Review {quarter}: agenda]
let: meet=+9..14
event: meeting meet 13:00 90 Quarterly review {company}
-- us
[Agenda for our review on {meet.short}:|For {meet} I suggest:]

* deliveries and quality of the quarter
* [open points from last time|demurrage and waiting time]
* [your outlook|your plans for next year]

[Anything you want to add?|What is missing?]
-- them 1d
[Please add the index clause.|Add dust.|t:Add rail.|w:Could we add the winter plan?] [Otherwise complete.|Otherwise
fine.]
-- us 2h
[Added.|It is on the list.]
-- us @meet+1 attach minutes
[Minutes attached.|Attached are the minutes of yesterday.] [Three points for us, one for you; ours are done except
the scale check, which is on Monday.|Short ones, we were good.]
-- them 2d
[f:The minutes are approved.|t:Minutes OK.|w:Minutes are spot on.]

== lunch
for: visits executive
levels: partner preferred vendor
subject: [Lunch?|Lunch on {meet.short}]
let: meet=+5..9
event: meeting meet 12:00 75 Lunch with {them}
-- us
[I pass through {city} on {meet}.|I am in {city} on {meet}.] [Lunch?|Do you have time for lunch? I am buying.|Free
for lunch, no agenda?]
-- them 4h
[t:Sure. Noon, the diner by the gate.|t:Noon. Usual place.|f:With pleasure. Noon at the club would suit.|f:Gladly,
at noon.|w:Love to. Noon, the fish place on the water?|w:Yes! Noon, and let us try the new place?]
-- us 1h
[Noon it is.|Perfect, noon.]
-- them @meet+1
[Good to catch up.|Nice to talk about something else than {product} for once.|Thanks for lunch, next one is mine.]

== sales manager comes along
for: visits executive finance
levels: partner preferred
subject: Karen [would like to meet you|joins me on {meet.short}]
let: meet=+9..14
event: meeting meet 11:00 60 {company} with Karen
-- us cc karen
Karen Ostrowski, our sales manager, [is with me in {city} on {meet}|travels with me on {meet}]. She [has heard so
much about you|likes to know the people we work for]. Would eleven o'clock be possible?
-- them 1d
[f:Eleven suits. I look forward to meeting Ms. Ostrowski.|f:Ms. Ostrowski is most welcome at eleven.|f:Eleven is
convenient, in my office.|t:Eleven OK.|t:Eleven. Gate 1.|w:Of course, eleven is good!|w:Lovely, bring her along at
eleven.]
-- karen 3h cc us
Thank you, {them}. [I look forward to it.|Looking forward to putting a face to the name.]
-- karen @meet+2 cc us
[Thank you for an open hour.|Thank you both for your time.|It was good to sit at your table.] [What you said about
waiting time stayed with me.|I took two pages of notes.|I have passed on what you said about invoices.|We talked
about it all the way home.]
-- them 2d
[The pleasure was ours.|f:Thank you for your visit.|t:Good meeting.]

== call moved
for: visits forecast executive
subject: [Our call on {a.day}|Moving our call]
let: a=+2 b=+4
event: call b 15:00 30 Call with {them}
-- them
[Something came up.|f:I have to attend a board matter.|Caster is down.] [Can we move {a.day}'s call to {b.day} at
three?|{b.day} at three instead of {a.day}?]
-- us 30m
{b.day} at three [is just as good|works].
-- them 20m
[Thanks for understanding.|<thanks>]

== notes of a call
for: visits forecast buying operations executive logistics
subject: [Notes from our call|Our call <soon>]
event: call start 9:00 25 Call with {them}
-- us
[So that nothing gets lost:|In short, what we said:]

* [the next delivery stays where it is|deliveries as planned]
* [you look at the bin levels with the furnace|the yard count is redone on your side]
* [we leave the blend alone until spring|no change of blend]

[Correct me where I am wrong.|Say so if I misheard.]
-- them 4h
[That is it.|f:Correct in all points.|t:Correct.|w:Spot on.]
""")
