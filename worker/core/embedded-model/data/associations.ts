/**
 * What pages say where people ask in other words: everyday words, a colon, words in which a page may tell of the same thing. Looser than a synonym:
 * "my laptop died" is told under "power", "broken" and "support". One association a line; every word before the colon also stands for the others.
 */
export const associations = `
broken, broke, died, dead, damaged, faulty, malfunction, crashed, not working, doesn't work : repair, fix, replace, replacement, technical support, support, fails, failure, problem, trouble, re-enable, restart, down
fix, repair, mend : broken, restore, replace
problem, trouble, issue, issues, stuck : help, support, troubleshooting, contact
wiped, wipe, erased, deleted, delete, gone, vanish, disappear : deleted, removed, erased, expire, deactivated, cleared, end of
hungry, starving, eat, eating, munch, bite : food, meal, meals, lunch, dinner, breakfast, snacks, restaurant, restaurants, cafe, catering
thirsty, drink : water, beverages, refill, bar, bottle
tired, exhausted, sleepy, nap : rest, quiet room, lounge, sleep, chill
hurt, injured, injury, bleeding, bitten, bite, sprained, burn, burned, fainted : first aid, medical, medic, paramedic, doctor, emergency, hospital
ill, sick, vomit, throwing up, cough, headache : first aid, medical, test, isolate, stay home, symptoms, doctor
scared, unsafe, threatened, stalked, followed : security, safety, code of conduct, harassment, report, team
rude, nasty, offensive, insulting, creepy, groped, touched : harassment, code of conduct, report, unacceptable, behaviour, behavior
bullied, bully, bullying : harassment, harass
steal, stole, stolen, robbed, thief, thieves, theft : theft, stolen, police, security, unattended, valuables, lost
fight, violent, violence : violence, assault, security
married, marry, wedding, propose, proposal : ceremony, wedding, marriage
celebrate, birthday, anniversary : celebration, party
leave early, go home early, get away : departure, re-entry, checkout
turn up, show up, rock up, walk in, just come, drop in, swing by, pop in : at the door, on site, onsite, on the day, without registration, registration desk, at-con, gate, arrive
arrive, get there, land, reach : arrival, check-in, open, doors, travel, directions, station, airport
be gone, get out, clear out, vacate, move out, leave site : closes, departure, leave, check out, closed, end
stay longer, extra night, extra nights : extend, additional night, extension
skip, miss, missed, missing, absent : attendance, no-show, late, not attend, unable to attend, cannot attend
cant make it, can't make it, can't come, cannot come, something came up, not coming : refund, cancel, cancellation, transfer, unable to attend
back out, drop out, pull out, withdraw, bail, change my mind : cancel, cancellation, withdraw, refund
swap, exchange, switch, hop : change, transfer, exchange, move, switch
hand over, pass on, pass it on, give away, sell, resell, flip : transfer, transferable, transferred, reassign, resale, another person, name change
gift, present, treat : voucher, for someone else
split, share, sharing : together, shared, roommate, roommates, group
save, bargain, deal, deals : discount, cheaper, reduced, early bird, offer, offers
broke, poor, afford, skint, tight budget, money is tight, funds : financial aid, scholarship, grant, reduced, discount, financial assistance, subsidised, subsidy, free ticket, low income
money support, monetary help, financial help, funding, sponsorship for me, help paying : grant, grants, financial aid, scholarship, bursary, reimburse, support, subsidy
expensive, pricey, dear, costly : price, cost, fee
block, hold, freeze : hold, holds, pre-authorise, authorization, deposit, charge
fined, fine, penalty, punished, punishment, consequence : penalty, fee, sanction, sanctioned, expelled, removed, violation, charge
earn, make money, get paid, wage : paid, compensation, honorarium, payment
reward, perk, perks, benefit, benefits, in return, get out of it, what do i get : receive, benefits, included, free, discount, perks, thank
proof, prove, show : id, identification, document, certificate, confirmation, qr, valid
printed, print, printout, paper copy, on paper : qr, digital, mobile, pdf, phone, print
youth, young, youngsters, teenager, teens, junior : under, age, children, student, students, years
elderly, old people, grandma, granny, grandparents, grandfather, retiree, oap : senior, seniors, pensioner, concession, over 65, mobility
yo, year old, years old, 9yo : age, ages, under, years, children, minors
baby, newborn, infant, toddler : stroller, changing, nursing, family, children, childcare, under
kid up for care, minding, look after, watch my kids, child minding : childcare, creche, daycare, kids
mum, mom, mother, dad, father, parent : parents, guardian, adult, family
wife, husband, girlfriend, boyfriend, spouse, partner, fiance, better half : guest, partner, companion, spouse, accompanying, crew, family, plus one
friend, buddy, mate, pal, colleague, coworker, workmate : guest, another person, someone else, companion, group, transfer, pacer
boss, employer, manager, company, firm, work : invoice, employer, corporate, business, certificate, organisation, organization, justification
self employed, freelancer, freelance, contractor, sole trader : individual, personal, independent, business, self-funded
company, corporate, industry, firm : industry, corporate, business, commercial, professional
non-student, not a student, normal person, regular person : regular, standard, general, adult, full
brazilian, brazilians, german, french, american, americans, british, indian, chinese, nationality, citizen, citizens, passport holder : nationals, citizens, passport, country, countries, visa
foreigner, abroad, overseas, from outside, another country, international : visa, international, foreign, passport, travel, invitation letter
dutch, german, french, spanish, italian, english, japanese, chinese, czech, portuguese : language, languages, english, spoken, translation
understand, comprehend, follow along : language, english, translation, captions, interpretation
understand nothing, lost, confused, clueless, no idea, never used, never been, new to this, first time, noob : beginner, beginners, newcomers, getting started, guide, introduction, first-time, help, step
expert, pro, advanced, experienced : advanced, level, experience, senior
skill, skills, good enough, level, experience needed, knowledge : level, beginner, experience, prerequisites, required, prior knowledge, qualification
need to know, prerequisite, prerequisites, prepare, preparation, get ready : prerequisites, requirements, before you, install, bring, prepare
sound, audio, mic, microphone : sound, audio, microphone, speakers, loud
noise, noisy, loud, racket : quiet, noise, sound, curfew, earplugs
flashing, strobe, strobes, epilepsy, epileptic, photosensitive, seizure : strobe, flashing, flash, lights, photosensitive, lasers
see, sight, view : view, visible, seat, screen
wheel, wheels, wheelchair, crutches, walker, mobility scooter, bad knee, broken leg, can't walk far : accessible, wheelchair, ramp, step-free, lift, elevator, mobility, shuttle, disabled
stairs, steps, steep, climb : accessible, elevator, lift, ramp, elevation, gain, hill, incline
hill, uphill, hilly, slope, climb : uphill, downhill, elevation, climb, ascent
give way, yield, yields, right of way, overtake, pass : step off, give way, yield, priority, pass, left, right
get lost, lose my way, navigation : marked, marking, map, gps, signs, flags
wear, dressed, outfit, clothes, jeans, suit, tuxedo, heels : dress, attire, clothing, dress code, costume, black, casual, formal, shoes
wash, laundry, clean clothes : laundry, washing, shower, showers
shower, bathe, freshen up : showers, washing, facilities
hair, makeup, shave : salon, facilities, mirror
poo, poop, pee, wee, piss, toilet, loo, crap : toilets, restroom, portable toilets, urinal
period, tampons, pads : sanitary, hygiene, menstrual
throw away, chuck, toss, throw, get rid : dispose, bins, trash, waste, garbage, recycling, take home, carry out, leave no trace
clean, cleanup, tidy, clear up : clean, cleanup, trash, leave no trace
fire, burn, flame, candle, torch : fire, fires, flame, burning, firewood, fire pit, pyrotechnics
cook, cooking, stove, grill : stove, cooking, gas, bbq, grill, fire
ice, cold, cool : ice, cooler, fridge
power, juice, charge, battery, plug in : power, electricity, outlet, outlets, charging, charger, generator
internet, online, connect, wifi : wifi, network, connection, signal, coverage, bandwidth
signal, reception, coverage, bars : reception, coverage, mobile, phone, network, cell
phone, mobile, cell : phone, mobile, charging
computer, machine, pc, laptop, rig, setup : computer, pc, laptop, equipment, hardware
screen, monitor, display, tv : monitor, screen, display
controller, gamepad, joystick : controllers, console
seat, chair, place to sit, bench : seating, seats, chairs, tables, standing, place
reserve, reserved, save a seat, pick a seat, choose a seat, next to : reserved, reservation, assigned, first come, seat map, seating, choose
first come, who gets in, gets in first, same level, tie : priority, preference, first come, selected, selection, applied first, criteria, lottery
choose, pick, select, selected, decide, decides : selected, selection, committee, vote, criteria, review, choose, jury, lottery
win, winner, winners, won, award, trophy, trophies : winner, prize, prizes, awards, ceremony, award
prize giving, hand out, ceremony : awards, award ceremony, presented, ceremony
compete, contest, competition, tournament, match : tournament, competition, contest, rules, participants
practice, practise, rehearse, rehearsal, warm up : rehearsal, practice, practise, warm-up
jam, jamming, play together, play music : play, ensemble, ensembles, music, jam, session, instruments
instrument, instruments, guitar, cello, violin, piano, keyboard : instrument, instruments
hire, rent, lease, borrow, loan, lend : rent, rental, hire, loan, borrow, rented, lend
get hold of, find one, where to get, obtain, acquire : available, buy, sold, provided, pick up, collect
sell, selling, hawk, trade : vendor, sale, sell, selling, commercial, merchandise, dealers
advertise, promote, flyer, flyers, leaflet, poster up, leaflets : flyers, posters, promotion, advertising, posted, distribution
stick, hang, tape, pin, glue : posted, hang, tape, attached, walls
collect, fetch, pick up, grab : pick up, pickup, collect, collection, desk, check-in, distributed
hand in, turn in, drop off, return : return, returned, drop-off, submit, desk
post, ship, send, mail : shipping, post, mail, delivery, deliver, address
deliver, delivered, delivery, brought to : shipping, delivery, ship
lost, left behind, forgot, misplaced : lost and found, lost property, found, info desk, infodesk, information desk
found, find, spotted : lost and found, hand in, desk, report
tick, ticks, mosquito, mosquitoes, wasp, snake, insect : bite, bites, bitten, repellent, insects, disease
bear, bears, animals, wildlife, snakes : wildlife, animals, food storage
dark, night, after dark, late : lights, lighting, headlamp, evening, midnight, security
park, parking, leave my car, leave the car, put my car : parking, car park, lot, garage, parked, street
drive, driving, by car, motor : car, road, parking, directions, highway, motorway, route
get off, which stop, which station : station, stop, metro, bus, train, tram
hitch, lift, ride, get a ride : carpool, ride share, shuttle, taxi
ride, cab, uber, taxi : taxi, rideshare, ride-hailing, lyft, bolt
train, rail : station, railway, trains
fly, flight, plane : airport, flights, airlines
luggage, suitcase, bags, stuff, kit : luggage, cloakroom, storage, lockers, bag
crash, sleep, stay, bed, roof over : accommodation, hotel, hostel, camping, dorm, room, rooms, overnight
room, rooms : accommodation, hotel, single, double, shared
roommate, share a room, room share : shared, double, roommate, room
van, camper, motorhome, caravan : campervan, live-in vehicle, rv, vehicle
tent, tents, pitch, camp : camping, campsite, tents, campground
swim, dip, bathing : lake, pool, swim, beach, river, lifeguard
hot, heat, sweltering, warm : temperature, degrees, summer, heat, air conditioning
cold, freezing, chilly : temperature, winter, jacket, heating, layers
rain, rains, wet, storm, weather, bad weather : rain, weather, waterproof, cancelled, postponed, indoors, storm
clash, overlap, same time, conflict : overlap, parallel, conflict, schedule, same time
repeat, repeated, again, second time : repeated, twice, again, each day
schedule, whats on, going on, happening : schedule, programme, program, timetable, activities
break, breaks, pause : break, breaks, intermission, lunch
stop, finish, end, wrap up, over : end, ends, finish, close, closes, until
begin, kick off, kick-off, start, get going : start, starts, begin, kick off, opening, doors open
full, packed, overcrowded, crowded, no space : full, capacity, sold out, crowd, limited, queue, seats
room for, space, spots, places left, spaces : available, capacity, sold out, limited, spots, places
left, remaining, still available : available, sold out, remaining, limited
come with, get with, included, part of : includes, included, package, comes with, complimentary
bigger, upgrade, better ticket, higher : upgrade, upgraded, premium, vip
join halfway, midway, part way, only part, just one day, single day : one-day, single day, day ticket, entire, whole, full, each day, per day, join
both, combine, combined, combo, together : combination, combined, both, bundle, in addition
cheapest, lowest, basic : basic, from, standard, starting at, lowest, inexpensive
most expensive, top, best package : platinum, diamond, premium, highest, vip
free seat, donate, donating, sponsor someone, pay for someone : donate, donation, scholarship, sponsor, support, diversity ticket
opt out, dont want, don't want, avoid, refuse : opt out, decline, consent, refuse, optional, not wish, request
face, faces, my picture, photographed, filmed : photo, photography, photographed, filmed, images, recording, consent, lanyard
film, filming, record, videotape : record, recording, video, filming, camera, photography
interview, press pass, article, blog : press, media, journalist, accreditation
privacy, data, gdpr, my details, personal info : privacy, data, personal, information, gdpr
spam, emails, unsubscribe : newsletter, mailing list, unsubscribe
anonymous, fake name, real name, alias, nickname : anonymous, name, identification, pseudonym, identifying, badge name
name on badge, wrong name, typo : name, badge, change, correct, update
contact, reach someone, talk to a human, write to, phone someone : email, contact, phone, reach, get in touch
complain, complaint, moan, unhappy, disappointed : complaint, feedback, contact, report
ask, question, questions : contact, info desk, information, faq, email, ask
suggest, idea, ideas, feedback : feedback, suggestions, survey
boss says, convince, justify, justification : convince, letter, justification, manager
certificate, attended, attendance, proof i was there : certificate, attendance, participation
credits, cpd, continuing education, ects : credits, professional development, certificate
vote, voting, elect : vote, votes, voting, election
apply, application, get in, be considered : apply, application, applications, submit, form, selected
propose, pitch, submit, send a talk, give a talk, speak at : proposal, proposals, submit, submission, cfp, speak, speaker
accepted, approved, got in, hear back, get an answer, response : notification, notified, decision, accepted, results, inform
rejected, refused, denied, turned down : rejected, declined, denied, not accepted, refused
review, judged, graded, judge : review, reviewed, criteria, judges, jury
long, length, duration, minutes : minutes, hours, duration, length, long
short, brief, quick : lightning, short, minutes
many, number, amount, quantity : up to, maximum, limit, number, total, approximately
limit, max, maximum, cap, most : up to, maximum, limit, limited, only, per person
minimum, at least, min : minimum, at least
fast, speed, quick : speed, mbps, gbit, gbps, mph, km/h
big, huge, size, large, small : size, dimensions, feet, inches, metres, cm, capacity
heavy, weight, weigh : kg, lbs, weight, pounds
far, distance, close, near, walk : distance, minutes, walk, km, miles, walking, nearby, kilometers
around, nearby, close by, in the area, local : nearby, walking distance, neighborhood, area, local, close
good place, nice place, recommend, suggestion, tips, worth : recommend, recommendations, recommended, popular, best, favorite, suggest, tips
sights, sightseeing, tourist, visit, explore : museum, sights, tourist, attractions, explore, tour, visit
fun, bored, things to do, entertainment : activities, entertainment, attractions, party, games
party, afterparty, after party, night out : party, afterparty, social, evening, club
drunk, booze, beers, alcohol : alcohol, drinks, bar, alcoholic
smoke, vape, cigarette, joint : smoking, vaping, smoke-free, designated
drugs, weed, pills, stoned : drugs, cannabis, illegal, substances
pet, dog, puppy, cat, animal : pets, dogs, animals, service animals
weapon, knife, sword, gun, blade : weapons, prohibited, prop, knives
mask, masks, covid : masks, covid, face covering, health
vax, jab, vaccine, shot : vaccination, vaccinated, proof
id, ids, passport, identification, licence : id, identification, passport, photo id, government-issued
searched, frisked, bag search : security, search, searched, bag check
police, cops : police, emergency, security
pay, paying, payment, settle : payment, pay, card, cash, invoice, paypal, transfer
cash, notes, coins : cash, cashless, card, atm
card, visa card, mastercard, amex, contactless : card, cards, credit, debit, contactless, cashless
surcharge, extra cost, extra charge, hidden fees : fee, fees, surcharge, commission, additional, tax
tip, gratuity : tip, tipping
tax, vat : tax, vat
bill, invoice, receipt, tax receipt : invoice, receipt, billing
downpayment, down payment, deposit, prepayment, advance payment : deposit, prepayment, downpayment, first payment
installments, instalment, pay later, pay in parts : installments, payment plan
money back, refund, get back, reimbursed : refund, refunded, refundable, reimburse
late fee, pay late : late, deadline, fee
price drop, cheaper later, price go up, more expensive : early bird, increase, late, price
code, promo, voucher, coupon : code, coupon, voucher, discount
merch, shirt, hoodie, souvenir, swag : merchandise, merch, t-shirt, shop, swag, shirt
size, sizes, fit : size, sizes, xl, fit
gift, gifts, goodies, freebie, freebies : swag, goodie, gift, free, gifts
game, games, gaming, play : games, game, play, tournament
stream, watch from home, watch online, follow from home, tune in, remote : stream, livestream, online, virtual, remote, broadcast, recording, platform
join from home, take part from home, attend from home, zoom : online, remote, virtual, stream, platform, account, hybrid
account, login, log in, sign in, password : account, login, sign in, password, credentials
app, apps : app, application, mobile
chat, message, talk online : chat, matrix, discord, slack, irc
accept, take, allow : accept, accepted, allow, welcome, available
serve, served, offer, have : available, provided, served, offer, included
work, volunteer, help out, lend a hand, shift, shifts : volunteer, volunteers, shift, hours, help
staff, crew, helper, helpers : volunteers, team, staff, organizers
boss of, in charge, responsible, lead, head : organizer, organizers, chair, chairs, team, committee, led by
teacher, teachers, tutor, coach, instructor, lecturer : teacher, teachers, tuition, instructor, faculty, taught, lecturer
student, pupil, undergrad, school kid : student, students, school, university
speaker, presenter, talker : speaker, speakers, presenter
artist, artists, band, act, acts, performer : artists, lineup, band, bands, performers, music, dj
cosplay, costume, dress up : costume, cosplay, prop, masquerade
foam, plastic, toy, replica, fake : prop, replica, toy
runner, runners, jog, run : runner, runners, race, run, running
ultra, 50 miler, long one, full distance : ultra, 50 mile, 50 miles, marathon, distance
bib, number, race number : bib, number, race number
aid, refreshment, water stop : aid station, aid stations, water
finish, cutoff, time limit, too slow, last runner : cutoff, time limit, hours, finish, sweep
medal, finisher, shirt for finishing : medal, finisher, award
support, supporters, cheer, spectate, spectators, watch the race : spectators, crew, spectate, watch, cheer
rest day, day off, free day, free afternoon : free time, day off, excursion
course, class, lesson, lessons, training : course, class, workshop, lessons, tutorial, training
concert, gig, show, performance : concert, performance, show, stage
piece, song, work, composition : programme, music, scored, composer
rule, rules, regulation, regulations, law, legal : rules, policy, regulations, allowed, prohibited, terms
why, reason, how come : because, due to, reason, in order
guaranteed, sure, certain, promise : guarantee, guaranteed, cannot guarantee, confirmed
official, unofficial : official, unofficial, organized
cancelled, called off, canceled, wont happen, not happening : cancelled, canceled, cancellation, postponed, no official, moved
`;
