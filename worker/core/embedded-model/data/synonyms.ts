/**
 * Words that stand for the same thing in a question and on a page, one group a line. Narrower than the search's concepts: a page on vegan food is
 * worth finding for a question on halal food, but does not answer it.
 */
export const synonyms = `
lift, elevator, elevators
toilet, toilets, loo, loos, restroom, restrooms, bathroom, bathrooms, washroom, wc, lavatory, portaloo, porta potty, bog, john
unisex, all-gender, gender-neutral, gender neutral, non-gendered
alcohol, alcoholic, booze, liquor, alcoholic beverages, alcoholic drinks
drink, drinks, beverage, beverages, refreshments
food, meal, meals, catering, catered, grub
feed, fed, meal, meals, catering, lunch
lunch, midday meal, lunches
breakfast, morning meal
snack, snacks, refreshments
dinner, supper, evening meal, banquet
creche, childcare, child care, daycare, day care, nursery, babysitter, babysitting, sitter, kids care, childminder, childminders, nanny
kid, kids, child, children, minor, minors, toddler, toddlers, son, daughter, baby, babies, infant, youngster, teen, teenager, underage, little ones, under 18
dog, dogs, puppy, pup, husky, retriever, golden retriever, labrador, poodle, terrier, spaniel, corgi, chihuahua, dachshund, beagle, collie, bulldog, shepherd dog, doggo
pet, pets, animal, animals
service animal, service animals, guide dog, guide dogs, service dog, service dogs, assistance dog, assistance animal
wheelchair, wheelchairs, wheel-chair, mobility aid, step-free, step free
accessible, accessibility, disabled, disability, disabilities, barrier-free
stairs, steps
pump, breastfeed, breastfeeding, nursing, lactation, milk
pram, stroller, buggy
mask, masks, masking, face covering, facial covering, facial coverings, face mask
vaccine, vaccination, vaccinated, vaccinations, vaccines, jab, jabs, shots, booster
test, testing, pcr, antigen
covid, covid-19, corona, coronavirus
sick, ill, unwell, fever, symptoms, illness, flu
medic, medics, first aid, doctor, nurse, paramedic, medical
emergency, emergencies, ambulance
suitcase, luggage, baggage, bag, bags, backpack, backpacks, rucksack, bags, trolley
cloakroom, cloak room, coat check, bag check, bag drop, left luggage, luggage storage, luggage room, check your bags, store
locker, lockers
bus, buses, coach, coaches
metro, subway, underground, tube, u-bahn, mrt, light rail, rapid transit
tram, trams, streetcar
train, trains, railway, rail
stop, station, stations
cab, cabs, taxi, taxis
uber, lyft, rideshare, ride share, ride hailing, bolt
car, cars, vehicle, vehicles, automobile
motorhome, motorhomes, rv, rvs, campervan, campervans, camper, camper van, caravan, caravans, live-in vehicle
motorbike, motorcycle, motorcycles, motorbikes
bike, bikes, bicycle, bicycles, cycle, cycling
park, parking, car park, parking lot, garage, parked
drive, driving
fly, flying, flight, flights, plane, planes, airline, airfare
airport, airports
walk, walking, on foot, foot, walkable, hike, stroll
hike, hikes, hiking, woods walk, trail
hotel, hotels, inn, lodging, accommodation, accommodations, place to stay, stay
hostel, hostels, dorm, dormitory
shower, showers, wash, washing, bathe
sleep, sleeping, overnight, bed, beds
tent, tents, camping, camp, pitch, campsite, campground
glowstick, glowsticks, glow stick, glow sticks
campfire, campfires, bonfire, fire, fires, fire pit, fire pits, open fire, open flame, naked flame
rubbish, trash, garbage, waste, litter, bin, bins, trash cans, moop
power, electricity, outlet, outlets, socket, sockets, plug, plugs, hookup, hookups, electric, charging, charger
battery backup, ups, uninterruptible power
wifi, wi-fi, wireless, ssid
internet, net, network, uplink, bandwidth, connection
ethernet, lan, network cable, utp
dongle, data card, sim, sim card
weather, rain, rainy, raining, temperature, temperatures, climate
hot, heat, temperature, temperatures, warm
cold, temperature, cool, fridge, refrigerator, refrigerated, chilled
wear, clothes, clothing, dress code, attire, outfit
shoes, footwear
photo, photos, picture, pictures, photograph, photographs, photographed, photography, image, images, camera, cameras, filmed, filming
face, likeness, image, photographed
opt out, consent, object, decline
promo, promotion, promotional, marketing, advertising
record, recording, recorded, recordings, video, videos, filmed, vod, on demand, youtube, playback
stream, streaming, livestream, live stream, livestreams, broadcast, broadcasting, broadcasted
remote, remotely, online, virtual, virtually, from home, home
watch, view, viewing, stream
talk, talks, presentation, presentations, session, sessions
talk, presentation, proposal
proposal, proposals, submission, submissions, submit, cfp, call for proposals, call for papers, call for presentations, call for participation, abstract, abstracts
send in, hand in, submit, propose, submission
abstract, abstracts
speaker, speakers, presenter, presenters
keynote, keynotes, keynote speaker, opening talk, plenary
workshop, workshops, tutorial, tutorials, hands-on
sprint, sprints, code sprint, contribution day
unconference, unconf, open space, open spaces, birds of a feather
mentor, mentored, mentee, mentees, mentoring, mentorship
slides, slide deck, deck, powerpoint
projector, screen, beamer, hdmi, display
adapter, adaptor, dongle
poster, posters
portrait, landscape, orientation
co-author, coauthor, co-authors, author, authors
paper, papers
certificate, certificates, proof of attendance, attendance certificate
schedule, program, programme, timetable, agenda
sign up, signup, signups, sign-up, sign-ups, register, registration, enroll, enrol, apply, application
sign, register
apply, application, applications, applicant, applicants
grant, grants, financial aid, financial assistance, scholarship, scholarships, bursary, bursaries, opportunity grant, travel grant, travel support, travel funding, assistance
refund, refunds, refunded, refundable, money back, pay back, get back, reimbursement
reimburse, reimbursed, reimbursement, pay back, cover, paid back
keep, retain, fee, deduct, cancellation fee
cancel, cancels, cancelled, canceled, cancelling, canceling, cancellation
transfer, transferred, transferable, reassign, reassigned, substitute, pass on, give, someone else, instead of me, swap, colleague
somebody else, someone else, another person, another participant, colleague, friend, instead of me, substitute
upgrade, upgraded, change
price, prices, cost, costs, fee, fees, rate, rates, charge, charges, pricing, fare
cheap, cheaper, cheapest, inexpensive, affordable, budget, reduced, discounted, low-cost, early bird, early-bird
discount, discounts, discounted, reduced, promo, percent off, % off, promotional, concession, concessions
code, promo code, coupon, voucher
free, complimentary, gratis, no cost, no charge, free of charge, at no cost
extra, additional, surcharge, supplement
charge, cost, fee, paid, pay
student, students, pupil
company, corporate, business, employer, boss
freelancer, self-employed, individual, paying their own way, independent, personal
unemployed, low-income, low income, lower income
included, include, includes, part of, covers, comes with
full price, regular price, standard price, full rate, regular, standard
normal, regular, standard, basic
invoice, invoices, receipt, receipts, bill
bank transfer, wire, wire transfer, bank
card, credit card, debit card, cards
cash, cashless
tax, taxes, vat, gst, sales tax
tip, tips, tipping, gratuity
currency, money, exchange
deposit, deposits, guarantee
sponsor, sponsors, sponsorship, sponsoring, sponsorships
exhibitor, exhibitors, vendor, vendors, dealer, dealers, trader, traders, stallholder
booth, booths, stand, stands, stall, stalls, exhibit, table
expo, expo hall, exhibit hall, exhibition, exhibition hall, dealers den
setup, set up, setting up, set-up, load-in, load in, build
tear down, teardown, take down, pack up, load-out
volunteer, volunteers, volunteering, help out, steward, stewards
organizer, organizers, organiser, organisers, staff, team
contact, reach, get in touch, email, write
report, reporting, incident, incidents
harass, harassed, harassing, harassment
badge, badges, lanyard, name tag, number, bib, wristband
pick up, pickup, collect, collection, get my badge, pick up your badge
number, bib, race number
check in, check-in, checkin, registration desk
checkout, check out, check-out
door, doors, entrance, gate, gates, entry
at the door, on site, onsite, on-site, walk up, walk-up, walk-in, on the day, at the gate
booze, alcohol
ticket, tickets, pass, passes, admission, badge
single day, day pass, one-day, day ticket, one day, day passes
shut, close, closes, closed, closing
start, starts, begin, begins, opens
end, ends, finish, finishes, closes, over
deadline, cutoff, cut-off, due, last day, closing date, until, closes, closing
latest, until, deadline, no later than, last
extended, extension, new deadline
moved, date change, new date, new dates, rescheduled, postponed, shifted
dates, date, takes place, taking place, held
year, edition
building, hall, house, centre, center
address, located at, location
postcode, zip code, zip, postal code
venue, conference center, conference centre, congress centre, location
map, floor plan, floorplan
party, parties, social, reception, celebration, get-together
banquet, gala, gala dinner, conference dinner, social dinner
welcome drinks, welcome reception, opening reception, icebreaker
beer, beers, lager, ale, pint, pints
wine, cocktail
water, drinking water, tap water, potable
tap, faucet
coffee, espresso
smoke, smoking, cigarette, cigarettes, vape, vaping
weed, cannabis, marijuana, drugs, drug
weapon, weapons, sword, swords, knife, knives, prop, props, gun, guns
cosplay, costume, costumes, fursuit, suit
drone, drones
music, band, bands, dj, djs
speaker, speakers, sound system, bluetooth speaker, loudspeaker, sound bar, boombox
noise, loud, quiet hours, quiet
earplugs, ear plugs, ear protection, ear muffs, earmuffs, hearing protection, ear defenders
merch, merchandise, swag, t-shirt, t-shirts, hoodie
shop, shops, store, stores
job, jobs, job ad, job post, job posting, job board, posting, hiring, recruiting
lost, lost property, lost and found, found
visa, visas
visa letter, invitation letter, support letter, letter of invitation, invitation letters
passport, passports
prolong, extend, extended, extension
vet, veterinary
age, old, years old, years
adult, adults, guardian, parent, parents, accompanied
guest, plus one, partner, spouse, companion, husband, wife, accompanying person
crew, pacer, pacers, supporter, supporters, spectator, spectators
course, route, trail
aid station, aid stations, water station, water stations
salt pills, salt tablets, electrolytes, electrolyte, salt
time limit, cutoff, cut-off, cutoffs, time limits, final cutoff, must finish
gps, satnav, coordinates, navigation, navi
trophy, trophies, prize giving, prizegiving, award ceremony, awards ceremony, awards
iban, bank account, account number, bank transfer
pee, wee, toilet, toilets
vax, vaccine, vaccination
drop bag, drop bags
start line, starting line, start
prize, prizes, award, awards, prize money
tournament, tourney, tournaments, competition, compo
seat, seats, seating
quiet room, quiet space, sensory room, calm room
prayer, prayer room, multi-faith, worship
sign language, asl, bsl, interpretation, interpreter, interpreters
caption, captions, captioning, subtitles, live captions, cart
language, languages, spoken, english
chat, matrix, irc, discord, slack, zulip, telegram
account, login, profile
wiped, deleted, removed, erased, deactivated, goes away
temporary, ephemeral
real name, identifying yourself, anonymous, anonymously, pseudonym
duct tape, tape, painter's tape
stick up, post, posted, hang, put up
cancelled event, event is cancelled, cancellation of the event
travel costs, travel and accommodation, flights, travel
parcel, parcels, package, packages, post, mail, delivery
tow, trailer
freezer, fridge, refrigerator
insulin, medication, medicine, medications, medically
verify, check, prove, proof
compulsory, mandatory, required, requirement, must, obligatory, expect
allowed, permitted, ok, okay, fine, allow, may
forbidden, prohibited, banned, not allowed, not permitted
optional, voluntary, not required
recommend, recommended, suggest, recommendation
nearest, closest, nearby, close
big, large, size, dimensions
fast, speed
attendee, attendees, participant, participants
minimum age, age limit, age restriction
teach, taught, instruction, instructor
newbie, newbies, newcomer, newcomers, first-timer, first-timers, first time, beginner, beginners
tour, tours
ad, ads, advert, advertisement, posting
shows up, published, appear, approved, listed
spare, extra, supply
forgot, forgotten, without
promo code, discount code, booking code, coupon code
hours, opening hours, open
luggage, gear, equipment, stuff, things, belongings
leave, store, stash, drop off, stow, keep
throw, dispose, disposal, dump, bin
recycle, recycling, compost
dishes, cutlery, plates, tableware
cup, cups, mug, mugs, glass
bottle, bottles, flask, can, cans, glass
tip off, notify, tell, inform, let us know
phone, telephone, mobile, call, cell, hotline, number
email, e-mail, mail, write, inbox
website, site, web page, page, link, url
sold out, sell out, full, no tickets left, none left
waitlist, waiting list, wait list, standby
queue, line, wait, lines
buy, purchase, order, book, get, available, sale
on sale, sales open, ticket sales, available
book, reserve, booking, reservation, reservations
proof, evidence, document, documents, documentation, id, proof of eligibility
id, identification, photo id, passport, driver's license, identity
name, real name, legal name, badge name
nickname, handle, pseudonym, preferred name
pronouns, pronoun
change, modify, edit, update, switch, correct
mistake, error, wrong, typo, correct
lost, misplaced, replace, replacement
group, groups, team, bulk
group discount, bulk, group rate, group tickets
senior, seniors, pensioner, pensioners, retired
resident, residents, local, locals
press, media, journalist, journalists, blogger, accreditation
academic, university, researcher, phd, faculty
nonprofit, non-profit, charity, ngo
member, members, membership
late, later, onsite, last-minute
early bird, early-bird, early registration, early rate, advance
deadline for registration, registration closes, registration deadline
payment plan, instalments, installments
pay, payment, payments, paid, payable
paypal, stripe, venmo, apple pay, google pay
currency, euros, dollars
how to pay, payment methods, payment options
swap, exchange, trade
name change, change the name, change of name
donate, donation, donations, contribute
camp, camping, campsite, tents
glamping, pre-pitched
shade, canopy, gazebo, marquee
generator, generators
toilet paper, hygiene, sanitary
shower block, showers
swim, swimming, lake, beach, pool
sauna, hot tub, jacuzzi
gym, fitness
towel, towels, linen, bedding, sheets, pillow, blanket
wheelchair user, mobility impaired, reduced mobility
deaf, hard of hearing, hearing loop, hearing impaired
blind, visually impaired, low vision, screen reader
neurodivergent, autistic, autism, sensory, overwhelmed
carer, caregiver, companion, personal assistant
pregnant, expecting
parent, parents, mother, father, family, families
family, families, kid-friendly, family-friendly
school, pupils, classes
bring, carry, take
bring my own, bring your own, own, byo, outside food
cool box, cooler, coolers, icebox
stove, stoves, gas cooker, camping stove, cooking, cook
bbq, barbecue, barbecues, grill, grills, grilling
fireworks, firework, pyrotechnics, flares, sparklers
laser, lasers, laser pointer
selfie stick, tripod, tripods, gopro, camera
umbrella, umbrellas, parasol
chair, chairs, folding chair, camping chair
skateboard, scooter, scooters, rollerblades, e-scooter
flag, flags, banner, banners, totem
sticker, stickers
raffle, lottery, draw
charity, fundraiser, fundraising, proceeds, benefit
auction, art show, art auction
dance, dancing
karaoke, game night, board games, games
film, films, movie, movies, cinema, screening
comedy, stand-up
lineup, line-up, playing, plays, headliner, headliners, acts
set times, timetable, stage times, running order
stage, stages
seating, seated, standing, seat
vip, backstage, premium
re-entry, reentry, re-enter, come back in, leave and return, in and out
curfew, quiet hours, quiet time, music stops
security, bag search, bag check, searched
police, officer
age restriction, age limit, 18+, over 18, 21+
accompanied, supervised, guardian, adult
medication, prescription, pills, drugs
allergy, allergies, allergic, allergen, allergens, intolerance
vegetarian, veggie, vegetarians, meat-free, meatless
vegan, vegans, plant-based
gluten free, gluten-free, celiac, coeliac
halal
kosher
food truck, food trucks, food stall, food stalls, food vendors, vendors
restaurant, restaurants, eatery, places to eat, dining, cafe, cafes
supermarket, grocery, groceries, convenience store
bar, bars, pub, pubs
tea, teas
atm, atms, cash machine, cashpoint, bank machine
pharmacy, drugstore, chemist
hospital, clinic
sim, esim, sim card, mobile data, roaming
tap water, drinking water, water fountain, refill, water refill
safe, safety, dangerous
pickpockets, theft, stolen
language, speak, spoken, english
translation, translated, interpretation, simultaneous translation
sunrise, sunset, dark
humid, humidity
snow, ice, icy
jacket, coat, warm clothes, layers
sunscreen, sun cream, sunblock
insect, mosquito, mosquitoes, bugs, repellent
altitude, elevation, climb, elevation gain, ascent
steep, elevation, gain, climb, hilly
distance, miles, kilometers, km, length
pace, cutoff, time limit
bib pickup, packet pickup, race packet, race kit
timing chip, chip, timing
finish, finisher, finishers, medal, medals
relay, team
headphones, earbuds, music
poles, trekking poles, walking sticks
headlamp, headlight, torch, flashlight
drop out, dnf, withdraw, quit
defer, deferral, deferred, postpone my entry
qualify, qualifier, qualification, qualifying
start time, start times, starts, gun time
wave, waves, corral
parking pass, parking permit, parking ticket
carpool, car pool, ride share, rideshare board, share a ride, lift share
shuttle, shuttles, shuttle bus, transfer
ferry, boat, harbor
directions, how to get there, getting here, getting there, travel
nearest airport, airports, fly into, closest airport
charge, charging station, ev, electric car
wheelchair space, accessible parking, disabled parking, blue badge
late arrival, arrive late, arriving
early arrival, arrive early, arriving early
leave early, depart, departure
arrive, arrival, arriving, turn up, show up, get in
day before, the night before, previous day, eve
what's on, program, schedule
how long is a talk, talk length, minutes, slot, slots
length, duration, minutes, last, lasts
q&a, questions, question time
lightning talk, lightning talks, short talk
panel, panels, panel discussion
track, tracks, topics, themes, topic
beginner, beginners, level, experience, introductory, prior knowledge
laptop, laptops, computer, own device
template, templates, format, style file, latex
page limit, pages, length
review, reviewed, reviewing, reviews, selection, reviewers
accepted, acceptance, notification, notified, decision, results, hear back
rejected, declined, not accepted
camera ready, camera-ready, final version
anonymous, anonymized, double-blind, blind
several, multiple, more than one, many, two
speaker fee, honorarium, paid, speaker compensation
speaker ticket, free ticket, complimentary ticket, speakers attend
travel reimbursement, travel costs, travel expenses, cover travel
first-time speaker, first time speakers, new speakers, never spoken
rehearse, practice, coaching
preview, sneak peek
slides, upload, upload slides
recordings, published, online afterwards, available afterwards, videos
live captions, closed captions, captioning, subtitles, transcription, transcripts
attendance, number of attendees, how many people, attendees, capacity, crowd
capacity, seats, limited, space
sponsor package, sponsorship levels, tiers, packages, prospectus, sponsorship package
logo, brand, branding
table size, dimensions, feet, table
power strip, extension cord, extension lead, outlets
shipping, ship, deliver, delivery, shipment
hackathon, hack, hacking
team size, teams, team, members
judges, judging, judged, criteria
theme, challenge, challenges
ip, intellectual property, own the code, ownership
overnight, sleep there, stay overnight, sleeping
t-shirt, t-shirts, shirt, shirts, shirt size, tee
size, sizes
hoodie, hoodies, sweatshirt
gift, gifts, goodie bag, goodies
rsvp, respond, confirm attendance
gift registry, registry, wish list, presents
dress code, attire, what to wear, formal, outfit
ceremony, service
privacy, data, personal information, personal data
data, information, gdpr, data protection
newsletter, mailing list, updates, announcements
follow, social media, twitter, mastodon, instagram
hashtag, tag
feedback, survey, suggestions
complain, complaint, complaints
code of conduct, coc, conduct, rules
kick out, expelled, ejected, removed, ban, banned
anonymous report, report anonymously
quiet, silent
nap, rest, rest area, chill out, lounge
prayer, pray, prayer room, meditation, reflection
diversity, inclusion, underrepresented, minority
women, woman, female
trans, transgender, gender, non-binary, nonbinary
first aid, paramedics, medical tent, first aiders
masks, masked, mask up, face mask, masking
positive, tested positive, test positive, covid
refund policy, cancellation policy
full refund, 100%
partial refund, 50%, percentage, fee
non-refundable, no refunds, not refundable
event insurance, insurance, insured
liable, liability, responsible, at your own risk
postponed, moved, rescheduled, cancelled
in person, in-person, on site, onsite, physical, physically
hybrid, online, virtual
time zone, timezone, utc
platform, app, tool
join, joining link, access, login, attend
spectate, watch, spectator, spectators, just watch
free entry, free admission, free to attend
entry fee, entrance fee, admission
`;

