import { answerType } from '../answer-types';
import type { Concept } from './concept';

/** Conduct, safety, health, access, children, animals, pictures and privacy. */
export const wellbeing: readonly Concept[] = [
  {
    id: 'conduct',
    names:
      'code of conduct, coc, conduct, harassment, harassing, harassed, harass, anti-harassment, inappropriate behavior, incident, incidents, report an incident, reporting, discrimination, respectful, bullying, harasses, violations, unacceptable behavior, rules',
    cues: 'bothering me, making me uncomfortable, creepy, rude, being mean, unwanted, who do i report, report someone, offensive, touched, insulted, threatened, behave, unsafe, groped, stalking, creep, throw me out, thrown out, kicked out, kick me out, bad behavior, followed me, attacked',
    signs:
      'report, response team, staff, email, expelled, sanctions, safe, enforcement, contact, violation, respect, removed, asked to leave, refund',
    de: 'verhaltenskodex, belästigung, belästigt, vorfall, melden, diskriminierung',
    fr: 'code de conduite, harcèlement, incident, signaler, discrimination',
    es: 'código de conducta, acoso, incidente, denunciar, discriminación',
    pt: 'código de conduta, assédio, incidente, denunciar, discriminação',
  },
  {
    id: 'emergency',
    names:
      'emergency, emergencies, first aid, ambulance, medic, medics, medical, paramedic, doctor, fire, police, hospital, injury, injured, first aiders, evacuation, security, urgent care, nurse, pharmacy, medical emergency, 911, 112',
    cues: 'hurt myself, get hurt, someone collapses, feel sick, feel unwell, faint, bleeding, cut myself, injure, get sick, medical help, feeling ill, need a doctor, plaster, band aid, bite, bitten, sting, stung, tick, hurts, pain, ring',
    signs: 'call, tent, station, located, defibrillator, aed, trained, nearest, on site',
    de: 'notfall, erste hilfe, krankenwagen, arzt, sanitäter, notruf, krankenhaus',
    fr: 'urgence, urgences, premiers secours, médecin, ambulance, hôpital',
    es: 'emergencia, primeros auxilios, médico, ambulancia, hospital, urgencias',
    pt: 'emergência, primeiros socorros, médico, ambulância, hospital',
  },
  {
    id: 'health-policy',
    names:
      'health, health policy, covid, covid-19, mask, masks, masking, face covering, facial covering, facial coverings, vaccination, vaccinated, vaccine, vaccines, vaccinations, test, testing, rapid test, symptoms, sick, air filter, hepa, ventilation, isolation, tested, negative test, quarantine, positive, respirator, n95, fever, cough, contagious, infectious',
    cues: 'vaccine card, jab, jabs, got covid, have covid, feel ill, tested positive, catch covid, wear a mask, have a cold, cover my face, proof of vaccination, coughing',
    signs: 'required, recommend, encourage, expect, policy, provided, stay home, indoors, isolate, supply, wear',
    de: 'gesundheit, maske, masken, maskenpflicht, impfung, geimpft, test, symptome, krank',
    fr: 'santé, masque, masques, vaccination, vacciné, test, symptômes, malade',
    es: 'salud, mascarilla, mascarillas, vacuna, vacunación, prueba, síntomas, enfermo',
    pt: 'saúde, máscara, máscaras, vacina, vacinação, teste, sintomas, doente',
  },
  {
    id: 'accessibility',
    names:
      'accessibility, accessible, wheelchair, wheelchairs, disability, disabilities, disabled, mobility, elevator, elevators, lift, ramp, ramps, step-free, barrier-free, ada, special needs, access needs, accommodations, wheelchair accessible, mobility aid, impairment, companion ticket, carer, step free, walker, walkers, crutches, assistance, blind, low vision, service provider, neurodivergent, autism, autistic, adhd',
    cues: 'cant walk far, use a wheelchair, on crutches, crutches, get up stairs, stairs, bad knee, broken leg, sit down, special assistance, walker, chair user, blind, deaf, handicapped, limited mobility, hard of hearing',
    signs: 'seating, entrance, doors, floor, contact, request, restrooms, reserved, hearing, stairs, level',
    de: 'barrierefrei, barrierefreiheit, rollstuhl, behinderung, aufzug, rampe, rollstuhlfahrer',
    fr: 'accessibilité, accessible, fauteuil roulant, handicap, handicapé, ascenseur, rampe, pmr',
    es: 'accesibilidad, accesible, silla de ruedas, discapacidad, ascensor, rampa',
    pt: 'acessibilidade, acessível, cadeira de rodas, deficiência, elevador, rampa',
  },
  {
    id: 'captioning',
    names:
      'captioning, captions, live captions, caption, captioned, cart, sign language, asl, bsl, interpreter, interpreters, hearing loop, transcripts, hard of hearing, deaf, subtitles, transcription, live captioning',
    cues: 'hard to hear, cant hear, read along, hearing impaired, bad hearing, hearing aid, lip read',
    signs: 'provided, live, request, screen, interpretation, talks',
    de: 'untertitel, gebärdensprache, schriftdolmetscher, hörschleife',
    fr: 'sous-titres, langue des signes, transcription',
    es: 'subtítulos, lengua de signos, lengua de señas, transcripción',
    pt: 'legendas, libras, língua gestual, língua de sinais, transcrição',
  },
  {
    id: 'quiet-room',
    names:
      'quiet room, quiet space, prayer room, prayer, meditation, nursing room, lactation, lactation room, sensory room, low-sensory, multi-faith, calm room, breastfeeding, chill out, relax room, mothers room, breast milk',
    cues: 'too loud, need a break, overwhelmed, calm down, pump milk, pump, breastfeed, pray, nap, noise, get away from people, rest, lie down, decompress, noisy, nurse my baby',
    signs: 'room, calm, private, reserved, sensory, silent',
    de: 'ruheraum, gebetsraum, stillraum, stillen, ruhe',
    fr: "salle calme, salle de prière, salle d'allaitement, allaiter, repos",
    es: 'sala tranquila, sala de oración, sala de lactancia, lactancia, descanso',
    pt: 'sala silenciosa, sala de oração, sala de amamentação, amamentar, descanso',
  },
  {
    id: 'toilets',
    names:
      'toilet, toilets, restroom, restrooms, bathroom, bathrooms, washroom, wc, porta potty, portable toilets, showers, shower, gender-neutral restroom, loo, loos, urinals, all-gender, portaloos, portaloo, baby changing, changing room, changing rooms, hygiene',
    cues: 'pee, wee, wash, freshen up, take a shower, need to go, powder my nose, potty, change diapers',
    signs: 'floor, located, gender-neutral, facilities, changing table, stalls',
    de: 'toilette, toiletten, wc, klo, dusche, duschen',
    fr: 'toilettes, wc, douche, douches, sanitaires',
    es: 'baño, baños, aseo, aseos, ducha, duchas, servicios',
    pt: 'banheiro, banheiros, casa de banho, wc, chuveiro, duche',
  },
  {
    id: 'children',
    names:
      'child, children, kid, kids, minor, minors, baby, babies, toddler, toddlers, infant, infants, family-friendly, son, daughter, teenager, teenagers, teens, youth, under 18, parents, families, guardian, year olds, accompanied, strollers, pram, prams, underage, juniors, junior',
    cues: 'my son, my daughter, my little one, bring my kids, year old, years old, my boy, my girl, underage, stroller, pushchair, pram, buggy, schoolkids, my nephew, my niece, grandkids, 12yo, 15yo, 16yo, 17yo, 13yo, 14yo',
    signs: 'age, ages, years, adult, adults, accompanied, supervised, supervision, welcome, younger, free, ear protection, guardians',
    de: 'kind, kinder, baby, jugendliche, minderjährige, sohn, tochter, familie, eltern',
    fr: 'enfant, enfants, bébé, mineur, mineurs, fils, fille, famille, parents',
    es: 'niño, niños, bebé, menor, menores, hijo, hija, familia, padres',
    pt: 'criança, crianças, bebê, bebé, menor, menores, filho, filha, família, pais',
  },
  {
    id: 'age-limit',
    answers: answerType.age,
    names:
      'age limit, minimum age, age restriction, age requirement, 18+, 21+, all ages, over 18, under 18, age, aged, years of age, years old, adults only, ages, older, younger, parental consent, permission slip, notarized, legal guardian',
    cues: 'how old, old enough, too young, too old, what age, am 16, am 17, im 16, im 17, i am 15, from what age, turning 18, how young, under age, year old, sign the form, parents sign, without my parents, without my mum, without an adult, without a parent, turn 18, i turn, teen',
    signs: 'must be, accompanied, adult, parent, guardian, id, minors, permission, consent form, waiver',
    de: 'mindestalter, altersbeschränkung, ab 18, jahre, alter',
    fr: 'âge minimum, âge, ans, majeur',
    es: 'edad mínima, edad, años, mayor de edad',
    pt: 'idade mínima, idade, anos, maior de idade',
  },
  {
    id: 'childcare',
    names:
      'childcare, child care, babysitting, babysitter, daycare, day care, nanny, creche, crèche, kids club, kids zone, nursery, childminder, childminders, kids village, kids area, sitter, childcare grant, caregiver, child minding, kids care',
    cues: 'look after my kid, look after my kids, watch my kids, someone to watch, leave my kids, drop off my kid, mind my children, kids activities, take care of my child, something for kids, entertain kids, kid up for care, care for my',
    signs: 'ages, supervised, registered, provided, hours, activities, stipend, professionals, free of charge',
    de: 'kinderbetreuung, babysitter, betreuung, kita',
    fr: "garde d'enfants, garderie, crèche, baby-sitter",
    es: 'guardería, cuidado de niños, ludoteca, niñera, canguro',
    pt: 'creche, cuidado infantil, berçário, babá, espaço infantil',
  },
  {
    id: 'pets',
    names:
      'pet, pets, dog, dogs, animal, animals, service animal, service animals, guide dog, guide dogs, emotional support animal, assistance dog, cat, cats, puppy, service dog, service dogs, dog-friendly, pet-friendly',
    cues: 'bring my dog, my puppy, furry friend, four legged, leave my dog, my cat, hamster, parrot',
    signs: 'leash, allowed, except, admitted, welcome, not permitted',
    de: 'hund, hunde, haustier, haustiere, tier, tiere, assistenzhund',
    fr: 'chien, chiens, animal, animaux, chien-guide',
    es: 'perro, perros, mascota, mascotas, animal, animales',
    pt: 'cachorro, cão, cães, animal, animais, pet, cão-guia',
  },
  {
    id: 'photo-consent',
    names:
      'photo, photos, photography, photograph, photographs, photographed, photographer, filming, filmed, picture, pictures, camera, cameras, image rights, media consent, recorded, photo policy, selfie, likeness, images, livestreamed, videotaped, no-photo, no photo, photographers, video recording, media release',
    cues: 'my face, dont want my face, take pictures, take photos, take my picture, opt out, opt out of photos, be on camera, film me, in the background, appear in, on social media, shoot video, publish my picture, not want to be photographed',
    signs: 'consent, lanyard, sticker, marketing, published, permission, ask, recordings, promotional, do not photograph, may be',
    de: 'foto, fotos, fotografieren, aufnahmen, filmen, bilder, kamera, bildrechte',
    fr: "photo, photos, photographier, filmer, image, caméra, droit à l'image",
    es: 'foto, fotos, fotografía, fotografiar, grabar, cámara, imagen',
    pt: 'foto, fotos, fotografia, fotografar, filmar, câmera, imagem',
  },
  {
    id: 'privacy',
    names:
      'privacy, privacy policy, personal data, data protection, gdpr, data, cookies, personal information, mailing data, share my data, consent, data controller, attendee list, contact details, tracking, data processing, third party, third parties',
    cues: 'sell my data, what do you do with my, who sees my, share my email, my details, delete my data, know about me, store about me, give my email to, spam me, pass on my address',
    signs: 'processed, stored, third parties, retention, delete, collect, rights, legal basis, share, shared',
    de: 'datenschutz, dsgvo, persönliche daten, daten, einwilligung',
    fr: 'confidentialité, données personnelles, rgpd, données',
    es: 'privacidad, datos personales, rgpd, datos',
    pt: 'privacidade, dados pessoais, lgpd, dados',
  },
  {
    id: 'liability',
    names:
      'liability, liable, insurance, insured, waiver, disclaimer, risk, own risk, responsible, responsibility, damage, damages, travel insurance, theft, stolen, indemnify, governing law, jurisdiction, applicable law',
    cues: 'who pays if, my fault, get sued, gets stolen, if something happens, if i get hurt, breaks, covered if, my stuff gets, whose law, which law, stole',
    signs: 'claims, excluded, organizers, at your own risk, not responsible, loss, sign',
    de: 'haftung, versicherung, verantwortlich, eigenes risiko, schaden',
    fr: 'responsabilité, assurance, risque, dommages',
    es: 'responsabilidad, seguro, riesgo, daños',
    pt: 'responsabilidade, seguro, risco, danos',
  },
  {
    id: 'sustainability',
    names:
      'sustainability, sustainable, environment, environmental, recycling, recycle, waste, trash, garbage, rubbish, carbon, leave no trace, compost, green, litter, bins, eco-friendly, carbon offset, moop, pack out, climate, ashtray, cigarette butts, leave nothing, toilet paper, grey water, graywater, dishes',
    cues: 'throw away, throw my, bin, dump, where do i put my, planet, leftovers, dispose, dustbin',
    signs: 'reusable, bags, take home, reduce, plastic, sort, pack it out',
    de: 'nachhaltigkeit, umwelt, müll, abfall, recycling, mülltrennung',
    fr: 'durabilité, environnement, déchets, recyclage, poubelle',
    es: 'sostenibilidad, medio ambiente, basura, residuos, reciclaje',
    pt: 'sustentabilidade, meio ambiente, lixo, resíduos, reciclagem',
  },
  {
    id: 'noise',
    names:
      'noise, quiet hours, loud, sound, ear protection, earplugs, ear plugs, headphones, amplified, volume, music at night, generator, generators, ear muffs, hearing protection, quiet camping, sound system, sound systems, subwoofer, sub, curfew, quiet time, speakers after',
    cues: 'how loud, sleep at night, keep me awake, play music, party at night, protect my ears, loudspeaker, speakers at camp, sound system',
    signs: 'quiet, turn off, decibels, between, neighbors',
    de: 'lärm, laut, nachtruhe, ruhezeiten, gehörschutz',
    fr: 'bruit, calme, bouchons, protection auditive',
    es: 'ruido, silencio, tapones, volumen',
    pt: 'barulho, silêncio, protetor auricular, volume',
  },
  {
    id: 'fire',
    names:
      'fire, fires, campfire, campfires, bonfire, barbecue, bbq, grill, grills, open flame, naked flame, candles, fireworks, propane, stove, gas stove, fire pit, burn barrel, cooking, camp stove, charcoal, torches, tiki, cooker',
    cues: 'make a fire, light a fire, cook at my tent, burn, grill some, cook my own, gas cooker, cook food, firewood',
    signs: 'extinguisher, prohibited, allowed, designated, flame, ban, raised, ground',
    de: 'feuer, lagerfeuer, grill, grillen, feuerwerk, gaskocher, kochen',
    fr: 'feu, barbecue, réchaud, flamme, cuisiner',
    es: 'fuego, fogata, barbacoa, hoguera, cocinar',
    pt: 'fogo, fogueira, churrasco, cozinhar',
  },
];
