"""What did the user note about the customers? Facts, needs, suggestions and opportunities as data; days are counted back from as_of.

Rows are separated by line, fields by " | ". An empty person means the whole account.
"""

FACTS = """
national | joe | responsibilities | Decides on pellets and lump for both works | 228 | visit
national | joe | success_metric | Metallics cost per tonne of hot metal | 205 | visit
national | joe | pet_project | Fewer grades in the yard, from nine to five | 160 | call | yes
national | joe | hobby | Hockey, season tickets with his brother | 190 | mail | yes
national | joe | family | Daughter Emily left for college this year | 84 | mail | yes
national | ann | goal | One contract form for all ore suppliers | 118 | meeting
national | | products_and_markets | Sheet and tube for appliances and energy, two works | 221 | visit | yes
national | | goals_and_kpis | Coke rate and metallics cost, reported monthly to the chief executive | 205 | visit
national | | raw_materials | Pellets 70 %, sinter 20 %, lump 10 % of the burden | 176 | mail | yes
national | | stock_constraints | 40,000 t yard limit at Conneaut, none at the works | 62 | visit

calumet | maria | responsibilities | Blast furnace, ore yard and stockhouse | 150 | visit | yes
calumet | maria | hobby | Runs half marathons | 140 | mail | yes
calumet | maria | success_metric | Tonnes per day without a stop | 92 | meeting | yes
calumet | laura | goal | Working capital down by ten percent | 66 | meeting
calumet | | products_and_markets | Plate for wind towers and barges | 210 | visit | yes
calumet | | goals_and_kpis | Hot metal per day, dust complaints per month | 92 | meeting | yes
calumet | | raw_materials | Pellets only since the sinter plant closed | 210 | visit | yes
calumet | | stock_constraints | North half of the yard is being paved until spring | 44 | mail | yes
calumet | | transport | Vessel to Indiana Harbor, belt railway in winter | 130 | visit
calumet | | calendar | Outage every April, budget in September | 71 | meeting | yes

harbor | bill | responsibilities | The whole plant, reports to the owners in Chicago | 160 | visit | yes
harbor | bill | hobby | Walleye fishing, has a cabin on the lake | 155 | mail | yes
harbor | bill | pet_project | Second stove | 55 | meeting | yes
harbor | grace | success_metric | Never fewer than fourteen days of stock | 100 | call | yes
harbor | grace | hobby | A garden that feeds the street | 88 | mail | yes
harbor | ed | success_metric | Fuel rate | 21 | visit | yes
harbor | | products_and_markets | Merchant hot metal to two neighbors, slab to the coast | 120 | visit | yes
harbor | | goals_and_kpis | Fuel rate and days without a stop | 55 | meeting | yes
harbor | | raw_materials | Pellets 90 %, lump 10 %; burns 410 t a day | 1 | mail | yes
harbor | | stock_constraints | 14 days at least, yard takes 22,000 t | 100 | call | yes
harbor | | transport | Vessel to Burns Harbor until lay-up, then belt railway | 120 | visit | yes
harbor | | personnel | Ed Zielinski retires in two years, his deputy is being trained | 21 | visit | yes
harbor | | calendar | Outage in spring, plan for the next year in October | 55 | meeting | yes
harbor | | other_suppliers | Buys a tenth from Labrador Basin to keep a second source | 180 | meeting

erie | ellen | responsibilities | Both furnaces, raw materials and the dock | 70 | meeting | yes
erie | ellen | success_metric | A furnace that does not stop in February | 59 | mail | yes
erie | ellen | hobby | Sails out of Lorain | 200 | mail | yes
erie | feldman | goal | Less money in stock at year-end | 70 | meeting
erie | johns | hobby | Baseball, coaches a team | 170 | mail | yes
erie | | products_and_markets | Bar and tube rounds for automotive and oil country | 150 | visit | yes
erie | | goals_and_kpis | Furnace availability in winter, cash at year-end | 70 | meeting | yes
erie | | raw_materials | Pellets 85 %, lump 15 % | 150 | visit | yes
erie | | stock_constraints | Dock takes 60,000 t, shared with limestone | 95 | meeting | yes
erie | | transport | Vessel to Lorain, no rail unloading in frost | 95 | meeting | yes
erie | | personnel | Tina Kovacs runs the schedule alone, no deputy | 95 | meeting
erie | | calendar | Board meets quarterly, budget in September | 70 | meeting | yes

ashland | hank | hobby | Lake trout in Minnesota every June | 63 | supper | yes
ashland | hank | pet_project | A fourth generation in the business | 63 | supper | yes
ashland | cliff | success_metric | Pig iron tonnes per shift | 130 | visit
ashland | becky | goal | Three quotations for every material above 250,000 dollars | 91 | mail | yes
ashland | | products_and_markets | Merchant pig iron for foundries, ductile grades | 300 | visit | yes
ashland | | raw_materials | Pellets 95 %, low phosphorus only | 210 | visit | yes
ashland | | stock_constraints | Ten days under roof | 210 | visit | yes
ashland | | transport | Rail only, 14 cars a shift | 130 | visit | yes
ashland | | personnel | Purchasing changed hands this year | 91 | mail | yes
ashland | | calendar | Summer stop of two weeks in July | 130 | visit | yes

dri | marcus | goal | Second module, put off by a year | 124 | mail | yes
dri | renee | success_metric | Metallization above 94 percent | 48 | visit | yes
dri | renee | food | Cooks with wild rice | 110 | mail | yes
dri | | products_and_markets | Briquettes for electric furnaces in Ohio and Indiana | 48 | visit | yes
dri | | raw_materials | DR pellets, 67 % iron at least | 48 | visit | yes
dri | | stock_constraints | Two covered piles of 30,000 t | 48 | visit | yes
dri | | transport | Vessel to Toledo, rail in winter | 140 | call
dri | | other_suppliers | Half from Labrador Basin | 200 | meeting

keystone | dale | success_metric | Heats per day | 160 | visit
keystone | | products_and_markets | Bars for gears and bearings | 240 | visit
keystone | | raw_materials | Scrap, with lump ore as coolant | 240 | visit | yes
keystone | | transport | Rail, small lots | 120 | call

wabash | walt | hobby | Fishing on Sundays, with his grandson | 150 | mail | yes
wabash | | products_and_markets | Pump housings and counterweights | 260 | visit
wabash | | stock_constraints | One bay, 300 t | 260 | visit

cement | norm | hobby | Ice fishing | 200 | mail | yes
cement | | raw_materials | Fines as iron carrier for the raw mix, 1.8 % | 190 | visit | yes
cement | | calendar | Kiln stop in February | 190 | visit

tamarack | | calendar | Road program is published in March, season May to October | 240 | mail | yes

prairie | mikko | goal | Full load on the module by next summer | 190 | meeting | yes
prairie | | products_and_markets | Direct reduced iron for two mini-mills on the river | 190 | visit
prairie | | raw_materials | DR pellets by barge and rail | 190 | visit

huron | amy | responsibilities | Furnace and dock | 230 | visit
monon | | other_suppliers | Under contract with Grand Portage Mining until the end of next year | 200 | mail | yes
"""

