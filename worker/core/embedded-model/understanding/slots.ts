/** What somebody typed as an identifier. Only ever a search term for the identity check: an effect takes its ids from tool results. */
export interface Slots {
  orderCode?: string;
  email?: string;
}

const codeAfterWord =
  /\b(?:order|booking|ticket|reference|ref|confirmation|code|bestellung|bestellnummer|buchung|commande|réservation|pedido|reserva)\s*(?:code|number|no\.?|nr\.?|id|nummer|numéro|número)?\s*(?:is|:|#|=|lautet|est|es|é)?\s*[#"']?([A-Z0-9][A-Z0-9-]{3,19})\b/i;

/** The order code and e-mail address in a message, if any. A code holds a digit or is in capitals, so that a plain word is none. */
export function slotsOf(text: string): Slots {
  const slots: Slots = {};
  const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,190}\.\p{L}{2,24}/u.exec(text)?.[0];
  if (email !== undefined) slots.email = email;
  const candidate =
    codeAfterWord.exec(text)?.[1] ??
    /(?:^|\s)#([A-Z0-9][A-Z0-9-]{3,19})\b/.exec(text)?.[1] ??
    /\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{5,12}\b/.exec(text)?.[0];
  if (candidate !== undefined && (/\d/.test(candidate) || candidate === candidate.toUpperCase())) slots.orderCode = candidate.toUpperCase();
  return slots;
}
