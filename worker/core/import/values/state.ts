import type { OrderState, TicketState } from '../../order-states';

/** What a status word of any platform says. `no_ticket`: invited or waiting, so there is nothing to hold yet. */
export type StateWord =
  | 'paid'
  | 'pending'
  | 'cancelled'
  | 'expired'
  | 'refunded'
  | 'partially_refunded'
  | 'checked_in'
  | 'valid'
  | 'unassigned'
  | 'no_ticket'
  | 'nothing';

/** English, German, French, Spanish, Portuguese, Italian; no accents. */
const words: Record<StateWord, string[]> = {
  paid: [
    'paid, completed, complete, payment received, paid in full, succeeded, success, successful, settled, fulfilled, p, manually paid, free order, no payment required, payment not required, overpaid, paid order, captured',
    'bezahlt, gezahlt, abgeschlossen, zahlung eingegangen, kostenlos, uberzahlt, beglichen',
    'paye, payee, payes, regle, reglee, termine, terminee, complete, completee, reussi, acquitte',
    'pagado, pagada, completado, completada, completo, abonado, abonada, pagamento recibido',
    'pago, paga, concluido, concluida, quitado, pagamento recebido, finalizado',
    'pagato, pagata, completato, completata, saldato, saldata',
  ],
  pending: [
    'pending, awaiting payment, awaiting offline payment, pending payment, unpaid, not paid, open, reserved, processing, n, pending approval, awaiting approval, approval pending, requires approval, pending (overdue), overdue, on hold, created, payment pending, not completed, incomplete, pending_approval, in progress, due',
    'ausstehend, offen, unbezahlt, nicht bezahlt, wartet auf zahlung, zahlung ausstehend, reserviert, in bearbeitung, uberfallig, bestatigung ausstehend, genehmigung ausstehend, ausstehende zahlung',
    'en attente, en attente de paiement, impaye, impayee, non paye, non payee, ouvert, reserve, reservee, a payer, en cours, en attente d approbation',
    'pendiente, pendiente de pago, no pagado, no pagada, sin pagar, impagado, abierto, reservado, reservada, en proceso, a la espera, en espera',
    'pendente, aguardando pagamento, nao pago, nao paga, aberto, em aberto, reservado, em processamento, por pagar, a aguardar pagamento',
    'in attesa, in attesa di pagamento, non pagato, non pagata, da pagare, aperto, prenotato, in sospeso, in corso, in elaborazione',
  ],
  cancelled: [
    'cancelled, canceled, cancelled order, order cancelled, void, voided, c, deleted, declined, rejected, not attending, not going, no show cancelled, revoked, inactive, abandoned, failed, denied, withdrawn, removed, transferred out, payment failed',
    'storniert, abgebrochen, abgesagt, geloscht, abgelehnt, ungultig, annulliert, nimmt nicht teil, gekundigt, zuruckgezogen, fehlgeschlagen',
    'annule, annulee, annules, supprime, supprimee, refuse, refusee, invalide, ne participe pas, echoue, desiste',
    'cancelado, cancelada, anulado, anulada, eliminado, rechazado, rechazada, no asiste, no asistira, invalido, fallido',
    'cancelado, cancelada, anulado, excluido, recusado, rejeitado, nao vai, nao comparece, invalido, falhou, nao participara',
    'annullato, annullata, cancellato, cancellata, eliminato, rifiutato, rifiutata, non partecipa, non valido, fallito',
  ],
  expired: [
    'expired, e, lapsed, timed out, abgelaufen, verfallen, expire, expiree, perime, caducado, caducada, expirado, expirada, vencido, vencida, scaduto, scaduta',
  ],
  refunded: [
    'refunded, fully refunded, refund, refund issued, charged back, chargeback, refund completed',
    'erstattet, zuruckerstattet, ruckerstattet, vollstandig erstattet, ruckbuchung, erstattung',
    'rembourse, remboursee, remboursement, entierement rembourse',
    'reembolsado, reembolsada, devuelto, devuelta, reembolso, totalmente reembolsado',
    'reembolsada, estornado, estornada, devolvido, devolvida, totalmente reembolsada',
    'rimborsato, rimborsata, rimborso, completamente rimborsato, interamente rimborsato',
  ],
  partially_refunded: [
    'partially refunded, partial refund, partly refunded, partiallyrefunded, partially_refunded, teilweise erstattet, teilerstattet, teilerstattung, partiellement rembourse, remboursement partiel, partiellement remboursee, parcialmente reembolsado, parcialmente reembolsada, reembolso parcial, parcialmente estornado, rimborsato parzialmente, parzialmente rimborsato, rimborso parziale',
  ],
  checked_in: [
    'checked in, checkedin, attended, present, arrived, scanned, admitted, used, redeemed',
    'eingecheckt, anwesend, erschienen, eingelost, benutzt',
    'enregistre, enregistree, presente, arrive, scanne, a participe',
    'asistio, acreditado, acreditada, escaneado, usado, utilizado',
    'presente, compareceu, check in feito, check in realizado, credenciado, utilizada',
    'check in effettuato, arrivato, ha partecipato, utilizzato',
  ],
  valid: [
    'valid, active, attending, going, confirmed, approved, registered, accepted, issued, sold, ok, booked, live, assigned, will attend, not checked in, comp, free, complimentary, manually added',
    'gultig, aktiv, bestatigt, angemeldet, registriert, nimmt teil, teilnehmend, zugesagt, gebucht, teilnehmer, genehmigt, akzeptiert, verkauft, zugewiesen, nicht eingecheckt',
    'valide, actif, active, confirme, confirmee, inscrit, inscrite, participe, accepte, acceptee, approuve, approuvee, gratuit, vendu, attribue',
    'registrado, registrada, registrato, valido, valida, activo, activa, confirmado, confirmada, inscrito, inscrita, asiste, asistira, aprobado, aprobada, aceptado, aceptada, gratis, vendido, asistente, asistiendo',
    'ativo, ativa, aprovado, aprovada, participara, participando, vai, aceito, aceite, comparecera, participa, gratuito',
    'attivo, attiva, confermato, confermata, iscritto, iscritta, partecipa, partecipera, approvato, approvata, accettato, accettata, venduto',
  ],
  unassigned: ['unassigned, not assigned, nicht zugewiesen, non attribue, sin asignar, nao atribuido, non assegnato'],
  no_ticket: [
    'invited, waitlist, waitlisted, waiting list, on waitlist, eingeladen, warteliste, auf der warteliste, invite, invitee, liste d attente, invitado, lista de espera, convidado, invitato, lista d attesa',
  ],
  nothing: [
    'none, not refunded, no refund, n/a, na, -, no, false, 0, nein, non, nao, keine, aucun, ninguno, nenhum, nessuno, not required, unrefunded, not_refunded',
  ],
};