NEEDS = """
national | joe | implied | Surprises on waiting time spoil the year with his accountants | 12 |
national | beth | implied | Certificates come after the boat | 9 |
national | ann | implied | An exception on terms to explain every quarter | 395 |

calumet | maria | explicit | Stock plan by week that her furnace people believe | 60 | A stop costs them 180,000 dollars a day | 1 | 40
calumet | denise | implied | Silica differs between the two laboratories | 120 |
calumet | stan | explicit | One order form a quarter and not six | 150 | |

harbor | bill | explicit | A second stove without a long stop | 55 | Ten days of stop cost 2.1 million dollars | 1 | 50
harbor | grace | explicit | Never below fourteen days of stock | 100 | A day without hot metal costs 210,000 dollars | 2 | 50
harbor | ed | explicit | Fewer fines through the stockhouse | 21 | One percent of fines costs four kilos of coke a tonne | 3 | 21
harbor | nora | explicit | Prices known before their budget | 64 | | 4 | 50

erie | ellen | explicit | A furnace that runs through February | 59 | Last stop in winter cost 1.4 million dollars | 1 | 57
erie | feldman | explicit | Less money tied up in the pile at year-end | 70 | 9 million dollars in stock last December | 2 | 70
erie | tina | explicit | Somebody who can stand in for her | 95 | |
erie | johns | implied | Too many small changes of schedule | 128 |

ashland | cliff | explicit | Pellets without fines | 16 | Screens go blind and cost a shift a week | |
ashland | hank | explicit | A supplier who will still be there for his grandson | 63 | |

dri | renee | explicit | Pellets that do not stick above 850 degrees | 48 | One percent of throughput a month | |
dri | keith | implied | Two suppliers and no way to compare them | 170 |

keystone | dale | implied | Lump is too coarse for the bin | 160 |
wabash | walt | implied | Small lots are expensive to ship | 150 |
cement | norm | implied | Alkali creeps up in the kiln | 5 |
prairie | dinah | implied | Cars come in bunches | 90 |
"""