/** A rule on the broader thing holds for the narrower: a question about a beer is answered by a page on alcohol. Broader words first, then the narrower. */
export const kinds = `
alcohol, alcoholic beverages, alcoholic drinks, drinks: beer, beers, wine, cider, whisky, vodka, gin, champagne, cocktail, cocktails, bottle of wine
animals, animal, pets, pet: dog, dogs, cat, cats, puppy, husky, parrot, retriever, bird, rabbit, horse
weapons, weapon: knife, knives, sword, gun, machete, airsoft
drugs, substances, illegal substances: cannabis, weed, marijuana, mdma, mushrooms
children, minors, kids, child: son, daughter, baby, toddler, nephew, niece, teenager
public transport, public transportation, transit: bus, tram, metro, subway, train
payment, payments, pay: paypal, bank transfer, invoice, credit card, crypto, cheque
vehicles, cars, vehicle: car, van, truck, estate car, campervan
flames, flame, fires, fire: candle, candles, campfire, bbq, barbecue, grill
dietary requirements, dietary restrictions, dietary needs, dietary: vegan, vegetarian, halal, kosher, gluten, coeliac, celiac, allergic, allergy, shellfish, nuts, lactose, peanut
food: pizza, sandwich, sandwiches, cake
travel, travel costs, travel expenses: flight, flights, train ticket
accommodation, accommodation costs, lodging: hotel, hostel, airbnb
`;
