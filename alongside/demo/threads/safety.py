"""Safety, environment, insurance and other papers that must be in order."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== data sheet
for: safety lab yard
subject: [Safety data sheet|SDS] {product}
let: due=+1
-- them
[f:Our file contains an outdated safety data sheet for {product}.|t:Need the current SDS for {product}.|w:The
inspector wants a current SDS for {product}, ours is from 2017.] [Please send the latest.|<please> send it.]
-- us 2h
<sure> I will have Priya send it by tomorrow.
-- priya @due cc us attach sheet
Attached is the current safety data sheet for {product}, [revision 6|revised this spring]. [Section 8 has the new
dust limits.|]
-- them 3h
<thanks>

== safety audit
for: safety operations yard
subject: [Contractor safety audit|Safety questionnaire]
let: due=+5 n=28..64
-- them
[Corporate wants|Our insurer wants] the safety questionnaire from everyone whose people enter the dock, {n}
questions. [f:Kindly return it completed.|Sorry, not my idea.|t:By end of next week.]
-- us 1d
[Our safety man Arne fills these in like crosswords.|Sent to our safety office.] You will have it by {due.day} [next
week|the {due.short}].
-- us @due attach sheet
Attached is the completed questionnaire. [Two answers are n/a since we do not weld at your dock.|All {n} answered,
no gaps.]
-- them 2d
[Filed. You score green.|f:Received, complete and accepted.|<thanks>]

== visitors
for: safety visits yard
subject: [Gate passes|PPE for visitors]
-- us
[For our next visit:|Before we come:|A question for your safety desk:|Priya asks:] do the new rules [ask
for|require|mean] [metatarsal boots|flame-resistant jackets|respirators] in the yard [as well|too]?
-- them 1d
[Yes, since the first.|Only in the stockhouse.|Everywhere past the second gate.|From this month, yes.] [We lend them
at the gate.|t:Gate has them.|Bring your own if you want them clean.] [Video takes twelve minutes.|]
-- us 2h
[Good, we come in time for the film.|Thank you, boots are packed.]

== near miss
for: safety yard logistics operations
subject: Near miss at the dock
let: due=+3
-- them
[Your line handler|A deckhand of the {vessel}] [walked under the boom|stepped over the bight] on [Tuesday|the last
call]. [Nobody hurt.|No injury.] [t:Handle it.|f:We ask you to take this up with the owner.|w:Could you talk to the
owner, please?]
-- us 1h
[Thank you for writing it down.|Glad nobody was hurt.] I am talking to the owner and will report by {due.day}.
-- us @due
The captain held a safety stand-down with all hands and [the man was retrained|walked the dock with your foreman in
mind]. [A barrier line is painted now.|They painted a line that nobody crosses.]
-- them 1d
[That is the right answer.|Good follow-up.] <thanks>

== insurance certificate
for: safety money
subject: [Certificate of insurance|Insurance certificate]
-- them
Your certificate of insurance [runs out|expires] at the end of {month}. [f:Kindly provide the renewal.|Please send
the new one.|w:Could you send me the new one?]
-- us 1d attach sheet
[Here is the renewal,|Attached is the renewed certificate,] same limits. [Thanks for watching the date better than
we did.|Good for another year.|Our broker was asleep, you were not.|]
-- them 2h
<thanks>

== storm water
for: safety yard
levels: partner preferred
subject: Storm water [sample|permit]
-- them
[Our storm water permit|The state] now asks what leaches from the {ore} pile. [Do you have anything?|Is there a test
on file?]
-- priya 2d cc us attach sheet
{them}, attached is the leach test of last year: everything below the reporting limit except a trace of manganese.
[Happy to explain it to the state.|The lab is accredited, the state knows them.]
-- them 1d
[That is gold.|f:Most helpful.|t:State is happy.|w:The state took it without a word.]
""")
