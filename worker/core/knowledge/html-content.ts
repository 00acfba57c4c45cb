/** Elements whose contents are not for reading. Raw text elements are dropped by the tokenizer already. */
const machinery = new Set(
  'head title script style noscript template svg canvas iframe object embed video audio select datalist dialog nav menu math map'.split(
    ' ',
  ),
);
const furnitureRoles = new Set(['navigation', 'contentinfo', 'search', 'dialog', 'alertdialog', 'menu', 'menubar', 'toolbar', 'banner']);
const furnitureNames =
  /(?:^|[\s_-])(?:cookie\w*|gdpr|navbar|nav-?menu|site-?(?:nav|footer|header)|breadcrumbs?|skip-?link|skip-to\S*|share-?(?:buttons?|links?)|newsletter-?popup|popup|modal|page-?footer|offcanvas|back-to-top|pagination)(?=$|[\s_-])/i;
const neverFurniture = new Set(['html', 'body', 'main', 'article']);

/** Elements without content, which never close. */
export const voidElements = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Whether an element holds navigation, banners, consent bars or other furniture of the page rather than what it says. */
export function isFurniture(name: string, attributes: ReadonlyMap<string, string>, insideArticle: boolean): boolean {
  if (neverFurniture.has(name)) return false;
  if (machinery.has(name)) return true;
  if (name === 'footer' && !insideArticle) return true;
  if (attributes.has('hidden') || attributes.get('aria-hidden') === 'true') return true;
  if (furnitureRoles.has(attributes.get('role') ?? '')) return true;
  if (/display\s{0,5}:\s{0,5}none/i.test(attributes.get('style') ?? '')) return true;
  if (name === 'button' && !attributes.has('aria-expanded')) return !insideArticle;
  return furnitureNames.test(attributes.get('class') ?? '') || furnitureNames.test(attributes.get('id') ?? '');
}
