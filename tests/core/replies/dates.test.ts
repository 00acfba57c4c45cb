import { describe, expect, it } from 'vitest';
import { putOffTo, returnDate } from '../../../worker/core/replies/dates/choose-date';
import { proposedTimes } from '../../../worker/core/replies/dates/find-times';
import { plainWords } from '../../../worker/core/replies/signs-of';

/** A Wednesday. */
const writtenAt = Date.UTC(2027, 3, 28, 9);

describe('the day on which somebody is back', () => {
  it.each<[string, string | null, 'en' | 'other']>([
    ['I am out of the office until Monday 3 May with limited access.', '2027-05-03', 'en'],
    ['I am back on Monday.', '2027-05-03', 'en'],
    ['Away from 2 to 9 August.', '2027-08-09', 'en'],
    ['Out of office starting 3 May and returning 17 May.', '2027-05-17', 'en'],
    ['until the 20th and not checking email', '2027-05-20', 'en'],
    ['I will answer when I return on 5/12.', '2027-05-12', 'en'],
    ['Je réponds à mon retour le 5/12.', '2027-12-05', 'other'],
    ['On parental leave until September.', '2027-09-01', 'en'],
    ['Our offices reopen on 2 January.', '2028-01-02', 'en'],
    ['Ich bin bis zum 12.05. nicht im Büro', '2027-05-12', 'other'],
    ['im Urlaub und ab dem 3. Juni wieder erreichbar', '2027-06-03', 'other'],
    ['vom 3. bis 17. August im Urlaub', '2027-08-17', 'other'],
    ["absent du bureau jusqu'au 15 mai", '2027-05-15', 'other'],
    ['volveré el 3 de junio', '2027-06-03', 'other'],
    ['regresso no dia 3 de junho', '2027-06-03', 'other'],
    ['We reply within two business days.', null, 'en'],
  ])('%s', (text, day, language) => {
    expect(returnDate(plainWords(text), writtenAt, language === 'en')).toBe(day);
  });
});

describe('when to ask again', () => {
  it.each<[string, string]>([
    ['Please get back to me in September.', '2027-09-01'],
    ['ask me again next quarter', '2027-07-01'],
    ['Could you follow up in two weeks?', '2027-05-12'],
    ['I am busy until the end of the month, please remind me in June', '2027-06-01'],
    ['in the new year', '2028-01-01'],
    ['after the summer break', '2027-09-01'],
    ['after Easter', '2028-04-18'],
    ['circle back in six months', '2027-10-28'],
    ['Nicht vor dem dritten Quartal', '2027-07-01'],
    ['Rappelez-moi après le 15 juin', '2027-06-15'],
    ['daqui a dois meses', '2027-06-28'],
  ])('%s', (text, day) => {
    expect(putOffTo(plainWords(text), writtenAt, true)).toBe(day);
  });
});

describe('times that are proposed', () => {
  it.each<[string, string[]]>([
    ['Could we talk on Tuesday at 3pm?', ['2027-05-04T15:00']],
    ['Monday 11am or Tuesday 2pm?', ['2027-05-03T11:00', '2027-05-04T14:00']],
    ['4 May at 15:30 or 5 May', ['2027-05-04T15:30', '2027-05-05']],
    ['I am free Thursday between 2 and 4', ['2027-04-29T14:00', '2027-04-29T16:00']],
    ['mercredi à 14h30', ['2027-05-05T14:30']],
    ['el martes a las 15:00', ['2027-05-04T15:00']],
    ['am Dienstag um 15 Uhr', ['2027-05-04T15:00']],
    ['Call me on 020 7946 0000', []],
  ])('%s', (text, times) => {
    expect(proposedTimes(plainWords(text), writtenAt, true)).toEqual(times);
  });
});
