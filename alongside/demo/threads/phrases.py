"""The small change of business mail: thanks, regrets, yes and no, remarks on the weather. Shared by all subject matters."""

PHRASES: dict[str, str] = {
    "thanks": (
        "f:Thank you, this is appreciated.|f:Many thanks for the quick turnaround.|f:Thank you for attending to this.|"
        "f:Thank you, received with thanks.|t:Thanks.|t:Got it, thanks.|t:Good. Thanks.|t:Perfect.|t:Much obliged.|"
        "w:Thanks so much!|w:Great, thank you.|w:You are a star, thanks.|w:Wonderful, thanks a lot.|"
        "w:Thanks, that was fast.|Thank you, just what we needed.|Thanks for getting on this."
    ),
    "all_set": (
        "f:That settles the matter from our side.|f:We can close this.|f:I have noted it accordingly.|t:All set here.|"
        "t:That does it.|t:Closed on my end.|w:That takes care of it on our end.|w:We are all set then.|"
        "w:That is everything we needed.|Nothing further from our side.|I have filed it and crossed it off."
    ),
    "ack": (
        "f:Understood, thank you.|f:Thank you for letting us know.|f:Noted with thanks.|t:Understood.|t:Noted.|t:Works.|"
        "t:OK by us.|w:Sounds good to me.|w:Perfect, that works.|w:Good to know, thank you.|That works on our side.|"
        "Fine with us.|Agreed."
    ),
    "yes": (
        "f:Yes, that is acceptable.|f:Agreed.|t:Yes.|t:Works.|t:OK.|w:Yes, happily.|w:Sure thing.|Yes, that works.|"
        "That suits us well."
    ),
    "sorry": (
        "Sorry about that.|My apologies, that should not have happened.|"
        "That one is on us, sorry.|Apologies for the trouble.|I am sorry for the bother."
    ),
    "sure": (
        "Of course.|Certainly.|Happy to.|Sure.|No problem at all.|Glad you asked.|Gladly.|Fair question.|"
        "Good question.|Right, let me look."
    ),
    "please": (
        "f:I should be grateful if you could|f:Would you kindly|f:May I ask you to|t:Please|t:Can you|t:Need you to|"
        "w:Could you please|w:Would you mind if I ask you to|Could you"
    ),
    "hello": (
        "I hope the week is treating you well.|Hope all is well at {company}.|I hope you had a good weekend.|"
        "Hope things are running smoothly.|||||||"
    ),
    "short_of": "running short of|getting low on|down to the last days of|a little tight on",
    "soon": "this morning|before lunch|earlier today|a moment ago|just now|first thing today",
}

REMARKS: dict[str, str] = {
    "cold": (
        "Minus eighteen at the house this morning and the truck still started.|The harbor is solid white by now.|"
        "They say another foot of snow by the weekend.|I have shoveled enough for one winter.|"
        "Cold enough that the belts squeal."
    ),
    "spring": (
        "The ice is going out at last.|First robin on the office lawn today, so it must be spring.|Mud season is upon us.|"
        "First boat of the year went by under the lift bridge; never gets old."
    ),
    "summer": (
        "Hot as a ladle here.|Everybody is up at the lake, I think it is only us working.|"
        "Mosquitoes are winning this year.|Beautiful week up here for once."
    ),
    "autumn": (
        "The maples are something to see this week.|First frost last night.|Gales of the season have started early.|"
        "Woke up to geese going over, so that was summer."
    ),
    "any": "Quiet week otherwise.|Long week, glad it is nearly over.|Never a dull day.|Coffee number three here.",
}
"""A remark on the season, which a warm writer adds now and then. It asks nothing and promises nothing."""
