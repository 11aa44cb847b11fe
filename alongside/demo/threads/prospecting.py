"""First conversations with companies that have bought nothing yet: sparse, polite, mostly quiet."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== after the conference
for: prospect
levels: prospect
subject: [Good to meet you in Cleveland|After the Cleveland conference|Our talk at the conference]
-- us
[It was good to talk at the iron conference.|I enjoyed our talk between the sessions.] You mentioned [waiting time
at your dock|silica in what you buy now]; here is [the short paper I spoke of|the page I promised there].
-- them 3d
[f:Thank you. We have read it with interest.|t:Got it. Useful.|w:Thanks for remembering! It made the rounds here.]
[We are covered this year.|Nothing to decide now.]
-- us 1d
[That is fine.|Understood.] [I just like good questions.|No hurry on our side.]

== winter question
for: prospect
levels: prospect
season: autumn
subject: [Winter stocks|A question about your winters]
-- us
[A question out of curiosity:|May I ask:] how do you get through the weeks of lay-up at {plant}? [I am collecting
what works.|Everybody on the lakes does it differently.]
-- them 4d
[Twenty-six days on the ground and prayer.|f:We hold about three weeks and use rail after that.|t:Rail, mostly.
Costs a fortune.|w:Honestly? Badly. We ran out two years ago.]
-- us 2d
[Thank you, that is candid.|Interesting, thanks.] The plants that sleep well [start the pile in September|blend two
sizes]. [I wrote half a page on it, attached.|]
-- them 5d
[Interesting reading.|f:Thank you for the information.|<thanks>]

== visit to a prospect
for: prospect
levels: prospect
subject: [Coming through {city}|A visit]
let: meet=+12..18
event: visit meet 10:30 60 First visit to {company}
-- us
I am in {city} on {meet}. [Would you show me the yard?|May I come by and learn how you do it?] [No slides, I
promise.|Half an hour is plenty.]
-- them 3d
[f:You may come at half past ten.|t:10:30. Half an hour.|w:Sure, half past ten, I have coffee.]
-- us 1d
[Ten thirty, thank you.|Thank you, see you there.]
-- us @meet+1
Thank you for [the half hour|showing me around]. [The blending bed is the neatest I have seen.|I had never seen that
reclaimer at work.]
-- them 4d
[Glad you came by.|f:Thank you for your interest.|t:Fine.]

== declined politely
for: prospect
levels: prospect
subject: [Pellets for {plant}|Introducing ourselves]
-- us
[We supply pellets and lump to plants around you|We are the pellet people in Duluth]. [What would have to happen for
us to be worth a conversation?|What do you wish your present supply did better?]
-- them 6d
[Our contract with {rival} runs to the end of next year.|f:We are under contract with {rival} and satisfied.|t:Tied
to {rival}. Ask again next year.] [Dock dust is the one thing.|]
-- us 2d
[Thank you for being open.|That is clear, thank you.] [I leave you in peace until then.|]

== sample sent
for: prospect
levels: prospect
subject: Sample [bucket|of pellets]
let: due=+3
-- them
[f:Our laboratory would be interested in a sample.|t:Send a sample.|w:Could I have a bucket of your pellets for our
lab?] [Twenty pounds would do.|Ten kilos.]
-- us 1d
<sure> [A bucket leaves|Priya ships it] here by {due.day}.
-- us @due attach assay
[The bucket is on its way|It left today], and the assay is attached: Fe {fe}, silica {sio2}.
-- them 12d
[Nice and round.|f:Results are in line with your certificate.|t:Matches the paper.|w:Our chemist says they are
pretty.]
-- us 2d
[Thank you for testing it so soon.|Good to hear.]

== capability question
for: prospect
levels: prospect
subject: [General information|A few facts about you]
let: due=+2
-- them
[For our supplier file:|Management asks:] what tonnage do you [make|ship] a year, and from which docks? [General
information only.|Nothing concrete behind it.]
-- us 3h
[About 4.8 million tonnes a year, through Duluth and Two Harbors.|4.8 million, two docks, rail in winter.] [The rest
is on one page, attached.|]
-- them 5d
[Filed.|f:Thank you, noted.|<thanks>]

== news clipping
for: prospect
levels: prospect
subject: [Saw this|Your new ladle furnace]
-- us
[Saw the note on your new {thing}.|Read about the {thing} at {plant}.] Congratulations, [that must have been years
of work|not a small thing].
-- them 4d
[Years is right.|f:Thank you for your kind note.|t:Thanks. Long road.|w:Thank you, we are proud of it!]
""")
