import type { Concept } from './concept';

/** Things one needs on the spot. */
export const onsite: readonly Concept[] = [
  {
    id: 'wifi',
    names:
      'wifi, wi-fi, internet, wireless, network, ssid, internet access, hotspot, ethernet, wireless internet, broadband, lan, ip address, static ip, network cable, router, ethernet cable, network port, dhcp',
    cues: 'get online, connect my laptop, connection, wifi password, go online, web access, bandwidth',
    signs: 'password, connect, network name, free, eduroam, bandwidth',
    de: 'wlan, wifi, internet, netzwerk',
    fr: 'wifi, internet, réseau, connexion',
    es: 'wifi, internet, red, conexión',
    pt: 'wifi, wi-fi, internet, rede, conexão',
  },
  {
    id: 'power',
    names:
      'power, power outlet, power outlets, electricity, electric, outlet, outlets, socket, sockets, plug, plugs, charging, charge, charging station, power strip, extension cord, voltage, power adapter, charger, phone charging, hookup, hookups, electrical, power bank, power strips, extension cords, generator, solar, plug type',
    cues: 'charge my phone, charge my laptop, battery, plug in, juice, dead phone, recharge',
    signs: 'volt, type, cable, lockers, provided, amps, 110v, 230v, hz',
    de: 'strom, steckdose, steckdosen, aufladen, laden, ladestation',
    fr: 'électricité, prise, prises, recharger, charger, courant',
    es: 'electricidad, enchufe, enchufes, cargar, corriente, toma',
    pt: 'eletricidade, tomada, tomadas, carregar, energia, carregador',
  },
  {
    id: 'luggage',
    names:
      'luggage, luggage storage, baggage, suitcase, suitcases, bags, bag, backpack, backpacks, cloakroom, coat check, bag check, bag drop, gear check, lockers, locker, storage, left luggage, coats, bag storage, store luggage, wardrobe, valuables, coat rack, storage room, safe deposit, bag storage room',
    cues: 'leave my suitcase, leave my bag, leave my stuff, store my things, put my coat, keep my things, drop my bags, stash, valuables, leave my luggage, lock away, hold my bags, rucksack',
    signs: 'store, stored, desk, unattended, secure, key, deposit, at your own risk, checked, hold',
    de: 'gepäck, garderobe, koffer, schließfach, schließfächer, gepäckaufbewahrung, tasche, rucksack',
    fr: 'bagage, bagages, vestiaire, consigne, valise, casier, sac',
    es: 'equipaje, guardarropa, maleta, consigna, taquillas, mochila',
    pt: 'bagagem, guarda-volumes, mala, armário, bengaleiro, mochila',
  },
  {
    id: 'lost-found',
    names: 'lost and found, lost property, lost item, lost items, lost & found, found items, lost',
    cues: 'lost my, left my, forgot my, left behind, cant find my, has anyone found, misplaced, dropped my, missing',
    signs: 'registration desk, info point, information desk, email, collected, claim, items',
    de: 'fundbüro, fundsachen, verloren, fundstelle',
    fr: 'objets trouvés, objets perdus, perdu',
    es: 'objetos perdidos, perdido',
    pt: 'achados e perdidos, perdidos e achados, perdi',
  },
  {
    id: 'merchandise',
    names:
      'merchandise, merch, t-shirt, t-shirts, tshirt, shirt, shirts, tee, swag, goodie bag, hoodie, stickers, shop, store, souvenir, souvenirs, swag bag, sizes, tote bag, merch store, pins, patches, poster print, mugs, mug, hat, hats, caps',
    cues: 'freebies, what size, shirt size, get a shirt, goodies, gifts, buy a hoodie',
    signs: 'size, sizes, order, fit, cut, pick up, quantities, xl',
    de: 't-shirt, merchandise, fanartikel, shirt, souvenirs',
    fr: 't-shirt, produits dérivés, boutique, cadeaux',
    es: 'camiseta, camisetas, mercancía, tienda, recuerdos',
    pt: 'camiseta, camisetas, t-shirt, loja, brindes, lembranças',
  },
  {
    id: 'seating',
    names:
      'seating, seats, seat, reserved seating, assigned seats, general admission, chairs, standing, front row, folding chairs, bleachers, unassigned',
    cues: 'where do i sit, good seat, sit together, bring a chair, bring chairs, save a seat, place to sit, sit at the front',
    signs: 'first come, first served, row, section, limited, lawn chairs, blankets',
    de: 'sitzplatz, sitzplätze, stehplatz, platzwahl',
    fr: 'place assise, sièges, placement, debout',
    es: 'asiento, asientos, de pie, butaca',
    pt: 'assento, assentos, lugares, cadeiras, em pé',
  },
  {
    id: 'map',
    names: 'map, maps, floor plan, floorplan, site map, venue map, track room',
    cues: 'which room, what room, which hall, find the room, get lost, which floor, where exactly',
    signs: 'room, level, floor, located, indoor, hall, auditorium',
    de: 'karte, lageplan, raumplan, raum, saal',
    fr: 'plan, carte, salle, étage',
    es: 'mapa, plano, sala, planta',
    pt: 'mapa, planta, sala, andar',
  },
  {
    id: 'info-desk',
    names:
      'info desk, information desk, info point, info booth, help desk, information booth, welcome desk, registration desk, hq, front desk',
    cues: 'ask someone, find staff, find an organizer, who can help me there, help on site, help me there, ask for help, get help, need help, something goes wrong',
    signs: 'volunteers, staff, located, lobby, questions, t-shirts',
    de: 'infopoint, infostand, information, infotheke',
    fr: "point info, accueil, point d'information",
    es: 'punto de información, información, mostrador',
    pt: 'balcão de informações, ponto de informação',
  },
  {
    id: 'equipment-rental',
    names: 'rental, rent, hire, borrow, loan, equipment, spare, lend, renting',
    cues: 'can i borrow, do you have spare, forgot to bring, do you provide, supply, do you have any, have extra, provide',
    signs: 'provided, available, deposit, supply, free of charge, hand out, on site, limited supply, supplied',
    de: 'mieten, leihen, ausleihen, verleih',
    fr: 'location, louer, emprunter, prêt',
    es: 'alquiler, alquilar, prestar, préstamo',
    pt: 'aluguel, alugar, emprestar, empréstimo',
  },
  {
    id: 'activities',
    names:
      'activity, activities, games, exhibitions, workshop area, arts and crafts, craft, crafts, art, installation, installations, market, demonstrations, demos, playground',
    cues: 'things to do there, what can we do, what is there to do, fun, bored, whats there',
    signs: 'enjoy, try, join, offer, free, area, make',
    de: 'aktivitäten, spiele, angebote',
    fr: 'activités, jeux, animations',
    es: 'actividades, juegos',
    pt: 'atividades, jogos',
  },
];
