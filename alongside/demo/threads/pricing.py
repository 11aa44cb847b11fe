"""Indexation, surcharges, terms: what is written about price, short of any inquiry."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== index month
for: pricing
needs: order
subject: [Index adjustment|Price adjustment] {quarter}
let: pct=0.4..3.9/0.1 up=up|down
-- us attach sheet
[The index for {quarter} is out.|The {quarter} index settled yesterday.] Under [the formula|our clause 7] the price
of {product} goes {up} by {pct} %. The reckoning is attached, [month by month|with the published values].
-- them 1d
[Checked, same result here.|We get the same to the cent.|f:Our own calculation agrees.] [t:Fine.|]

== index questioned
for: pricing
needs: order
subject: [Pellet premium in the formula|About the formula|Formula question]
let: a=28..55 due=+2
-- them
[Looking at the formula again:|Question on the formula:] why does the pellet premium enter with the month
[before|of] shipment, and not the average of the quarter? [It cost us|That cost us] {a} cents a tonne.
-- us 3h
[Fair question.|It goes back to 2019, when the quarter average came out too late to invoice.] I will work out both
ways for the last four quarters and send it by {due.day}.
-- us @due attach sheet
Here is the comparison for four quarters: [you lost twice and won twice, net nine cents in our favor|it evens out
within a dime|two quarters each way, seven cents between us]. [If you prefer the average, we can change it from
January.|We can switch at the new year if you like.]
-- them 2d
[With those numbers we leave it.|Not worth the lawyers. Leave it.|f:In view of this we shall keep the clause.]
<thanks>

== fuel surcharge
for: pricing money
subject: Fuel surcharge
let: a=18..64
-- them
[Vessel fuel surcharge|The fuel line on the invoice] went from $0.{a} to [nearly double|a good deal more].
[t:Why?|f:Kindly explain the basis.|w:What is behind that?]
-- us 1d
It follows the [Cleveland bunker posting|diesel posting of the month before loading], [passed through at cost|no
margin for us]. [The posting peaked in {last_month} and has fallen since|It falls again with the next invoice].
-- them 1d
[OK, I see it in the posting.|f:That is clear, thank you.|t:OK.|w:Clear, thanks for the patience.]

== early payment
for: pricing money finance
levels: partner preferred vendor
subject: [Early payment|Discount for prompt payment]
-- them
[f:Our treasury has funds and asks|t:Treasury asks|w:Our treasurer asks|My finance people ask] whether [you
give|there is|one can have] a discount for payment in [ten days|two weeks].
-- us 1d
[I asked inside:|Our side says:|Linda and Karen agree:] half a percent [for ten days|for early payment], on any
invoice over $250,000. [No contract change needed.|It can start with the next one.|Simply pay less and write the
reason on it.]
-- them 2d
[They like it.|Accepted.|f:We accept with effect from the next invoice.]
-- us 3h
[Linda has set it up.|It is in the system.]

== concession for volume
for: pricing buying
levels: preferred vendor
needs: order
subject: [Price for next half year|Price and volume]
let: pct=2..5 n=6..14
-- them
[I am under pressure|Management leans on me] to bring {pct} % home on {product}. [t:What can you do?|f:We should
welcome your proposal.|w:Help me out, what can be done?]
-- us 2d
[Straight answer:|Let me be open:] {pct} % as such, no. [But there is money in the logistics|There is something in
it for both of us, though]: if you commit to full boats instead of part cargoes, we save about $1.{cents} a tonne
and [you get all of it|we split it your way].
-- them 3d
[Full boats I can do from {next_month}.|The yard can take full boats.] [Then put the reduction in
writing.|t:Deal.|f:We agree on that basis.]
-- us 1d
[Confirmed:|In writing then:] $1.{cents} a tonne off for full cargoes, for {n} months. [Thank you for meeting us
halfway.|A good trade, I think.]
-- them 1d
<ack>

== currency of escalator
for: pricing finance
levels: partner preferred
subject: Escalator [clause|base year]
-- them
[Which base month does the labor escalator use?|What is the base year of the escalator?|Escalator: which index month
is the base?] [Our copy is smudged.|Legal has two versions.|Nobody here remembers.]
-- us 1d attach sheet
January {last_year}, [page 11, second paragraph|schedule C]. Attached is the signed page.
-- them 2h
<thanks>

== price confirmation
for: pricing buying
needs: order
subject: [Price on {order}|{order}: price]
-- them
[Please confirm|t:Confirm|w:Just checking:] {price} per tonne on {order}, [delivered|free on dock], [no change since
the last one|as the formula says].
-- us 2h
[Confirmed, {price}.|{price} is right.] [Same as the last order plus the index.|]
-- them 30m
<thanks>

== list price letter
for: pricing buying
season: planning
levels: vendor
subject: Prices for {next_year}
let: pct=2..4
-- us
[Before the formal letter goes out:|I would rather tell you than have a letter do it:] our list for {next_year}
rises by {pct} %, mostly [power and wages|lake freight]. [Your part cargoes keep this year's price through
March.|Orders placed before the new year keep the old price.]
-- them 2d
[Not nice but clear.|f:We take note.|t:Expected worse.|w:Thanks for the early word at least.]
""")
