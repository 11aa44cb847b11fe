"""Requests for quotation, tenders and what came of them."""

from alongside.demo.screenplay import scripts_in

INVITED_WON = scripts_in("""
== invited and won
subject: [RFQ: {tonnes} t {product}|Request for quotation {product}|RFQ {next_month} {product}]
-- them attach rfq
[f:We invite you to quote for|t:RFQ attached:|w:Our request for quotation is attached:] {tonnes} t of {product},
delivered {city}. [f:Kindly submit your offer by {closing.date}.|t:Quotes due {closing.short}.| w:Please let us have
your quote by {closing.day}, {closing.short}.] [Three suppliers are asked.|You and two others are invited.]
-- us 3h
[Thank you for the invitation.|Thank you for asking us.] [You will have our quotation in time.|Our quote comes by
{closing.short}.]
-- us @offered attach quote
Please find attached our quotation for {tonnes} t of {product}: {price} per tonne, [valid for 30 days|firm for a
month]. [Certificates with every cargo, as you asked.|Transport is included.]
-- them 1d
[f:Received. We shall revert.|t:Got it.|w:Received, thank you, we are comparing.]
-- them @decided attach order
[f:We are pleased to award you the above quantity.|t:You have it.|w:Good news, you won it!] Order {order} for
{tonnes} t is attached.
-- us 2h cc dave
[Thank you for the confidence.|Thank you!] {order} is confirmed as cargo {cargo}. [Dave comes back on the schedule
separately.|]

== invited, a question, and won
subject: [Inquiry {product}|Invitation to quote, {product}]
-- them attach rfq
[Please quote|f:Would you please quote|t:Quote please:] {tonnes} t {product}, [shipment {next_month}|for
{next_month}], offers to me by {closing.short}.
-- us 2h
One question [before we calculate|first]: is the [moisture penalty|size limit] the same as [last time|in the old
contract]?
-- them 1d
[Same as last time.|Unchanged.|f:It is unchanged.]
-- us @offered attach quote
Our quote is attached: {price} per tonne for {tonnes} t. [Small print on page two, nothing new.|]
-- them @decided attach order
[Price was a hair off but your certificates decided it.|Close race. It is yours.|f:The decision was made in your
favor.] PO {order} attached.
-- us 1h cc dave
[Thank you, we will not let you regret it.|Very glad.] Cargo number is {cargo}.
""")

INVITED_LOST = scripts_in("""
== invited and lost
subject: [RFQ {product} {next_month}|Request for quotation: {product}]
-- them attach rfq
[f:You are invited to quote for|t:RFQ:|w:Here is our RFQ for] {tonnes} t of {product}, [closing
{closing.short}|offers by {closing.short}]. [Specification attached.|Spec as usual.]
-- us 4h
[Thank you, we are on it.|Thanks for the invitation.]
-- us @offered attach quote
Attached is our quotation, {price} per tonne for {tonnes} t of {product}. [Happy to explain the freight part.|]
-- them @decided
[f:We thank you for your offer but have placed the order elsewhere.|t:Went to {rival}, 90 cents.|w:I am sorry, this
one went to {rival}, it was close.]
-- us 2h
[Thank you for telling us.|A pity, and thank you for the quick word.|That stings, but thank you for the figure.] [We
look at our freight.|Next time we sharpen the pencil.|Karen has the figure and a long face.]
""")

OPEN_WON = scripts_in("""
== open bid won
subject: [RFQ|Bid] {product}, {tonnes} t
-- them attach rfq
[f:The attached request for quotation has gone to all registered suppliers.|t:RFQ to all. Attached.|w:This RFQ goes
to everybody on the market, good luck!] {tonnes} t of {product}, bids close {closing.short}.
-- us @offered attach quote
Our bid is attached: {price} per tonne, {tonnes} t of {product}.
-- them @decided attach order
[Lowest bid was yours.|f:Your bid was the most favorable.] Order {order} attached.
-- us 2h cc dave
Thank you. {order} is confirmed, cargo {cargo}.
""")

OPEN_LOST = scripts_in("""
== open bid lost
subject: [RFQ {product}|Open bid: {product}]
-- them attach rfq
[f:Please find attached our open request for quotation|t:RFQ attached, open to all|w:Attached is an open RFQ]:
{tonnes} t {product}, closing {closing.short}.
-- us @offered attach quote
Our bid for {tonnes} t of {product} is attached, {price} per tonne.
-- them @decided
[f:The award went to the lowest bidder, which was not you.|f:We have decided for another offer and thank you for
yours.|t:Lost by 1.10.|t:No. {rival} got it.|w:Not this time, I am afraid, {rival} was lower.|w:I have bad news, it
went to {rival}.]
-- us 1d
[Thank you for the information.|Understood, thank you.]
""")

TENDER_WON = scripts_in("""
== tender won
subject: Invitation to bid {bid}: road aggregate fines
-- them attach rfq
Tamarack County invites sealed bids under tender {bid} for {tonnes} t of taconite fines for road base. The public
notice and specification are attached. Bids are opened on {closing.date} at 10:00 a.m. Questions are answered in
writing to all bidders.
-- us 1d
Thank you for the notice. We have no questions and will bid through the county portal.
-- us @offered attach quote
Our sealed bid under {bid} was filed in the portal today; the receipt is attached.
-- them @decided attach order
The Board awarded tender {bid} to Mesaba Ore & Pellet at {price} per tonne. Purchase order {order} is attached. All
bidders have been notified.
-- us 3h
Thank you. We confirm {order}, {tonnes} t at {price}.
""")

TENDER_LOST = scripts_in("""
== tender lost
subject: Invitation to bid {bid}: taconite fines
-- them attach rfq
Tamarack County invites sealed bids under tender {bid} for {tonnes} t of fines. The public notice is attached.
Opening is on {closing.date} at 10:00 a.m.
-- us @offered attach quote
Our sealed bid under {bid} was filed today; receipt attached.
-- them @decided
Tender {bid} was awarded to another bidder. The tabulation of bids is on the county website.
-- us 1d
Thank you for the notice.
""")