const byWord: ReadonlyMap<string, StateWord> = new Map(
  Object.entries(words).flatMap(([state, lines]) =>
    lines.flatMap((line) => line.split(', ').map((word): [string, StateWord] => [normal(word), asStateWord(state)])),
  ),
);

/** Object.entries forgets the key type of a literal record; the keys are the record's own. */
function asStateWord(key: string): StateWord {
  return key as StateWord;
}

function normal(value: string): string {
  return value
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[_'’.-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a status cell says; undefined for a word that is not known in any of six languages. */
export function readState(value: string): StateWord | undefined {
  if (value.length > 100) return undefined;
  const bare = normal(value);
  if (bare === '') return 'nothing';
  return (
    byWord.get(bare) ??
    byWord.get(bare.replace(/\s*\([^)]*\)$/, '')) ??
    byWord.get(bare.replace(/^(?:order|ticket|bestellung|commande|pedido|ordine) /, ''))
  );
}

/** The gravest of several status cells wins: a refund over a cancellation over a payment. */
const gravity: StateWord[] = [
  'nothing',
  'valid',
  'paid',
  'unassigned',
  'checked_in',
  'pending',
  'no_ticket',
  'expired',
  'partially_refunded',
  'cancelled',
  'refunded',
];

export function gravest(states: StateWord[]): StateWord {
  return states.reduce<StateWord>((worst, state) => (gravity.indexOf(state) > gravity.indexOf(worst) ? state : worst), 'nothing');
}

export function orderStateOf(word: StateWord): OrderState {
  switch (word) {
    case 'pending':
    case 'cancelled':
    case 'expired':
    case 'refunded':
    case 'partially_refunded':
      return word;
    case 'no_ticket':
      return 'pending';
    case 'paid':
    case 'valid':
    case 'checked_in':
    case 'unassigned':
    case 'nothing':
      return 'paid';
  }
}

export function ticketStateOf(word: StateWord): TicketState {
  switch (word) {
    case 'cancelled':
    case 'expired':
    case 'no_ticket':
      return 'cancelled';
    case 'refunded':
    case 'checked_in':
    case 'unassigned':
      return word;
    case 'partially_refunded':
    case 'paid':
    case 'pending':
    case 'valid':
    case 'nothing':
      return 'valid';
  }
}
