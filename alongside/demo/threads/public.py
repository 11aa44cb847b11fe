"""The county: aggregate for roads, forms, prudence."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== delivery days
for: public
needs: order
subject: [Delivery to the county yard|Truck days]
let: a=+4..7
-- them
[f:Under {order} we require deliveries at the county yard from {a.short}.|t:Trucks from {a.short} please.] [Gate
opens at six thirty.|Twelve loads a day at most.]
-- us 3h
[From {a.short}, twelve loads a day, first truck at six forty.|Confirmed from {a.short}.] [Drivers know the scale.|]
-- them 1d
<ack>

== gradation
for: public
needs: order
subject: Gradation [test|report]
-- them
[The state asks for|f:The state requires] the gradation of the fines [under {order}|delivered], [class five|passing
number 200].
-- us 1d attach assay
Attached is the gradation report, [in class throughout|all sieves in class].
-- them 2d
[f:Thank you. It is placed on file.|t:Filed.]

== road season
for: public
subject: [Road program|Projects for the season]
-- us
[Is the road program public yet?|Is the list for the season out?] [I ask so that trucks are there when needed.|We
only want to plan trucks.]
-- them 3d
[f:It was published on the county website on Monday.|t:On the website since Monday.] [Eleven miles.|Fourteen miles,
two bridges.]
-- us 2h
[Found it, thank you.|Thank you, that is all I need.]

== weigh bridge
for: public
needs: order
subject: County scale
-- them
[f:The county scale is certified again as of this week.|t:Scale is certified again.] [Use ours, not yours, for
billing.|Tickets from our scale count again.]
-- us 2h
[Noted, your tickets count.|Understood.] [Linda has changed the setting.|]
-- them 1d
<ack>

== dust on the road
for: public
subject: [Spilled fines on County 4|Road sweeping]
-- them
[A resident reports|Sheriff called about] fines on County Road 4 [by the creek|at the rail crossing]. [f:Kindly have
it swept.|t:Sweep it please.]
-- us 30m
<sorry> [A sweeper is on the way.|Our hauler sweeps it this afternoon.]
-- us 5h
[Swept and washed.|It is swept.] [Tarps are checked at the gate from today.|The driver forgot his tarp; he will not
again.]
-- them 1d
<thanks>

== vendor file
for: public
subject: [Vendor registration|Annual vendor form]
-- them
[f:The annual vendor form is due for renewal.|t:Vendor form is due.] [f:Please return the enclosed form,
signed.|Please sign and return.]
-- us 2d attach sheet
Attached is the signed form. [No changes since last year.|Address and officers as before.]
-- them 2d
[f:Received. Your registration is valid for twelve months.|t:Got it.]
""")
