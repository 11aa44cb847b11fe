"""What people write when there is no business in it: hockey, fishing, a garden, a daughter off to college."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== hockey night
for: hockey
season: hockey
subject: [Last night|That game|Overtime]
-- them
[Did you stay up for it?|Tell me you saw the third period.] [Two goals in the last minute.|Shorthanded, in
overtime.] [I am too old for this.|My voice is gone.]
-- us 2h
[I fell asleep at two-one and woke up to the score. Story of my life.|Saw all of it. Our goalie should be paid
double.] [The office here is split down the middle.|]
-- them 1d
[Serves you right.|We take it.|January is our turn.]

== hockey bet
for: hockey
season: hockey
subject: [The bet|Pierogi]
-- us
[A bet is a bet.|I pay my debts.] [The box of wild rice left here by parcel today.|Smoked whitefish is on its way to
you.] [Enjoy it, and not a word about the power play.|]
-- them 3d
[Arrived. Gone.|It lasted one shift.] [t:Rematch in spring.|w:Rematch in spring, I am baking on the losing side.]

== walleye
for: fishing
season: fishing
subject: [Walleye|Report from the lake|Big one]
let: n=22..29
-- them
[{n} inches.|Caught a {n} inch walleye on Sunday.] [On a plain jig, six feet of water, at dawn.|Nobody believes me,
so I tell people in other states.] [Back in the water it went.|Grandson netted it.]
-- us 3h
[{n}! I believe you, officially.|I have been at that lake for twenty years and never saw one.] [We got three perch
and a sunburn.|My boat is still on the trailer.]
-- them 1d
[There is always next weekend.|Come down in September, that is when they bite.|Perch is good eating.]

== ice fishing
for: fishing
season: cold
subject: [Ice house|Hard water]
-- us
[House is out on the ice|Got the ice house out] since Saturday, [fourteen inches|a foot and a half of good ice].
[Thought of you when the first crappie came up.|You would like the new heater.]
-- them 1d
[Fourteen inches, we have slush.|No ice here fit for a dog.] [Send pictures.|Eat one for me.]
-- us 5h attach photo
[Picture attached, do not zoom in on the size.|As ordered, a picture.]
-- them 1d
[Ha.|I have seen bigger bait.]

== college
for: college
subject: [Moving day|Dorm|Empty house]
-- them
[We drove our daughter to college this weekend.|Took Emily to her dorm on Saturday.] [Four hundred miles, three
trips with boxes.|Mechanical engineering, of all things.] [House is very quiet.|The dog looks for her.]
-- us 1d
[That is a big day.|Mechanical engineering, good for her.] [They come home with laundry sooner than you think.|The
quiet goes away, I am told, the laundry never does.]
-- them 1d
[Laundry. Already.|She called about a heat transfer class, so there is hope.]

== garden
for: gardening
season: summer
subject: [Tomatoes|Zucchini, again]
-- them
[We are drowning in tomatoes.|If you come by this month you leave with zucchini.] [I am told Duluth is too cold for
either.|You are warned.]
-- us 1d
[Duluth grows rhubarb and complaints.|I accept payment in tomatoes.] [My wife says yes to both.|]
-- them 5h
[Then a crate is set aside.|There is a crate with your name on it.|Rhubarb is underrated.]

== baking
for: baking
subject: [Rhubarb pie|That recipe|Krumkake]
-- us
[You asked how my mother made the krumkake.|Here is the rhubarb recipe you wanted:] [Three eggs, a cup of sugar,
half a cup of butter, and cardamom until somebody sneezes.|Equal weight rhubarb and strawberries, no water, a hot
oven.]
-- them 2d
[Made it on Sunday. Gone by Monday.|First try was charcoal, second was divine.] [My mother-in-law asked for the
recipe, which has never happened.|Thank you!]

== baseball
for: baseball
season: baseball
subject: [Ball game|Rain delay|Nine innings]
-- them
[Sat through two hours of rain for a one-nothing loss.|Took the crew to the ball game.] [Best hot dog of the year,
though.|The beer was colder than the bats.]
-- us 4h
[One-nothing is the cruelest score there is.|At least you saw baseball, we saw a tarp.]
-- them 1d
[Next year.|There is always next year.]

== sailing boat
for: sailing
season: summer
subject: [Out on the water|The boat]
-- them
[Boat is finally in.|We launched on Saturday.] [Varnish still sticky.|Two leaks, both on my side of the bunk.]
[Sailed past one of your ore boats and waved.|A thousand-footer makes one feel small.]
-- us 1d
[They wave back if you salute the flag, I am told.|From the bridge you look like a cork, says every captain I know.]
[Fair winds.|Mind the wake.]
-- them 1d
[Saluting from now on.|Corks float, that is the point.]

== running
for: running
subject: [Half marathon|Grandma's|Sore legs]
let: a=1..2 m=38..58
-- them
[Finished in {a}:{m}.|{a} hours {m}, and I can still use stairs.] [Your tip about the hill was right.|Started too
fast, as you said.]
-- us 3h
[Bravo!|That is a fine time.] [I could not do that on a bicycle.|Rest now, ore can wait.]
-- them 1d
[Already signed up for the next.|Resting is the hard part.]

== cooking
for: cooking
subject: [Wild rice|The market|Dinner]
-- them
[The wild rice you brought turned into a soup|We cooked your wild rice with mushrooms] and [the table fell
silent|there was nothing left]. [My compliments to the lake.|Merci!]
-- us 1d
[It is hand-harvested near my cousin's place, she will be delighted.|Next time I bring the maple syrup.]
-- them 1d
[Then we make pancakes.|You are always welcome at our table.]

== puzzles and matinees
for: sparetime
subject: [The concert|Symphony|That book]
-- us
[You mentioned the book about the lake captains.|I finally read the book you spoke of.] [Read it in two evenings.|My
copy is full of notes now.] [The chapter on the 1913 storm is extraordinary.|]
-- them 2d
[I am pleased that you enjoyed it.|The storm chapter is my favorite as well.] [My father sailed in the fifties, so
it is close to home.|The second volume is slower.]
-- us 1d
[What a thing, to have sailed in those years.|I can imagine how it reads with that behind you.]

== season's greetings
for: executive buying operations quality logistics lab money finance
season: advent
levels: partner preferred vendor
subject: [Holiday greetings|Happy holidays|A good year's end]
-- us
[Before everybody disappears:|The lift bridge has its lights on, so it is time:] thank you for [this year|a good
year together]. [You asked hard questions and we are better for it.|We learned a lot from your people.] [Happy
holidays to you and yours.|Have a restful holiday.]
-- them 1d
[f:Thank you, and the same to you and your colleagues.|t:Same to you and the crew.|w:And to you all up there, stay
warm!] [It was a good year.|See you in January.]

== congratulations on a milestone
for: executive buying operations quality logistics lab
levels: partner preferred vendor
subject: [Ten million tonnes|Saw you in the paper|Congratulations]
let: n=10..30
-- us
[I read in the trade paper|Saw in the local news] that {plant} [passed {n} years without a rebuild|had its best
safety year|poured its record month]. [Congratulations to the crew.|That takes a good team, congratulations.]
-- them 1d
[Kind of you to notice.|f:Thank you, I passed it on to the crew.|t:Crew did it. Thanks.|w:That means a lot, I pinned
it on the board!]
""")
