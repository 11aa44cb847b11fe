"""Requests that look alike: a repeat in other words is among the first three, and what is about something else is not taken for it."""

from alongside.judgement.alike import ALIKE_FROM, SHOWN_FROM, alike, is_alike

SAID_AGAIN = [
    ("Please extend our payment terms from 45 to 90 days", "Can we go to 90 days net from the next cargo?"),
    ("We need 60 days credit, our treasury has changed its policy", "Would longer payment terms be possible for us?"),
    ("Your truck was four hours late again on Monday", "Why are the deliveries always behind schedule?"),
    ("The shipment arrived two days overdue", "Third late delivery this quarter, what is going on?"),
    ("Could you send the assay certificate with the cargo?", "We are missing the analysis report for the last vessel"),
    ("The certificates come a week after the goods", "Can test results be sent with the shipment papers?"),
    ("The last cargo had far too much moisture", "The pellets were wet again"),
    ("Moisture was above the limit in cargo 17", "Again humid material, it sticks in the chutes"),
    ("There is too much dust in the pellets", "Fines were 8 percent in the last load, the filters clog"),
    ("Where does this demurrage invoice come from?", "Nobody told us the berth was taken, who pays the demurrage?"),
    ("The invoice has the wrong purchase order number", "Billing again without our PO on it"),
    ("Please put the order number on your invoices", "Your bill was rejected by accounting, our PO is missing"),
    ("Two crates came broken", "Part of the goods arrived damaged once more"),
    ("The pallets are not wrapped and fall apart", "Can the packaging be made so that boxes do not fall off?"),
    ("The labels on the bags cannot be read", "Labelling of cartons is illegible, please change it"),
    ("Could we get a price for the whole year?", "We would like fixed rates until December"),
    ("Your price is eight percent above the market", "We have cheaper offers, what can you do on cost?"),
    ("Is a discount possible from 500 units?", "What rebate do we get when we take larger quantities?"),
    ("Can you keep a safety stock for us nearby?", "We would like you to hold some inventory in a warehouse here"),
    ("Would you place stock on consignment at our site?", "Could consignment storage be set up in our yard?"),
    (
        "Please train our operators on the new line",
        "We need a course for the night shift, they do not know the machine",
    ),
    ("When can your technician instruct our people?", "Could somebody give the operators a training next month?"),
    ("We need it faster, can you expedite?", "This is urgent, is a rush shipment possible?"),
    ("Nobody answers my mails at your office", "I never reach my account manager, who is our contact?"),
    ("Can we have one contact person for all plants?", "Who is responsible for us? We want one representative"),
    ("The thickness is out of tolerance", "Gauge of the coils is not to specification"),
    ("Please tighten the diameter tolerance", "The dimensions vary too much for our press, can the spec be narrower?"),
    ("Send us samples of the new grade", "Could we get a trial of the new grade before we decide?"),
    ("We want a sample before the order", "Two test pieces first please, then we order"),
    ("Will you replace the faulty valves?", "We return the defective valves and want an exchange"),
    ("We claim compensation under the warranty", "Does the guarantee cover the pump that failed?"),
    ("Your portal does not let us in", "The login to the ordering system fails again"),
    ("Can orders be sent by EDI instead of mail?", "We would like an interface from our system to yours"),
    ("When will you visit the plant?", "Please come for a site tour in spring"),
    ("Our auditors want to inspect your works", "We plan an audit of your plant in May"),
    ("Lower the minimum order quantity please", "The minimum amount is too high for our small site"),
    ("We cannot give you volumes a year ahead", "Forecast of tonnage is hard for us, must we commit?"),
    (
        "Can the truck come before six in the morning?",
        "Delivery before our shift starts would help, trucks block the gate",
    ),
    ("The driver does not wear safety shoes", "Once more a driver without safety gear on our yard"),
    ("Your data sheet is outdated", "We need current safety data sheets for all products"),
    ("Please ship by rail in future", "We would prefer wagons to lorries"),
    ("Can you bring the hose in 20 m rolls?", "The rolls of hose are too short for us"),
    ("Your night watchman would not let our driver in", "Our haulier was turned away at your gate at 5 am"),
    ("We need the drawings as DXF files", "Send the drawings in another file format please"),
    ("The paint peels off after a winter", "Coating does not hold, it flakes after frost"),
    ("The pump is too loud", "Noise of the pump is above 80 dB"),
    ("Could you take back the empty drums?", "What do we do with the empties? Please collect the drums"),
    ("We want invoices by mail instead of paper", "Please send the bills electronically"),
    ("The bearings run hot", "Temperature at the bearing climbs to 90 degrees"),
    ("Please answer quality complaints within two days", "We wait weeks for a reply to our claims"),
    ("Give us a rebate on spare parts", "Spares are far too expensive"),
    ("We need a second source approved", "Is there another mill that can make it in an emergency?"),
    ("The crane could not lift the coil, it is too heavy", "Coil weight must stay below 12 tonnes"),
    ("Can your fitter come on Saturday?", "We need a service technician at the weekend"),
    ("The lead time of six weeks is too long", "Can you deliver within three weeks instead of six?"),
    ("Please mark the heat number on each plate", "Heat numbers are missing on the plates"),
    ("The contract ends in June, will you renew it?", "Let us talk about extending the frame agreement"),
    ("We ask for a price adjustment, energy got cheaper", "Since gas came down the surcharge should go"),
    ("The sacks tear when we lift them", "Torn bags again, the material is all over the floor"),
    ("Your confirmation shows the wrong quantity", "Order confirmation says 40 instead of 400"),
    ("We would like a list of recyclable materials", "Which of your materials can be recycled?"),
    ("Is there a version without silicone?", "We must not use silicone any more, is there an alternative?"),
    ("Our lab measures another carbon content than yours", "Carbon differs between your analysis and ours"),
    ("The manual is only in English", "Could we have the instructions in Polish?"),
]
"""A request, and the same one in other words, half of them without a single word in common that is not of every day."""


def test_a_repeat_in_other_words_is_among_the_first_three_nine_times_in_ten() -> None:
    earlier = [first for first, _ in SAID_AGAIN]
    seen = sum(_is_among_first_three(n, again, earlier) for n, (_, again) in enumerate(SAID_AGAIN))
    assert seen / len(SAID_AGAIN) >= 0.9, f"{seen} of {len(SAID_AGAIN)}"


def _is_among_first_three(place: int, again: str, earlier: list[str]) -> bool:
    return place in [each.index for each in alike(again, earlier, at_least=SHOWN_FROM)[:3]]


def test_what_is_about_something_else_is_seldom_taken_for_it() -> None:
    firsts = [first for first, _ in SAID_AGAIN]
    strangers = [(one, other) for one in firsts[::4] for other in firsts[1::4]]
    taken = sum(is_alike(one, other) for one, other in strangers)
    assert taken / len(strangers) <= 0.1, f"{taken} of {len(strangers)}"


def test_the_same_words_are_wholly_alike_and_nothing_is_like_nothing() -> None:
    assert alike("late delivery", ["late delivery"])[0].likeness == 1.0
    assert alike("", ["late delivery"]) == [] and alike("late delivery", [""]) == []


def test_a_word_that_few_have_weighs_more_than_one_that_all_have() -> None:
    others = ["cargo with moisture", "cargo with demurrage", "cargo with labels"]
    assert alike("moisture of the cargo", others, at_least=0)[0].index == 0


def test_the_words_in_common_are_named() -> None:
    [found] = alike("the moisture of cargo 17", ["moisture in cargo 18"])
    assert "moistu" in found.shared and found.likeness >= ALIKE_FROM
