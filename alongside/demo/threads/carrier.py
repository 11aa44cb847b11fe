"""The vessel owner, who is no customer: schedules and waiting time."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== slots
for: carrier
season: sailing
subject: [Slots for {next_month}|Tonnage {next_month}]
let: n=5..9
-- us cc dave
[We see|Looks like] {n} cargoes in {next_month}. [Which boats do you have open?|What can you give us?]
-- them 1d
[{vessel} twice, Copper Reach and one spot boat.|{vessel} for three, the rest on the small class.] [Fuel as
posted.|]
-- dave 2h cc us
Takes care of all but one. [Spot boat for the last.|We take the spot boat too.]
-- them 3h
Booked.

== repairs
for: carrier
subject: {vessel}: [bow thruster|boom conveyor]
let: n=2..4
-- them
[Bow thruster|Boom belt] on the {vessel} is out. {n} days at the yard in [Sturgeon Bay|Toledo]. [Substitute is the
Iron Compass.|No substitute, sorry.]
-- us 1h cc dave
[Thanks for the early word.|OK.] [Substitute accepted.|We reshuffle.]
-- them 4d
{vessel} is back in service.
-- us 3h
[Good news, thanks.|Thank you.]

== fleet party
for: carrier
season: layup
subject: [Fleet dinner|Lay-up dinner]
-- them
[Captains' dinner is on the second Friday.|Dinner for captains and shippers, second Friday, usual place.] [Your name
is on the list.|You sit with the mates.]
-- us 1d
[Count me in.|Gladly, thank you.]
""")
