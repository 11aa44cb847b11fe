"""Orders that came without anybody being asked for a price."""

from alongside.demo.screenplay import scripts_in

DIRECT = scripts_in("""
== plain order
subject: [Order {order}|PO {order}|Purchase order {order}]
-- them attach order
[f:Please find attached our purchase order {order} for|t:PO {order} attached,|w:Here comes our order {order} for]
{tonnes} t of {product} at {price}[, as agreed|, as per the formula|]. [Delivery in {next_month}.|Usual terms,
delivery {next_month}.|Ship when the schedule allows.] [f:Kindly confirm.|t:Confirm.|w:A short confirmation would be
nice.]
-- us 2h cc dave
[Confirmed with thanks:|Thank you, confirmed:] {order}, {tonnes} t of {product}, {price} per tonne. [Dave is in copy
for the laydays.|Dave takes care of the transport.] The cargo number is {cargo}.
-- them 3h
<thanks>

== order by phone first
subject: As discussed: {tonnes} t [of|] {product}
-- us
[Following our call:|As we said on the phone:] I have put {tonnes} t of {product} aside for you at {price}, delivery
{next_month}. [Your order can follow whenever the system lets you.|]
-- them 1d attach order
[f:Enclosed is the corresponding order {order}.|t:Order {order} attached.|w:Here is the paper to go with it, order
{order}.] [Thanks for holding it.|]
-- us 2h cc dave
[Confirmed.|Got it, thank you.] [It runs as cargo {cargo}.|Cargo number {cargo}.]

== order under the plan
subject: {product} for {next_month}: {order}
-- them attach order
[As per plan|According to the plan], order {order} is attached: {tonnes} t {product}. [No surprises.|Nothing new in
it.|Same terms as the last one.]
-- us 1h
[A plan that holds, what a pleasure.|Thank you.] {order} is [confirmed|booked], cargo {cargo}, [price {price} by the
formula|{price}].
-- them 1d
[f:Noted with thanks.|OK.|<ack>]

== urgent order
subject: [Need {tonnes} t|Quick one: {tonnes} t {product}]
-- them
[We burned more than planned.|The furnace runs better than the plan.] We need {tonnes} t of {product} [on top|next].
[The paper is order {order}.|Purchasing made it order {order}.]
-- us 40m cc dave
[Entered and moving:|It is on its way:] order {order}, {tonnes} t, cargo {cargo}, [first cars tomorrow|first on the
list], {price} as always.
-- them 1d
[f:Thank you for the prompt help.|t:Cars are here. Good.|w:You are the best, cars are rolling in.]
""")

RECOMMENDED = scripts_in("""
== order on our word
subject: [Suggestion for {next_month}|Your {product} in {next_month}|Stock and {next_month}]
-- us
[Looking at your stock and the schedule:|By my arithmetic your pile gets thin in {next_month}.] [I would suggest to
take|My recommendation is] {tonnes} t of {product} now, [while there is a vessel free|before the dock fills up], at
{price}.
-- them 1d
[We looked at it and you are right.|Good point, we would have noticed too late.] [f:Please enter order
{order}.|t:Order {order} it is.|w:Let us do it, order {order} is on its way.]
-- us 2h cc dave
[Entered as {order}, cargo {cargo}.|Thank you, {order} is booked as cargo {cargo}.] Dave [sends the schedule|takes
it from here].
-- them 4h
<thanks>

== grade recommended
subject: [Another grade for {next_month}|What I would burn]
-- us
[After what the furnace told us last time|Having seen your slag figures], [I would recommend|we suggest] the
{product} with the lower silica for the next {tonnes} t: same price, {price}, less slag.
-- them 2d
[Our metallurgist agrees.|Talked to the furnace, they like it.] Order {order} [is attached|follows today].
-- us 1h
[Thank you for trusting the suggestion.|Thank you.] {order} is confirmed, cargo {cargo}.

== worked out together
subject: [The blend we worked out|Our blend: first order]
-- them
[The blend that Priya and our people worked out is approved.|Your blend and ours is approved here.] [f:We therefore
place order {order}|t:Order {order}|w:So here is order {order}] for {tonnes} t of {product}.
-- us 1h cc priya
[That is good news for both crews.|Lovely, the two teams earned it.] {order} is booked at {price}, cargo {cargo}.
-- them 3h
<ack>
""")
