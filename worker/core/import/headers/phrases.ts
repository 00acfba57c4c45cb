import type { ImportField } from '../fields';

/** What a header means before it is known whose it is: `name` and `email` may be the buyer's or the attendee's. */
export type Meaning = ImportField | 'name' | 'first_name' | 'last_name' | 'email' | 'order_time' | 'state' | 'amount' | 'refunded';

/** Headers in English, German, French, Spanish, Portuguese and Italian, normalised. One line a meaning and language. */
const table: Partial<Record<Meaning, string[]>> = {
  order_id: [
    'order #, order id, order number, order no, order reference, order ref, order, booking id, booking number, booking reference, registration id, registration number, transaction id, purchase id, confirmation number, order public id',
    'bestellung, bestellnummer, bestellnr, bestell nr, bestellung #, bestellung nr, bestell id, bestellcode, auftragsnummer, buchungsnummer, buchung, auftrag, bestellreferenz',
    'commande, n commande, no commande, no de commande, n de commande, numero de commande, numero commande, code de commande, code commande, commande #, commande n, reference commande, reference de commande, reservation, numero de reservation',
    'pedido, n pedido, no pedido, no de pedido, n de pedido, numero de pedido, numero del pedido, pedido #, pedido n, codigo de pedido, codigo de la orden, codigo del pedido, numero de orden, orden, orden #, n de orden, no de orden, compra, numero de compra, reserva, numero de reserva',
    'no do pedido, n do pedido, numero do pedido, codigo do pedido, encomenda, numero da encomenda, codigo da encomenda, no da encomenda, n da encomenda',
    'ordine, ordine #, n ordine, no ordine, numero ordine, numero d ordine, numero dell ordine, codice ordine, codice dell ordine, id ordine, prenotazione, numero prenotazione',
  ],
  order_code: [
    'order code, code, booking code, confirmation code, buchungscode, code de reservation, codigo de reserva, codice prenotazione',
  ],
  order_date: [
    'order date, ordered at, order created date, order created at, order placed at, date ordered, purchase date, purchased at, date of purchase, booking date, booked at, registration date, registered at, registered on, created at, created date, creation date, date created, order completed date, sale date, sold at, signup date, date, timestamp',
    'bestelldatum, bestellt am, bestellzeitpunkt, kaufdatum, gekauft am, buchungsdatum, anmeldedatum, angemeldet am, erstellt am, datum der bestellung, datum, registrierungsdatum',
    'date de commande, date de la commande, date commande, date d achat, commande le, date d inscription, inscrit le, cree le, date de creation, date de reservation',
    'fecha del pedido, fecha de pedido, fecha de compra, fecha de la orden, fecha de orden, fecha de la compra, fecha de registro, fecha de inscripcion, fecha de creacion, fecha, creado el',
    'data do pedido, data da compra, data de compra, data da encomenda, data de inscricao, data da inscricao, data de registro, criado em, data, data de criacao',
    'data ordine, data dell ordine, data dell acquisto, data acquisto, data di acquisto, data di registrazione, data registrazione, data iscrizione, registrato il, iscritto il, creato il, data prenotazione',
  ],
  order_time: [
    'order time, time, time of purchase',
    'bestelluhrzeit, bestellzeit, uhrzeit',
    'heure de commande, heure de la commande, heure',
    'hora del pedido, hora de pedido, hora de la orden, hora, hora do pedido, hora da encomenda',
    'ora ordine, ora dell ordine, ora',
  ],
  state: [
    'status, state, ticket status, attendee status, approval status, registration status, registration state, booking status',
    'stand, zustand, teilnehmerstatus, ticketstatus, anmeldestatus, buchungsstatus',
    'statut, etat, statut du billet, statut du participant, etat du participant, statut participant, statut de l inscription',
    'estado, estatus, estado del asistente, estado de la entrada, estado do participante, situacao, status do participante, status do ingresso, situacao do participante',
    'stato, stato del partecipante, stato partecipante, stato del biglietto, stato biglietto, stato iscrizione',
  ],
  order_state: [
    'payment status, zahlungsstatus, statut de paiement, statut du paiement, estado del pago, estado de pago, estado do pagamento, status do pagamento, stato pagamento, stato del pagamento, order status, order state, bestellstatus, status der bestellung, statut de la commande, statut de commande, statut commande, estado del pedido, estado de la orden, estado do pedido, status do pedido, estado da encomenda, stato ordine, stato dell ordine',
  ],
  ticket_state: ['void status, is void, voided, cancelled, canceled, storniert, annule, cancelado, annullato, ticket state'],
  order_total: [
    'order total, total, grand total, total gross, order amount, total amount, total order amount, gross sales, order value, sum, total price',
    'bestellsumme, gesamtsumme, gesamtbetrag, gesamt, summe, gesamtpreis, bestellbetrag, bestellwert, gesamtwert, bestellung gesamt, gesamtbetrag der bestellung',
    'total de la commande, montant total, total commande, prix total, montant de la commande, total ttc',
    'total del pedido, importe total, total pedido, total de la orden, monto total, precio total, total do pedido, valor total, total da encomenda, montante total, preco total',
    'totale, totale ordine, totale dell ordine, importo totale, totale complessivo, prezzo totale',
  ],
  amount: [
    'amount, price, total paid, amount paid, paid amount, ticket price, price paid, cost, fee, unit price, ticket total, net amount paid, gross amount, gross price, paid',
    'betrag, preis, ticketpreis, kartenpreis, einzelpreis, bezahlter betrag, gezahlter betrag, gezahlt, gesamt bezahlt, bruttopreis, eintritt, summe bezahlt, bezahlter gesamtbetrag, gesamtbetrag bezahlt, gesamtzahlung',
    'montant, prix, prix du billet, tarif paye, montant paye, total paye, prix unitaire, prix paye, cout',
    'importe, precio, precio de la entrada, importe pagado, total pagado, monto, monto pagado, precio unitario, coste, costo, preco, valor, valor pago, total pago, preco do ingresso, preco do bilhete, montante, preco unitario, quantia paga',
    'importo, prezzo, prezzo biglietto, prezzo del biglietto, importo pagato, totale pagato, prezzo unitario, costo, quota',
  ],
  refunded: [
    'total refunded, refunded amount, amount refunded, refund amount, erstattet, erstatteter betrag, erstattungsbetrag, montant rembourse, importe reembolsado, valor reembolsado, importo rimborsato',
  ],
  currency: ['currency, order currency, ticket currency, wahrung, waehrung, devise, monnaie, moneda, divisa, moeda, valuta'],
  quantity: [
    'quantity, qty, ticket quantity, number of tickets, no of tickets, tickets bought, ticket count, # tickets, # of tickets, seats, places',
    'anzahl, menge, stuckzahl, anzahl tickets, anzahl karten, ticketanzahl, anzahl der tickets',
    'quantite, qte, nombre de billets, nb billets, nombre de places, nb de billets',
    'cantidad, numero de entradas, cantidad de entradas, n de entradas, quantidade, qtd, numero de ingressos, quantidade de ingressos, numero de bilhetes, quantidade de bilhetes',
    'quantita, qta, numero di biglietti, numero biglietti, n biglietti',
  ],
  name: [
    'name, full name, person, contact, contact name, your name, your full name, what is your name, what is your full name',
    'vollstandiger name, person, ihr name, dein name',
    'nom complet, nom et prenom, prenom et nom, nom prenom, prenom nom, votre nom',
    'nombre completo, nombre y apellidos, nombre y apellido, apellidos y nombre, tu nombre, su nombre, nome completo, nome e sobrenome, nome e apelido, seu nome',
    'nome e cognome, nome cognome, cognome e nome, nominativo, il tuo nome',
  ],
  attendee_name: [
    'attendee, attendees, participant, guest, guest name, holder, ticket holder, registrant, delegate, teilnehmer, teilnehmerin, gast, gastname, invite, participante, asistente, invitado, convidado, partecipante, ospite',
  ],
  buyer_name: [
    'buyer, purchaser, customer, client, booker, ordered by, purchased by, kaufer, kunde, kundenname, besteller, bestellt von, acheteur, comprador, cliente, acquirente, compratore',
  ],
  first_name: [
    'first name, firstname, given name, given names, forename, fname',
    'vorname, vornamen',
    'prenom, prenoms',
    'nombre, nombres, nombre de pila, nome proprio, primeiro nome, nome',
    'nome di battesimo',
  ],
  last_name: [
    'last name, lastname, surname, family name, lname, second name',
    'nachname, familienname, zuname',
    'nom, nom de famille',
    'apellido, apellidos, sobrenome, ultimo nome, apelido',
    'cognome',
  ],
  email: [
    'email, email address, emailaddress, mail, mail address, contact email, your email, your email address, what is your email, what is your email address, ihre email, deine email, votre email, tu correo, su correo, tu email, su email, seu email, la tua email',
    'email adresse, mailadresse, mail adresse, emailadresse',
    'adresse email, courriel, adresse mail, adresse electronique, adresse courriel, mel',
    'correo, correo electronico, direccion de correo, direccion de correo electronico, direccion de email, endereco de email, correio eletronico, endereco de correio eletronico, email do contato',
    'indirizzo email, posta elettronica, indirizzo di posta elettronica, indirizzo mail',
  ],
  ticket_type: [
    'which ticket, ticket type, ticket name, product, product name, item, item name, ticket, ticket class, type of ticket, ticket category, pass type, pass, admission type, admission, release, variation, variant, ticket variation, ticket title, registration type, tier, category',
    'produkt, produktname, ticketart, tickettyp, ticketkategorie, ticketname, kartenart, kartentyp, kategorie, variante, artikel, eintrittskarte, karte, ticketbezeichnung, produktvariante',
    'produit, type de billet, type de ticket, billet, nom du billet, categorie de billet, tarif, formule, variante produit, declinaison, categorie, article, nom du produit',
    'producto, tipo de entrada, entrada, tipo de boleto, boleto, tipo de ticket, categoria de entrada, variacion, categoria, nombre de la entrada, articulo',
    'produto, tipo de ingresso, ingresso, tipo de bilhete, bilhete, variacao, nome do ingresso, lote',
    'prodotto, tipo di biglietto, tipo biglietto, biglietto, tipologia biglietto, tipologia di biglietto, tipologia, variante biglietto, nome biglietto, nome del biglietto',
  ],
  ticket_id: [
    'ticket id, ticket number, ticket no, ticket #, ticket reference, ticket ref, ticket code, attendee #, attendee id, attendee number, attendee no, position id, positionid, guest id, api id, registrant id, participant id, public id',
    'ticketnummer, ticketnr, ticket nr, ticketcode, kartennummer, teilnehmer #, teilnehmernummer, teilnehmer id, teilnehmer nr, positions id, ticket nummer',
    'n du billet, no du billet, numero du billet, numero de billet, billet #, participant #, numero du participant, n du participant, id du participant, id du billet, id participant, n de participant, no de participant, no participant',
    'n de entrada, no de entrada, numero de entrada, numero de boleto, asistente #, numero de asistente, n de asistente, no de asistente, id del asistente, id de entrada, participante #, numero do participante, no do participante, numero do ingresso, numero do bilhete, id do ingresso, n do participante',
    'numero biglietto, numero del biglietto, n biglietto id, codice biglietto, partecipante #, numero partecipante, n partecipante, id partecipante, id biglietto',
  ],
  ticket_secret: [
    'ticket secret, secret, barcode, barcode #, barcode number, qr code, qr, ticket barcode, strichcode, barcodenummer, code barres, code barre, codigo de barras, codigo qr, codice a barre',
  ],
  checked_in_at: [
    'checked in, checked in at, check in, checkin, check in date, check in time, checkin date, is checked in, checkin time, attended, date checked in, checked in date',
    'eingecheckt, eingecheckt am, check in datum, check in zeit, anwesend, einlass',
    'enregistre, enregistre le, check in le, present, date d enregistrement, pointage',
    'check in realizado, fecha de check in, asistio, acreditado, data de check in, check in em, presente, check in feito',
    'check in effettuato, data check in, presente il',
  ],
  payment_ref: [
    'payment reference, payment id, payment ref, order payment reference, stripe payment id, stripe charge id, payment intent, payment intent id, charge id, zahlungsreferenz, zahlungs id, reference de paiement, referencia de pago, referencia do pagamento, riferimento pagamento, transaction reference, stripe charge',
  ],
  locale: [
    'order locale, locale, language, attendee locale, preferred language, bestellsprache, sprache, langue, langue de la commande, idioma, idioma del pedido, idioma do pedido, lingua, lingua ordine',
  ],
};

