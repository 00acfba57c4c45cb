import type { Concept } from './concept';

/** Eating, drinking, parties. */
export const food: readonly Concept[] = [
  {
    id: 'food',
    names:
      'food, meal, meals, lunch, breakfast, dinner, catering, catered, snack, snacks, buffet, refreshments, cafeteria, food truck, food trucks, food stalls, food court, brunch, concessions, restaurant, restaurants, eat, eating, pizza, dining, takeaway, grocery',
    cues: 'feed us, feed me, fed, hungry, something to eat, anything to eat, get food, grub, bring my own food, what do we eat, eat there, where to eat, midday, bite to eat, packed lunch, place to eat, places to eat, somewhere to eat, hungry at night',
    signs: 'served, provided, menu, catering, vendors, options, cafe, vegetarian, included, boxed',
    de: 'essen, verpflegung, mittagessen, frühstück, abendessen, catering, imbiss, mahlzeit',
    fr: 'nourriture, repas, déjeuner, petit-déjeuner, dîner, manger, restauration, buffet',
    es: 'comida, almuerzo, desayuno, cena, comer, catering, merienda',
    pt: 'comida, almoço, café da manhã, pequeno-almoço, jantar, comer, refeição, lanche',
  },
  {
    id: 'diet',
    names:
      'dietary, diet, vegan, vegetarian, gluten-free, gluten free, celiac, coeliac, halal, kosher, allergy, allergies, allergic, allergen, allergens, dairy-free, lactose, nut-free, nuts, food restrictions, dietary restrictions, dietary requirements, dietary needs, plant-based, intolerance, pescatarian, gluten, wheat, soy, shellfish, egg, vegetarians, vegans, keto, sugar-free',
    cues: 'dont eat meat, no meat, meat free, meatless, without meat, special food, cant eat, eat pork, intolerant, peanuts',
    signs: 'options, accommodate, registration form, let us know, menu, labeled, ingredients',
    de: 'vegan, vegetarisch, glutenfrei, allergie, allergien, unverträglichkeit, ernährung, laktosefrei',
    fr: 'végétarien, végétalien, vegan, sans gluten, allergie, allergies, régime',
    es: 'vegetariano, vegano, sin gluten, alergia, alergias, dieta, celíaco',
    pt: 'vegetariano, vegano, sem glúten, alergia, alergias, dieta, celíaco',
  },
  {
    id: 'drinks',
    names:
      'drink, drinks, beverage, beverages, coffee, tea, water, soft drinks, soda, juice, water bottle, drinking water, tap water, water fountain, refill, water station, water stations, hydration, hydrate',
    cues: 'thirsty, something to drink, caffeine, fill my bottle, refill my bottle, coffee break, cuppa, espresso',
    signs: 'served, provided, breaks, cup, bottle, potable, fountains, refillable, bar',
    de: 'getränke, trinken, kaffee, tee, wasser, trinkwasser, wasserflasche',
    fr: 'boisson, boissons, café, thé, eau, boire, gourde, eau potable',
    es: 'bebida, bebidas, café, té, agua, beber, agua potable',
    pt: 'bebida, bebidas, café, chá, água, beber, água potável',
  },
  {
    id: 'alcohol',
    names:
      'alcohol, alcoholic, beer, beers, wine, liquor, spirits, booze, cocktail, cocktails, bar, pub, drunk, intoxicated, alcohol-free, non-alcoholic, alcoholic beverages, byob, cider, champagne, whisky, vodka, hard liquor, alcoholic drinks, drinking age, bars, brewery, lager, ale, mead, prosecco, cash bar, open bar, corkage',
    cues: 'bring a bottle, own drinks, six pack, few drinks, hard drinks, pint, bring drinks, sober, get drunk, own booze',
    signs: 'id, 21, 18, drinking, served, beverages, responsibly, licensed, glass, drink tickets',
    de: 'alkohol, bier, wein, schnaps, alkoholisch, alkoholfrei, betrunken',
    fr: 'alcool, bière, vin, alcoolisé, alcoolisées',
    es: 'alcohol, cerveza, vino, alcohólica, alcohólicas, licor',
    pt: 'álcool, cerveja, vinho, alcoólica, alcoólicas',
  },
  {
    id: 'drugs-smoking',
    names:
      'smoking, smoke, smokers, vape, vaping, cigarette, cigarettes, tobacco, e-cigarette, drugs, drug, cannabis, marijuana, weed, narcotics, substances, illegal substances, smoke-free, non-smoking',
    cues: 'light up, have a smoke, get high, joint, ciggie, smoking area',
    signs: 'designated, outside, illegal, prohibited, zero tolerance, area, dealing',
    de: 'rauchen, raucher, zigarette, drogen, cannabis, e-zigarette',
    fr: 'fumer, fumeur, cigarette, drogue, drogues, vapoter',
    es: 'fumar, cigarrillo, drogas, vapear, tabaco',
    pt: 'fumar, cigarro, drogas, fumante, tabaco',
  },
  {
    id: 'cups-cashless',
    names:
      'reusable cup, reusable cups, cup, cups, deposit, token, tokens, cashless, top up, top-up, tableware, plates, cutlery, drink tokens, plastic, chips, coupons, plastic cups',
    cues: 'pay for drinks, own cup, own mug, deposit back, load money, leftover tokens, unused tokens, disposable',
    signs: 'wristband, refund, return, euro, exchange, bar, deposit system',
    de: 'becher, mehrweg, pfand, wertmarken, bargeldlos, aufladen',
    fr: 'gobelet, gobelets, consigne, jeton, jetons, cashless',
    es: 'vaso, vasos, reutilizable, fianza, fichas, recargar',
    pt: 'copo, copos, reutilizável, caução, fichas, recarregar',
  },
  {
    id: 'social-event',
    names:
      'party, parties, social event, social events, reception, after party, afterparty, after-party, banquet, gala, mixer, networking, networking event, happy hour, welcome reception, social, hangout, meetup, socials, conference dinner, get-together, karaoke, board games, game night, boat, cruise, hike, excursion, pub crawl, ice breaker, welcome drinks, opening reception, opening party, closing party, evening event, farewell, dance, disco, barbecue dinner, picnic, brunch, campfire night, quiz night, trivia, speed dating, newcomers event',
    cues: 'evening, in the evenings, after hours, after the talks, meet people, meet others, hang out, night out, make friends, something on, fun stuff, tonight, at night, mingle, evening program',
    signs: 'join us, evening, music, drinks, pm, fun, tickets, attendees, opening reception',
    de: 'party, abendveranstaltung, empfang, feier, abendprogramm, networking, ausflug',
    fr: 'fête, soirée, réception, réseautage, apéro, sortie',
    es: 'fiesta, evento social, recepción, cena de gala, networking, velada',
    pt: 'festa, confraternização, recepção, jantar de gala, networking, evento social',
  },
  {
    id: 'music-lineup',
    names:
      'lineup, line-up, band, bands, dj, djs, concert, concerts, headliner, headliners, artist, artists, performer, performers, gig, set times, live music, performances',
    cues: 'who is playing, whos playing, who plays, on stage, main act, sing, what time does the band',
    signs: 'plays, set, main stage, pm, performing, timetable',
    de: 'bands, künstler, konzert, bühne, auftritt, programm',
    fr: 'concert, groupe, artistes, scène, programmation, tête d affiche',
    es: 'cartel, banda, concierto, artistas, escenario',
    pt: 'atrações, banda, show, concerto, artistas, palco',
  },
];