SUGGESTIONS = """
national | joe | take a cargo before the dock fills up | 122 | accepted | yes
national | ann | joint sampler at Conneaut | 165 | declined |
national | helen | spread the cars over the week | 210 | declined |

calumet | maria | winter blend with a tenth of lump | 40 | open | yes
calumet | maria | crusting agent on the north pile | 60 | accepted |
calumet | stan | one frame order a quarter | 150 | declined |

harbor | grace | heater strip for the bag-house hopper before the second winter | 70 | accepted | yes
harbor | ed | lower the stacker boom to spare the pellets | 110 | accepted | yes
harbor | bill | low-silica trial at our risk | 136 | accepted | yes
harbor | grace | start the winter pile in September | 64 | accepted | yes
harbor | nora | fix the price formula before the budget month | 200 | declined |

erie | ellen | winter plan with boats to December and trains after | 95 | accepted | yes
erie | johns | take the free vessel in early fall | 57 | accepted | yes
erie | tina | shared berth calendar with the limestone people | 150 | accepted |
erie | raj | two-year formula with a cap | 240 | declined |

ashland | hank | low-phosphorus lot kept aside for ductile grades | 207 | accepted | yes
ashland | cliff | count the teeth of the loader at every shift | 140 | accepted |
ashland | becky | open-book review of the freight part | 60 | open | yes

dri | renee | coating against sticking, two-week trial | 130 | accepted |
dri | keith | scorecard that both suppliers fill in | 160 | declined |

keystone | dale | smaller lump for the bin | 52 | accepted |
wabash | walt | share cars with a neighbor foundry | 120 | declined |
prairie | carla | captive cars for the lane | 80 | open |
"""

OPPORTUNITIES = """
national | Pellets, spring opening | Pellets | proposal | 2240000 | 75 | joe
national | Lump ore, annual | Lump ore | qualified | 380000 | 120 | ann
calumet | Winter blend | Pellets | proposal | 810000 | 30 | maria
calumet | Lump ore trial | Lump ore | qualified | 105000 | 60 | stan
harbor | Pellets next year | Pellets | negotiation | 9400000 | 40 | grace
harbor | Low-silica grade for the second stove | Pellets | idea | 1800000 | 300 | bill
erie | First-half pellets | Pellets | negotiation | 8100000 | 35 | raj
ashland | Pellets, first half | Pellets | proposal | 1240000 | 45 | becky
dri | DR pellets, spring | DR pellets | qualified | 3350000 | 90 | keith
keystone | Frame agreement lump ore | Lump ore | negotiation | 390000 | 50 | frank
wabash | Lump, spring | Lump ore | qualified | 52000 | 100 | rose
cement | Fines, annual | Fines | qualified | 640000 | 80 | norm
tamarack | Fines, road season | Fines | announced | 190000 | 110 | janet
prairie | DR pellets, second lane | DR pellets | qualified | 1450000 | 130 | carla
huron | First cargo | Pellets | prospecting | 950000 | 220 | victor
monon | Lump for the AOD | Lump ore | prospecting | 120000 | 260 | paula
tube | Introduction through Lorain | Pellets | prospecting | 300000 | 240 | lisa
"""


def rows(text: str) -> list[list[str]]:
    """Split a table of this file into rows of stripped fields."""
    return [[field.strip() for field in line.split("|")] for line in text.splitlines() if line.strip()]