/** `name` alone means the whole name except where a surname column stands beside it; `nome` and `nombre` likewise mean the given name only then. */
export const phrases: ReadonlyMap<string, Meaning> = new Map(
  Object.entries(table).flatMap(([meaning, lines]) =>
    lines.flatMap((line) => line.split(', ').map((phrase): [string, Meaning] => [phrase, asMeaning(meaning)])),
  ),
);

/** Object.entries forgets the key type of a literal record; the keys are the record's own. */
function asMeaning(key: string): Meaning {
  return key as Meaning;
}

/** Words that say whose a name or an address is. */
export const attendeeWords = wordSet(
  'attendee attendees participant participants guest guests holder ticketholder delegate teilnehmer teilnehmerin teilnehmende teilnehmenden teilnehmername teilnehmers gast inhaber besucher ticketinhaber participante participantes asistente asistentes invite invites titulaire inscrit titular invitado portador partecipante partecipanti ospite intestatario ticket badge speaker registrant',
);
export const buyerWords = wordSet(
  'buyer purchaser purchaserd payer order billing invoice customer booker contact kaufer kaeufer besteller bestellerin rechnung rechnungsadresse rechnungsempfanger kunde acheteur acheteuse commande facturation client comprador compradora pedido facturacion cliente orden comprador pagador faturamento acquirente ordine fatturazione compratore ordinante encomenda',
);
export const emailWords = wordSet('email emails mail emailadresse mailadresse courriel correo mel');
export const firstNameWords = wordSet('first firstname given forename vorname vornamen prenom nombre primeiro battesimo');
export const lastNameWords = wordSet(
  'last lastname surname family nachname familienname famille apellido apellidos sobrenome apelido cognome ultimo',
);
export const nameWords = wordSet('name names fullname nom nombre nome nominativo teilnehmername');
/** Words that make a header something else than a name, an address or a state, however it goes on. */
export const strangerWords = wordSet(
  'phone telefon telefono telephone telefone company firma organisation organization societe empresa azienda address adresse direccion endereco indirizzo street city zip country state vat url link badge title job event venue answer question verified confirmed sent opt marketing newsletter comment note notes emergency notfall dietary diet company',
);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
