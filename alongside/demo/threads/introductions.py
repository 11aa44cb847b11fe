"""People introduced, people leaving, referrals to others."""

from alongside.demo.screenplay import scripts_in

SCRIPTS = scripts_in("""
== colleague introduced
for: operations buying logistics quality yard
needs: second
levels: partner preferred vendor
subject: [Introducing {them2}|{them2} {them2_last}]
-- them cc them2
{them2} {them2_last} [here in copy|in copy] [helps me with the vessels|takes part of this over] while I am [at the
other works|on the shutdown]. [f:You may address her or him directly.| Write to us both.|t:Copy both of us.]
-- us 1h
[Good to meet you|A pleasure], {them2}. [I sent you the vessel plan separately.|Our whole team is on the signature
below.]
-- them2 3h
[Thanks, Alex.|Good to meet you too.|Likewise.] [Got the plan.|I have all I need for now.|Plan is on my wall.|I have
heard good things.]

== referral given
for: executive advice operations buying
levels: partner preferred
subject: [Somebody you should meet|A name for you]
-- them
[I sat next to|At the conference I met] the purchasing head of a [foundry in Dayton|pellet user in Hamilton] who
[cannot get honest assays|has trouble with his boats]. [I gave him your name.|Told him to call you.] [No need to
thank me.|]
-- us 2h
[That is generous, thank you.|Thank you, that means a lot.|I appreciate you thinking of us.] [We treat him as you
would want it.|He gets the straight story from us.|]
-- us 8d
[He called.|We spoke on Monday.|We had coffee with him.] [A good talk, he sends his regards.|They are small but
serious.] Thank you again for putting in a word.
-- them 1d
[Glad it worked.|Good.|w:Knew you would get along!]

== reference asked by us
for: executive operations quality
levels: partner
subject: [A favor|Reference]
-- us
[May I ask a favor?|A favor, and no is a fine answer:] a cement maker wants to hear from somebody who [took our
material through a winter|had a claim with us and lived]. [Would you take a call of ten minutes?|May I give them
your number?]
-- them 1d
[f:You may give them my number.|f:I am at their disposal for ten minutes.|t:Sure. Give them my number.|t:OK.
Mornings.|w:Of course, happy to sing your praises, and to mention the rain.|w:For you, always. Mornings are best.]
-- us 3h
[Thank you.|Very kind.] They [are polite people|will keep it short].
-- them 8d
[They called. I told them about the wet cargo and how you dealt with it.|Spoke to them, told the truth, which was
easy.|We talked for half an hour, mostly about certificates.|They rang yesterday. I said you answer the phone.]
-- us 1d
[That is the best reference there is.|Thank you, truly.]

== vacation cover
for: buying logistics quality operations money
needs: second
subject: [Out next week|Vacation]
-- them
[I am away|Out] next week[, fishing where no phone works|; the phone stays at home]. {them2} [covers|has my desk].
[t:Do not break anything.|f:Please direct urgent matters there.|w:Be nice to {them2}!]
-- us 2h
[Enjoy it, you earned it.|Have a good time.|Safe travels.|Leave the laptop at home.] [Nothing due that week
anyway.|We behave.|Nothing here that cannot wait.|The boats know the way.]
""")
