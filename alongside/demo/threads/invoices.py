"""Invoices, credits, remittances, tax forms: what the bookkeepers write."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== wrong number
for: money
needs: order
subject: Invoice for {order}: [PO number|reference missing]
let: due=+1
-- them
[f:The invoice for {order} lacks our purchase order number and cannot be processed.|w:I cannot book your invoice for
{order}, the PO line is blank.|t:Invoice for {order} has no PO number.] [<please> reissue it.|Please correct.]
-- us>linda 30m
Linda, [can you reissue|please reissue] the invoice for {order} with their PO number? [It is on the order form.|They
will not book it without.]
-- linda>us 3h attach invoice
Done. The corrected invoice is attached.
-- us>them 25m attach invoice
[<sorry>|] Attached is the corrected invoice with the number in the right place.
-- them 1d
[f:Thank you. It is booked for payment.|Booked.|<thanks>]

== short paid
for: money
needs: order
subject: Payment for {order}
let: a=210..960
-- linda cc us
Your payment for {order} came in ${a}.40 short of the invoice. [Is this a deduction we should know of?|Could you
tell me what it relates to?]
-- them 1d
[That is the thaw credit.|It is the moisture credit.] [Number CN-2{a}.|We took it from the credit note.] [Sorry, the
remittance did not say so.|]
-- linda 1d cc us
[Found and matched|Matched with the credit note], thank you. [Your account is clear.|Nothing is open on your
account.|The balance is nil.]

== statement
for: money
subject: [Statement of account|Month-end statement] {last_month}
-- them
[f:For our audit we need|Auditors want|w:Could you send me] a statement of account as of the end of {last_month}.
-- us>linda 20m
Linda, a statement for {company} as of the end of {last_month}, please.
-- linda>us 4h attach invoice
Here it is. Nothing overdue.
-- us>them 20m attach invoice
[Attached is the statement.|The statement is attached.|Here is the statement you wanted.] [Nothing overdue, which I
like to see.|All clean.|Every line is paid.]
-- them 1d
<thanks>

== tax form
for: money
season: newyear
subject: [W-9|Tax form] for {year}
-- them
[New year, new form:|f:For our vendor file we require] a current W-9 from you.
-- linda 1d cc us attach sheet
Please find the W-9 for {year} attached.
-- them 1d
[On file.|f:Received and filed.] Thank you.

== bank details
for: money
subject: Bank details [unchanged?|check]
-- them
[Before I release the next payment:|We got a letter about new bank details.] [t:Did you change banks?|f:Kindly
confirm that your bank details have not changed.|w:Did you really change banks?] [It smells odd.|Could be a fraud.]
-- us 15m
[We have not.|No change at all.|Same bank as for twenty years.] [Please do not pay to anything in that letter.|That
letter is not from us, please do not act on it.|Whoever wrote that, it was not us.] [Linda calls you on the number
you have on file.|Ring Linda on the old number if you like.]
-- linda 40m cc us
[As discussed on the phone just now|As I said on the line a minute ago|To confirm our call], our [details|bank
details] are unchanged and [end in 0417|the account still ends in 0417]. [Thank you for asking.|You did right to
ask.|Please keep the letter for the police.]
-- them 1h
[Glad we checked.|Letter went to our security people.]

== remittance
for: money
needs: order
subject: Remittance [advice|] {order}
-- them
[f:Please be advised that|FYI:] {value} for {order} [goes out with tomorrow's run|was wired today].
-- us 3h
[Thank you, Linda will be pleased.|Received with thanks.]

== credit note
for: money
needs: order
subject: Credit note on {order}
let: a=1100..8700/10 due=+3
-- them
The [moisture|weight] credit on {order} was agreed [last month|three weeks ago] at ${a}. [We have not seen the
paper.|No credit note so far.] [When does it come?|f:When may we expect it?]
-- us 2h
<sorry> Linda issues it now and you have it by {due.day}.
-- linda @due cc us attach invoice
Please find enclosed the credit note over ${a}.
-- them 1d
<thanks> <all_set>

== e-invoicing
for: money
subject: [Electronic invoices|Invoice portal]
-- them
From {next_month} we take invoices only through [the portal|our supplier portal]. [f:The manual is enclosed.|Not my
idea.] [Who should get the log-in?|Who on your side does it?]
-- us 3h cc linda
Linda Berg, [in copy|her address is linda.berg at our domain]. [She has done three portals this year and fears
none.|]
-- linda 1d cc us
The log-in works, I uploaded a test invoice.
-- them 1d
[Test came through.|f:The test was successful.] Thanks, Linda.
""")
