import { firstAddress } from './mail';

/** Pure. Whom an answer names as the one to ask. */
export interface Referral {
  name?: string;
  email?: string;
}

const name = "(\\p{Lu}[\\p{L}'’.-]{1,30}(?: (?:de |da |van |von |del |la )?\\p{Lu}[\\p{L}'’-]{1,30}){0,2})";
const titles = '(?:(?:Mr|Mrs|Ms|Dr|Prof|Frau|Herrn?|Mme|Madame|Monsieur|M|Sra?|Señora?|Dra?)\\.? )?';
/** Words right before a name. What is written small here is written small in the answers, too: they stand within sentences. */
const leads = [
  '(?:[Cc]olleague|[Ss]uccessor|[Mm]anager|[Cc]ontact(?: person)?|[Dd]irector|[Hh]ead of \\p{L}{2,20}(?: \\p{L}{2,20})?|CMO|CEO|[Dd]eputy|[Kk]olleg(?:in|en|e)|Ansprechpartner(?:in)?(?: ist)?|Vertretung(?: ist)?|[Cc]ollègue|[Rr]esponsable(?: \\p{L}{2,15})?(?: es)?|[Cc]ompañer[oa]|[Cc]olega|[Rr]esponsável(?: por isso)?(?: é)?(?: [oa])?),? (?:is |ist |est |es |é |now )?',
  '(?:[Cc]ontact|[Ss]peak (?:to|with)|[Tt]alk to|[Rr]each(?:ing)? out to|[Ww]rite to|[Gg]et in touch with|[Aa]sk|[Tt]ry|[Aa]dding|[Ll]ooping in|[Ff]orward(?:ed|ing)? (?:this |it )?to|[Pp]assed (?:this |it )?(?:on )?to|\\bto (?:is|now is)|is now|[Bb]est person for this is|wenden Sie sich (?:bitte )?an|an|bei uns|[Cc]ontactez(?: plutôt)?|adressez-vous à|voyez avec|[Cc]ontacte (?:con|a|o)|hable con|[Ff]ale com(?: a| o)?|é (?:o|a)|es) (?:our |my |meine |meinen |ma |mon |mi |o meu |a minha )?',
];
const forms = leads.map((lead) => new RegExp(`(?<![\\p{L}])${lead}${titles}${name}`, 'u'));
const nameFirst = new RegExp(
  `${name}(?:,? \\(?[\\w.+-]{1,60}@|,? (?:handles|takes care|is responsible|is in charge|runs|owns|does that|ist zuständig|kümmert))`,
  'u',
);
const notNames =
  /^(?:Use|Write|Email|Mail|Send|Contact|Try|Ask|Via|Call|Talk|Speak|Reach|Schreiben|I|We|You|The|This|Please|Thanks|Sorry|For|If|Our|My|Your|It|He|She|They|Not|No|Hi|Hello|Dear|Sie|Ich|Wir|Bitte|US|Marketing|Sales|Events?|Info|Partnerships?|Monday|Tuesday|Wednesday|Thursday|Friday|Die|Der|Das|Unsere?n?|Marketingabteilung|Geschäftsführung)\b/;

/** `from` is the sender's own address, which is nobody else's. Null when the text names neither name nor address. */
export function referralIn(text: string, from: string): Referral | null {
  const cut = text.slice(0, 3000);
  const addresses = cut.match(/[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}/g) ?? [];
  const email = addresses.map((one) => firstAddress(one)).find((one) => one !== '' && one !== from.toLowerCase());
  const named = [nameFirst, ...forms]
    .map((form) =>
      form
        .exec(cut)?.[1]
        ?.replace(/[.,]$/, '')
        .replace(/^(?:Mr|Mrs|Ms|Dr|Prof|Frau|Herrn?|Mme|Madame|Monsieur|M|Sra?|Señora?)\.? /, ''),
    )
    .find((found) => found !== undefined && !notNames.test(found));
  const person = named ?? nameOf(email);
  return person || email ? { ...(person ? { name: person } : {}), ...(email ? { email } : {}) } : null;
}

/** `maria.lopez@acme.example` belongs to Maria Lopez; `marketing@` to nobody by name. */
function nameOf(email: string | undefined): string | undefined {
  const parts = /^([a-z]{2,20})[._]([a-z]{2,25})@/.exec(email ?? '');
  const capital = (word: string | undefined) => (word ? word.charAt(0).toUpperCase() + word.slice(1) : '');
  return parts ? `${capital(parts[1])} ${capital(parts[2])}` : undefined;
}
