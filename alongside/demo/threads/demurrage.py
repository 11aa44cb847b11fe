"""Waiting time of vessels and cars and who pays for it, where it was settled."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== waiting claim settled
for: logistics yard buying
season: sailing
needs: vessel order
subject: [Demurrage {vessel}|Waiting time {vessel}|Waiting time claim {cargo}]
let: h=6..19 a=2400..9800/100 due=+3
-- them
[f:We received a claim for|t:Got a bill for|w:A bill came for] {h} hours waiting time on the {vessel}, ${a}. [Our
berth was free.|Nobody waited here.] [t:What is this?|f:Kindly clarify.|w:What is that about?]
-- us 2h
[I do not know yet.|Let me look before I say anything.] I will get the port log and tell you by {due.day}. [Do not
pay until then.|Leave it unpaid until then.]
-- us>dave 20m
Dave, the owner bills {company} {h} hours on the {vessel}. Where did she wait?
-- dave>us 1d attach log
Log attached. She waited at [the Soo behind two salties|{load} for our own loader], not at {port}. It is
[ours|between us and the owner].
-- us>them @due attach log
[You were right.|Your berth was indeed free.] The {vessel} waited at [the Soo|{load}], the log is attached. The
claim is withdrawn and [goes to us|the owner bills us]. [We changed the notice so that the place of waiting stands
on every claim.|]
-- them 2h
<thanks> [That is how it should work.|Straight answer, appreciated.]

== car hire
for: rail yard money
subject: Car [detention|hire] {last_month}
let: n=14..61 due=+2
-- them
{railroad} bills us {n} car-days for {last_month}. [We count half.|I get {half}.] [Can you check from your
trace?|Could you compare it with your trace?]
-- us 3h
<sure> I will run the trace and have the count for you by {due.day}.
-- us @due attach log
Trace attached: {half} car-days are yours, the rest sat at [the junction|the interchange]. [I sent the same to
{railroad}.|{railroad} has it too and is correcting the bill.]
-- them 1d
<thanks> [They corrected it.|That saved us some money.]

== despatch earned
for: logistics yard
season: sailing
needs: vessel
subject: Despatch {vessel}
let: h=4..9 a=900..2600/100
-- us
[For a change a pleasant one:|Money for you:] you turned the {vessel} around {h} hours under the allowed time, so
[the owner|we] owe you ${a} despatch. [It comes with the next credit run.|Credit follows.]
-- them 3h
[f:A pleasant surprise, thank you.|t:First time ever. Thanks.|w:Ha! I am framing that.]
-- linda 5d cc us attach invoice
Please find enclosed the despatch credit over ${a}.
-- them 1d
[Received.|<thanks>]
""")
