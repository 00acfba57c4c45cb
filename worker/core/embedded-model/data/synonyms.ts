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
dog, dogs, puppy, pup, husky, retriever, labrador, poodle
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
room, rooms
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
tick, ticks
vet, veterinary
age, old, years old, years
adult, adults, guardian, parent, parents, accompanied
guest, plus one, partner, spouse, companion, husband, wife, accompanying person
crew, pacer, pacers, supporter, supporters, spectator, spectators
course, route, trail
aid station, aid stations, water station, water stations
salt pills, salt tablets, electrolytes, electrolyte, salt
time limit, cutoff, cut-off, cutoffs, time limits
drop bag, drop bags
start line, starting line, start
prize, prizes, award, awards, prize money
tournament, tourney, tournaments, competition, compo
seat, seats, seating
quiet room, quiet space, sensory room, calm room
prayer, prayer room, multi-faith, worship
sign language, asl, bsl, interpretation, interpreter, interpreters
caption, captions, captioning, subtitles, live captions, cart
language, languages, english, telugu, german, french, spanish
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
taught, medium of instruction, language, instruction
teach, taught, instruction, instructor
land, landing, airstrip, airport
newbie, newbies, newcomer, newcomers, first-timer, first-timers, first time, beginner, beginners
tour, tours
ad, ads, advert, advertisement, posting
shows up, published, appear, approved, listed
spare, extra, supply
forgot, forgotten, without
promo code, discount code, booking code, coupon code
hours, opening hours, open
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
