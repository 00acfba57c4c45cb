/** Words that say little about a question's subject although no stop list has them: the few pages of an event are too small to learn that from. */
const weak = new Set(
  (
    'use used using uses start starts started starting end ends ended ending time times happen happens happening show shows make makes made making take takes took taking ' +
    'give gives giving gave come comes coming came find finding found look looking see seeing people person persons guy guys folks man first last second next new old big ' +
    'small good best better great nice cool bad long short much many more less enough different same another other others right left back around day days year years today ' +
    'tomorrow now later early late soon already always whole full part kind sort type types put set keep leave bring work works working help try possible allow allowed ' +
    'mean means meant plan planning think thought heard hear hope wonder wondering question questions idea sure maybe else exactly about stuff actual available able event ' +
    'conference festival attend attending attendee attendees year hold held able ask asking want wanted needed necessary must run two three four five bring'
  ).split(' '),
);

export function isWeakWord(word: string): boolean {
  return weak.has(word);
}
