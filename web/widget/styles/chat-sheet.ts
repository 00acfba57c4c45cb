import answer from './answer.css?inline';
import base from './base.css?inline';
import composer from './composer.css?inline';
import conversation from './conversation.css?inline';
import form from './form.css?inline';
import header from './header.css?inline';
import screen from './screen.css?inline';

/** Order counts: base first, what depends on the screen last. */
export const chatSheet = base + header + conversation + answer + form + composer + screen;
