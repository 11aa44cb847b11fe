"""Certificates, samples, laboratories: what is written about analyses."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== certificate wanted
for: quality lab buying
needs: order
subject: [Assay certificate|Certificate of analysis|Certificate] for {cargo}
let: due=+2
-- them
[f:Our laboratory has not yet received|t:No|w:I am still missing] the [assay certificate|certificate of analysis]
for cargo {cargo}. [We cannot release the pile without it.|Lab will not sign the lot off without paper.|f:Kindly
send it at your convenience.]
-- us 1h
<sorry> [Our lab|Priya] has the composite in the oven today. I will send it by {due.day}.
-- us @due attach assay
Attached is the assay certificate for {cargo}: Fe {fe}, silica {sio2}, moisture {moist}. [All inside your
window.|Nothing out of the ordinary.|Silica a touch lower than last time.]
-- them 3h
<thanks> [Lot is released.|Pile is released.]

== composite for the month
for: lab quality
needs: order
subject: Monthly composite {last_month}
-- priya cc us attach assay
{them}, attached is the composite for {last_month}. Fe {fe}, SiO2 {sio2}, [basicity as before|Blaine unchanged],
tumble 95.{cents}. [The one odd value is the sample of the 17th, which was wet.|It was an even month.]
-- them 1d
[Agrees with ours to the second decimal.|We are 0.1 higher on iron, as always.|Matches our book.] <thanks>

== labs disagree
for: lab quality
needs: order
subject: [Silica on {cargo}|Silica difference {cargo}|Our silica and yours]
let: a=15..38
-- them
We find silica 0.{a} [higher|above yours] on {cargo}. [Repeated twice.|Two chemists, same answer.] [t:Your numbers
hold?|f:Would you re-run the retained sample?|w: Could you run your retained sample again?]
-- us>priya 25m
Priya, {them} sees silica 0.{a} high on {cargo}. Can you pull the retained split and run it [fresh|again]?
-- priya 2d cc us attach assay
{them}, I ran the retained split again by [fusion|XRF and wet]: [0.05 above our first value, so part of the gap is
ours|same as before within 0.03]. Results attached. [My proposal is a third split|I would say a third split goes] to
the umpire in [Cleveland|Duluth], cost to whoever is further off.
-- them 1d
[Umpire, agreed.|Agreed. Split goes out today.|Fair. We ship ours tonight.]
-- priya 9d cc us
[Umpire came back|The umpire has spoken|Umpire's value is in]: [between us, a little nearer to you|0.04 from
ours|nearly on yours]. [We adjust the certificate and carry the fee.|So nobody pays a penalty and I buy the fee.|Fee
is on us, as we said.] [The corrected value is in the system.|The new certificate is out.]
-- them 1d
<thanks> [Good process.|Good to settle it with facts.]

== sample retention
for: lab quality
subject: How long [do you keep|are] splits [kept|]
-- them
[Auditor asks:|Quick one:|For a form I fill in:|Our customer wants to know:] how long do you keep [retained
splits|the reference samples|your splits] of [each|a] cargo?
-- us 1d
[Twelve months, sealed, in the sample store at the plant.|A year for cargo composites, ninety days for shift
samples.|Cargoes a year, shifts three months.] [Priya can pull any of them within a day.|All bar-coded since
spring.|After that they go to the university.|]
-- them 2h
<thanks> [Exactly what he wanted to hear.|I wrote it in the form.]

== new method
for: lab quality
levels: partner preferred
subject: Change of [moisture method|test method]
let: d=+15..20
-- priya cc us
{them}, from {d.short} our lab dries moisture samples [at 105 degrees for four hours instead of two|in the new
oven]. Expect readings about 0.1 [higher|up], [the ore is the same|nothing else changes]. I ran sixty pairs and [can
share them|the table is yours if you want it].
-- them 1d
[t:Send the table.|t:Table please.|f:We should like to see the table.|f:The table would be of interest.|w:Yes
please, I would love to see the pairs.|w:Pairs! Yes please.|w:Oh, do share, I like a good scatter.]
-- priya 3h cc us attach sheet
[Here are the sixty pairs.|The sixty pairs are attached.|All sixty, attached.] [Slope 1.01, nothing to see.|The
scatter is all at the wet end.|Pair 41 is my own clumsiness.|No bias to speak of.]
-- them 1d
<thanks>

== sieve
for: lab operations quality
needs: order
subject: Sieve [set|analysis] on {cargo}
-- them
[Which sieve set|What opening] do you use for the [minus|undersize] on the certificate, round hole or square? [Our
numbers never match.|We changed ours last month.]
-- us 3h
[Square, 6.3 mm, ISO.|Square holes, quarter inch.|Ours is square, ISO 6.3.] [If yours are round hole you will read
about half a point more.|Priya says round holes read high by 0.4.]
-- them 1d
[Round hole here.|That explains it.] <all_set>

== who gets the certificates
for: lab quality buying
subject: [Certificate distribution|Who gets the certificates]
-- them
[f:Please add our stockhouse to|t:Add stockhouse to|w:Could you add our stockhouse to] the [list|mail list|round]
for certificates[: stockhouse desk, same domain|; the night shift never sees them|, they ask me every time].
-- us 2h
[Added.|Done, they are on it from the next cargo.|The stockhouse is on the list now.|They get the next one.] [Shout
if the first one does not show.|Night shift included.|]
-- them 7d
[First one arrived there, perfect.|Stockhouse says it works.] Thanks.

== harder pellets
for: quality operations lab
needs: order
levels: partner preferred
subject: Compression strength
let: n=205..238
-- priya cc us
{them}, a [note ahead|heads up] before you see it on paper: compression on the last [three shifts|week] sits at {n}
kg, down from 240. [Furnace two had a burner out.|We changed a burner row.] It is inside your limit, and [rising
again|the burner is back in].
-- them 1d
[Appreciate the warning.|Glad to hear it from you first.|Better now than at the furnace.|That is why I like your
lab.] [t:We watch tumble.|f:We shall observe the tumble index.|w:Our own tumble drum is watching as well.]
-- priya 4d cc us
Compression is back [above 240|where it belongs], [four shifts in a row|since Tuesday].
-- them 1d
<thanks>

== training the new chemist
for: lab
subject: [New chemist|Training day]
let: meet=+9..14
event: visit meet 9:30 300 Lab day with {them}
-- them
[We have a new chemist.|I finally got a second chemist.] [Could she|Would it be all right if he] spend a day in your
lab to see the [fusion line|sampling tower]?
-- us 3h
<sure> {meet} [suits Priya|would suit], nine thirty at the plant gate. [Boots and glasses are here.|We have boots in
every size but 9.]
-- them 1d
<yes> [We are looking forward to it.|Marked down.]
-- them @meet+1
[What a good day.|That was worth the drive.] Thank Priya [from both of us|for her patience]. [The sampling tower was
the highlight.|]
""")
