import { describe, expect, it } from 'vitest';
import { textOfHtmlMail } from '../../../worker/core/replies/html-mail-text';
import { referralIn } from '../../../worker/core/replies/referral';
import { visibleText } from '../../../worker/core/replies/visible-text';

describe('what somebody wrote is parted from', () => {
  it.each([
    [
      'an answered mail below, attributed over two lines',
      'Yes!\n\nOn Mon, 1 Mar 2027 at 10:00, Robin Sample\n<robin@events.example> wrote:\n\n> Unsubscribe here\n',
      'Yes!',
    ],
    [
      'an answered mail above',
      'El lun, 1 mar 2027 a las 10:00, R (<r@x.example>) escribió:\n> Hola\n\nSí, me interesa.',
      'Sí, me interesa.',
    ],
    ['questions between the answers', '> Would Tuesday work?\nYes, 3pm.\n> Who joins?\nJust me.', 'Yes, 3pm.\nJust me.'],
    [
      'the headers that Outlook quotes',
      'Not for us.\n\nFrom: Robin <r@x.example>\nSent: Monday\nTo: Anna\nSubject: Offer\n\nStop me',
      'Not for us.',
    ],
    [
      'the headers that a German Outlook quotes',
      'Ok.\n\n________________________________\nVon: R <r@x.example>\nGesendet: Montag\nAn: A\nBetreff: Hi\n\nText',
      'Ok.',
    ],
    ['a signature', 'Gern.\n\nMit freundlichen Grüßen\nOtto Kern\nLeiter Marketing\n+49 30 1', 'Gern.'],
    ['what a phone adds', 'Gern.\n\nVon meinem iPhone gesendet', 'Gern.'],
    [
      'a disclaimer',
      'Interested.\n\nThis e-mail and any attachments are confidential and intended solely for the addressee.',
      'Interested.',
    ],
    ['a banner of a gateway', 'CAUTION: This email originated from outside of the organization.\n\nFine with me', 'Fine with me'],
  ])('%s', (_what, text, own) => {
    expect(visibleText(text)).toBe(own);
  });
  it('a last line that is only the writer’s name', () => {
    expect(visibleText('Count us in.\n\nAnna', 'Anna Bell <anna@acme.example>')).toBe('Count us in.');
    expect(visibleText('Please do this:\nUnsubscribe', 'Anna Bell <anna@acme.example>')).toBe('Please do this:\nUnsubscribe');
  });
  it('what HTML hides, quotes and signs with', () => {
    const html =
      '<head><title>t</title></head><div>Yes &amp; <b>no</b><div style="display:none">hidden</div><br></div><div class="gmail_signature">Anna</div><div>On Mon, 1 Mar 2027 at 10:00, R &lt;r@x.example&gt; wrote:</div><blockquote>Unsubscribe</blockquote>';
    expect(visibleText(textOfHtmlMail(html))).toBe('Yes & no');
  });
});

describe('whom to ask instead', () => {
  it.each([
    ['Please contact Maria Lopez at maria.lopez@acme.example.', { name: 'Maria Lopez', email: 'maria.lopez@acme.example' }],
    ['Bitte wenden Sie sich an Frau Weber (weber@acme.example).', { name: 'Weber', email: 'weber@acme.example' }],
    ['Write to sam.okoro@acme.example', { name: 'Sam Okoro', email: 'sam.okoro@acme.example' }],
    ['Use marketing@acme.example instead.', { email: 'marketing@acme.example' }],
    ['That is not my department.', null],
  ])('%s', (text, referral) => {
    expect(referralIn(text, 'anna@acme.example')).toEqual(referral);
  });
  it('is never the writer', () => {
    expect(referralIn('Write to me at anna@acme.example', 'anna@acme.example')).toBeNull();
  });
});
