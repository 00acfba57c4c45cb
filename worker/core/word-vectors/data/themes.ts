/**
 * What words have to do with each other, written for this product: a theme a line, after its name; an empty line parts fields of themes. A word
 * may stand under several. `scripts/data/word-vectors.ts` makes the vectors from this list and from the lexicon; run it after a change.
 */
export const themes = `
train: rail railway station platform locomotive carriage track express intercity commuter conductor timetable departure arrival junction freight amtrak eurostar tgv sleeper
metro: subway underground tube tram streetcar lightrail line stop turnstile interchange network zone ride escalator
bus: coach shuttle minibus route stop driver fare shuttles transfer depot line greyhound flixbus night
taxi: cab uber lyft bolt rideshare chauffeur fare meter driver pickup dropoff ride limo minicab hailing
car: drive driver vehicle automobile motor rental hire highway motorway freeway road route traffic petrol gasoline toll congestion satnav gps navigation navi exit roundabout junction lane
parking: park garage lot carpark space bay meter valet permit kerb curb towed street disabled overnight spaces
bicycle: bike cycle cycling pedal helmet rack scooter ebike cyclist rental lane lock
flight: plane airplane aircraft airline airport terminal gate boarding layover runway baggage jet land takeoff fly flown airfare connection heathrow schiphol luggage
boat: ship ferry cruise harbour harbor port pier dock quay sail vessel yacht river canal island deck marina
walking: walk foot pedestrian hike stroll path pavement sidewalk steps footpath trail route distance minutes blocks
carpool: rideshare lift hitchhike share ride passenger seat driver carsharing
journey: travel trip tour itinerary route commute voyage arrive depart destination directions transit connection leg visit return transportation transport

border: visa passport immigration customs embassy consulate schengen residency citizen nationality foreigner entry permit esta eta stamp national country validity
visaletter: invitation letter visa application embassy support document letterhead consulate applicant
identity: id identification passport licence license photo document proof card verify verification identity drivers government birth
abroad: international overseas foreign country abroad domestic europe asia africa america national worldwide continent
language: english german french spanish italian dutch portuguese japanese chinese korean hindi czech polish danish swedish speak spoken translate translation interpreter interpretation subtitles captions sign fluent native bilingual multilingual

hotel: inn room lobby suite reception guest booking reservation concierge motel resort hilton marriott hyatt holiday accommodation lodging stay night block rate
hostel: dorm dormitory bunk bed shared backpacker bunkbed linen locker cheap youth
roomtypes: single double twin triple quad king queen suite bed occupancy shared private ensuite
rental: airbnb apartment flat condo house guesthouse cottage villa lodge bnb rent host landlord
camping: tent camp campsite campground pitch caravan camper campervan motorhome rv trailer sleeping bag hammock glamping stove campfire pole peg mattress groundsheet tarp
sleep: bed nap overnight night mattress pillow blanket rest doze snooze asleep sleeping crash couch sofa slumber siesta tired
checkin: checkin checkout arrive arrival reception key frontdesk register early late luggage vacate
amenities: pool gym sauna spa kitchen fridge laundry washing towel shower wifi breakfast balcony heating airco conditioning kettle microwave iron hairdryer
shower: wash bathe bath soap shampoo towel hygiene clean bathroom sink hot
toilet: restroom bathroom loo lavatory washroom urinal portaloo portable wc gender neutral accessible sanitary tampon

meal: food eat lunch dinner breakfast brunch supper buffet banquet catering cuisine dish menu serve hungry feed feast plate portion meals
snack: snacks crisps chips cookie cookies biscuit fruit pastry pastries cake doughnut donut chocolate candy sweets popcorn bagel croissant muffin sandwich granola
drink: beverage water juice soda coke cola lemonade tea coffee espresso milk refreshments bottle cup mug refill thirsty hydration tap fountain mate
coffee: espresso cappuccino latte barista tea caffeine cafe roast brew decaf break
alcohol: beer wine cider whisky whiskey vodka gin rum cocktail champagne liquor spirits booze pub bar brewery pint lager ale drunk sober bartender mead sake
diet: vegan vegetarian gluten lactose dairy kosher halal allergy allergic intolerance celiac coeliac nut peanut shellfish dietary pescatarian plantbased soy meat ingredients allergen allergens diabetic
restaurant: cafe diner bistro eatery pizzeria takeaway takeout foodtruck vendor stall canteen cafeteria pub kitchen menu table cuisine dine
cuisine: pizza burger pasta sushi ramen taco burrito curry noodle rice salad soup barbecue bbq grill steak chicken fish seafood pork beef falafel tofu waffle fries hotdog
selfcatering: kitchen cook cooking stove grill fridge refrigerator freezer microwave cooler supermarket grocery store oven picnic utensils

ticket: admission pass entry badge wristband registration purchase buy price tier holder order booking seat qr confirmation
register: registration signup enrol enroll register apply form account join rsvp attend preregister register subscribe
badge: name lanyard wristband pass credential label nametag sticker reprint pronoun pickup
earlybird: early bird discount cheaper regular late price rate tier increase deadline
discount: reduced cheaper concession student senior group code promo coupon voucher percent off deal bargain member special
price: cost fee charge rate money expensive cheap amount pay total euro dollar pound budget afford free included
free: complimentary gratis nothing cost included charge waived donation
payment: pay card cash credit debit paypal invoice bank transfer visa mastercard amex contactless installment stripe wire sepa cheque check checkout currency venmo crypto
invoice: receipt bill billing vat tax company purchase order accounting proforma
tax: vat gst duty deductible charge exempt
refund: money back cancel cancellation reimburse return chargeback nonrefundable penalty withdraw deadline policy credit
cancelled: cancel postpone postponed abandon called off rescheduled weather insurance force majeure
transfer: reassign resell resale swap handover name change transferable give substitute
soldout: waitlist waiting list capacity sold available left remaining limited full release batch resale spots
grant: scholarship bursary financial aid assistance subsidy funding sponsor diversity opportunity waiver stipend reimbursement need award
cashmachine: atm cash withdraw bank exchange currency notes coins cashless
insurance: insured cover coverage liability policy damage medical theft claim

talk: presentation session lecture keynote speech slides speaker presenter topic abstract lightning panel stage seminar
speaker: keynote presenter panelist lecturer bio speak invited talk honorarium guest
cfp: call proposal submit submission abstract paper deadline review reviewer accept accepted reject notification committee program track camera ready anonymous manuscript
paper: publication proceedings journal article manuscript author preprint doi citation publish published pages template latex format
poster: board print printing stand size a0 portrait landscape presenter pin display session
workshop: tutorial training class course lesson handson masterclass exercise instructor teach learn lab bootcamp prerequisite
schedule: programme program agenda timetable calendar slot session time parallel track plan lineup running order day
stream: livestream online virtual youtube twitch zoom broadcast watch remote video webcast webinar vimeo platform home hybrid remotely teams webex hopin
recording: video record recorded youtube archive upload published film filmed playback afterwards later slides media
chat: discord slack matrix irc telegram whatsapp signal zulip messaging channel message chatroom forum group mattermost
software: app application program tool platform install download software system version update code package library github repository
programming: code developer python javascript java rust ruby django react software language framework library function compiler engineer dev coding programmer stack backend frontend
hackathon: hack team project challenge prize judge demo build prototype hacker mentor idea coding
sprint: contribute contribution coding open source project mentor develop devsprint sprints hackday
data: science machine learning ai model statistics analysis neural llm nlp dataset research algorithm
student: university college school pupil undergraduate graduate phd academic education campus teacher professor faculty enrolled study degree exam thesis
experience: beginner newcomer novice expert advanced intermediate level skill knowledge prerequisite background prior seniority introduction basic
networking: meet mingle socialise socialize community connect contact people mixer icebreaker reception gathering meetup birds feather
career: job hiring recruiter recruit employer employee cv resume vacancy work fair interview company intern internship salary profession

party: celebration afterparty social night club dance dj music karaoke drinks reception gala evening fun
reception: welcome opening drinks cocktail evening gala dinner social banquet
music: concert band gig dj orchestra choir singer song album instrument play rehearsal stage sound jazz rock opera festival act lineup performer
instrument: guitar violin cello piano keyboard drum drums bass flute viola trumpet harp amplifier amp recorder strings sheet
dance: dancing ballroom salsa swing tango partner floor dancer choreography steps ballet
film: movie cinema screening theatre theater camera director premiere documentary
art: gallery exhibition museum painting sculpture artist draw craft design photography installation exhibit
theatre: stage play act drama performance actor seat audience curtain comedy show improv
games: game gaming play player tournament console pc lan esports board card match boardgame arcade dice rpg puzzle server
tournament: competition contest bracket match round team qualify final league seed referee score winner esports
prize: award winner trophy medal reward win won cash first place ceremony certificate judge honor
cosplay: costume masquerade fursuit prop dress character outfit armor armour mask wig makeup
dealers: vendor exhibitor stall booth table stand merchant seller marketplace artist alley trade market expo hall
exhibitor: booth stand exhibit maker display table setup loadin teardown vendor showcase space
sponsor: sponsorship partner package gold silver bronze platinum diamond logo branding prospectus company support supporter tier exhibitor patron
merch: merchandise tshirt shirt hoodie swag sticker souvenir mug tote pin patch goodie shop sweatshirt giveaway stickers
clothing: shirt tshirt hoodie sweater jacket trousers pants jeans dress suit shoes boots socks hat cap outfit wear garment coat attire clothes gloves scarf layers underwear
dresscode: attire formal casual business smart wear outfit suit tie dress black costume
size: small medium large xl fit dimension width height length measure inches centimetres metres feet
weight: heavy kilo kilogram kg pound lbs gram light weigh limit

race: run runner marathon ultra course start finish lap bib chip relay pace jog trail trailrun miles kilometres 10k 5k halfmarathon sprint
aidstation: aid station water refill dropbag drop bag crew pacer volunteers checkpoint cutoff sweep nutrition gels
cutoff: limit deadline time pace dnf drop sweep close finish elapsed
elevation: climb ascent altitude mountain hill uphill steep summit gain descent slope peak ridge hilly flat terrain
course: route track trail map marking marked flags signs loop lap navigation lost gps gpx
timing: chip results ranking finish clock splits tracking tracker live leaderboard
qualify: qualifier lottery entry selection ballot wait list draw entrant eligible
sport: football soccer basketball tennis golf swim climbing yoga fitness gym ball pitch field athlete coach team bowling volleyball
swimming: swim pool lake beach sea river lifeguard bath dip towel
outdoors: nature forest woods mountain lake wildlife trail hike park garden tree meadow scenery countryside

accessibility: wheelchair disabled disability ramp elevator lift stepfree mobility hearing deaf blind visual impairment accessible stairs crutches walker sensory neurodivergent autism loop assistance companion carer
hearing: deaf captions captioning loop sign asl bsl interpreter subtitles aid cart transcript
quiet: calm silent room noise rest sensory overwhelm retreat decompress lounge loud peace
prayer: pray religious worship church mosque meditation reflection faith chapel multifaith mass service religion
children: kid child baby toddler infant teenager family parent son daughter minor under age young youth teen school guardian nephew niece boy girl
childcare: nursery creche daycare babysitter nanny kids minding care playroom sitter minder supervised supervision
baby: infant stroller pram buggy nursing breastfeeding changing diaper nappy lactation milk feeding pump
age: old young adult minor years minimum under over senior birthday teenager eighteen
senior: elderly pensioner retired older grandparent concession grandma grandpa
family: wife husband spouse partner parent mother father brother sister relative cousin uncle aunt grandparents kids relatives
companion: partner guest girlfriend boyfriend plusone friend spouse accompany accompanying mate buddy date
group: team together party colleagues company bulk groups bunch crowd people several
women: female woman girls ladies gender nonbinary trans lgbt lgbtq queer men underrepresented diversity inclusion minority
pet: dog cat puppy animal leash guide service bird kennel breed horse rabbit hamster
person: people human individual someone adult attendee participant visitor delegate member everyone

safety: safe security guard emergency evacuation danger hazard risk secure fire alarm patrol secure
conduct: code harassment behaviour behavior respect report complaint incident offensive harass abusive bully bullying discrimination violation enforcement ban sexist racist assault inappropriate rude
firstaid: medical medic doctor nurse hospital ambulance paramedic injury injured clinic pharmacy medicine emergency bandage wound bleeding sick health physician urgent
illness: sick ill fever flu cold cough virus symptoms headache vomit nausea disease infection unwell contagious
covid: coronavirus pandemic mask vaccine vaccination test pcr antigen quarantine distancing positive booster infected isolate respirator n95 ffp2 ventilation
medication: medicine pill drug insulin prescription pharmacy tablet epipen inhaler drugstore painkiller refrigerated
drugs: cannabis marijuana weed cocaine illegal substance pills mdma narcotic stoned
smoking: smoke cigarette vape vaping tobacco cigar lighter ashtray ecigarette
weapon: knife gun sword blade firearm prop replica pistol rifle airsoft ammunition dagger explosive
police: cops officer law crime theft stolen stealing arrest guard emergency robbery
legal: law lawyer liability liable waiver contract terms responsible court rights regulations clause sue agreement license
privacy: data personal gdpr information consent share stored delete protection tracking cookies confidential
photo: photography picture camera photographer film image selfie shoot portrait consent footage drone
drone: fly flying quadcopter aerial uav camera
fire: flame campfire bonfire candle burn firework grill torch firewood pyrotechnics sparkler lighter extinguisher
lost: found lostandfound property missing misplaced forgot forgotten left item belongings
prohibited: forbidden banned allowed permit permitted not restrict restricted prohibit illegal disallow
rules: policy regulation rule guideline terms conditions law requirement restriction compliance
bagcheck: search security bag inspect inspection scanner metal detector gate entrance pat
weather: rain sunny temperature hot cold snow storm forecast heat wind umbrella climate degrees celsius fahrenheit humid mud thunder lightning warm freezing shade sunscreen sunblock
insects: mosquito tick bug wasp bee repellent bite spray spider ants

venue: location building hall centre center place site campus arena stadium theatre auditorium hotel convention address house castle barn church
room: hall auditorium floor building level wing chamber ballroom lecture foyer lobby upstairs ground
entrance: door gate entry exit way in queue line front access doorway turnstile reception
address: street road avenue postcode zip number location city map directions coordinates satnav plaza square postal
city: town downtown centre district neighbourhood neighborhood suburb village region area municipality state county capital
map: directions plan floorplan location coordinates google navigation find layout openstreetmap signs
seating: seat chair row table bench sit standing reserved assigned front place stool view
opening: open doors hours start begin close closing time early until late gates
time: hour minute clock morning afternoon evening noon midnight am pm o'clock tonight sunrise sunset dawn timezone
date: day week month year calendar when january february march april may june july august september october november december
weekday: monday tuesday wednesday thursday friday saturday sunday weekend weekdays
season: spring summer autumn fall winter easter christmas holiday
deadline: due until last date closes late extended cutoff end submit latest final expire expired
duration: length long minutes hours takes last lasting brief time
curfew: quiet noise late night music stop neighbours loud
capacity: attendance crowd many number people size big limit participants headcount expected
luggage: bag suitcase baggage backpack cloakroom locker storage store coat rucksack check drop case leave
wifi: internet network connection online wireless broadband bandwidth router ssid password ethernet signal hotspot eduroam lan
phone: mobile cell smartphone call number sim signal reception coverage carrier telephone roaming network app voicemail
power: electricity outlet socket plug charge charger battery cable extension generator adapter volt charging strip powerbank amps hookup
computer: laptop pc machine keyboard mouse monitor screen desktop hardware device notebook gpu tablet macbook
av: projector screen hdmi microphone mic adapter display beamer slides sound audio dongle usb clicker aspect ratio speakers
equipment: gear kit tool tools rental supplies hardware camera tripod stuff bring provided
packing: bring pack list essentials gear sunscreen flashlight torch headlamp towel earplugs layers raincoat checklist
waste: rubbish trash garbage recycling bin litter compost dispose leave trace cleanup disposable reusable
environment: sustainable green carbon plastic offset climate eco reusable footprint
delivery: deliver parcel package post mail shipping shipment courier ship dhl ups fedex freight letter address
shop: store supermarket grocery market pharmacy buy mall bakery kiosk retail sell drugstore convenience
bank: account iban transfer swift wire money atm exchange branch
sightseeing: tourist museum attraction tour sights castle visit explore monument landmark old town guide excursion cathedral zoo
excursion: trip tour outing hike visit guided daytrip sightseeing boat

contact: email mail phone call reach address form message write team organizer help telephone inbox
organiser: organizer host committee chair board foundation association team founder lead coordinator staff producer nonprofit society
volunteer: help helper shift crew staff steward task duty perks assist hours
staff: crew team worker employee helper steward usher security desk infodesk
helpdesk: info desk information point booth help question support registration
newsletter: mailing list subscribe update announcement news email notification unsubscribe
social: twitter mastodon facebook instagram linkedin hashtag bluesky tiktok youtube follow post account toots fediverse reddit
website: site page web url link online homepage blog wiki portal
account: login password sign user username profile log credentials register email
feedback: survey review suggestion complaint opinion rating evaluation comment questionnaire
press: media journalist reporter news interview accreditation article coverage blogger newspaper
vote: voting election ballot poll choose elect majority candidate
certificate: attendance proof participation diploma confirmation letter completion document credits
employer: boss company manager work corporate business convince approval colleague office expense
freelancer: individual self employed independent contractor own pocket personal hobbyist
history: past previous earlier edition year anniversary founded began since former first last archive
nextyear: next future following upcoming edition return again announce dates
donation: donate charity fundraise give contribution nonprofit cause raise raised auction
auction: bid bidding art item sell charity lot
membership: member society association annual join dues renew club
name: called title nickname alias pronoun rename typo spelling legal
colour: color red blue green yellow orange purple black white pink grey sticker
number: count total quantity amount how many several dozen hundred thousand
difference: compare versus distinguish differ between type category kind
reason: why because purpose cause motive explain
method: how way procedure process step instruction guide
change: alter modify amend update edit correct replace switch move
problem: trouble issue broken fault error fail repair fix crash bug glitch malfunction
begin: start commence open kick launch first initial
finish: end stop close conclude last final over complete wrap
buy: purchase order acquire obtain shop get
sell: sale vend trade resell offer hawk
borrow: rent hire lease loan lend rental share deposit
keep: store hold stash retain save leave
allow: permit let accept authorise enable okay fine welcome
require: need must mandatory compulsory obligatory necessary essential required
optional: voluntary choice not mandatory recommended
help: assist aid support guidance advice
choose: pick select decide selection prefer favourite choice decision
send: submit mail deliver post forward upload transmit
receive: get obtain collect given delivered pickup
announce: publish release inform notify tell notification reveal
wait: queue line delay patience standby hold
hurry: fast quick speed rapid slow minutes
near: close nearby next adjacent around local vicinity distance walkable far
far: distance away remote kilometres miles long
win: prize victory won champion beat
speak: talk say tell discuss conversation ask
watch: see view look spectate spectator audience observe
teach: instruct educate lesson tutor coach train instructor teacher
play: game perform music recreation fun
build: construct make create assemble maker diy workshop craft soldering
sit: seat chair bench rest
wear: clothes dress put outfit don
sleepover: overnight stay night sleep
celebrate: party birthday anniversary wedding toast
wedding: bride groom ceremony marriage rsvp bridesmaid gift registry marry vows reception
trade: market commerce exchange industry business commercial expo
`;
