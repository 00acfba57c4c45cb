const ofSales = new Set(['companies', 'prospects', 'proposals', 'campaigns', 'replies', 'meetings']);

/** The page below the event that a link of the server means: `/events/evt_1/companies/com_1` is `/sales/companies/com_1` here. Null when it is none. Pure. */
export function placeOf(link: string): string | null {
  if (!link.startsWith('/') || link.startsWith('//')) return null;
  const place = link.replace(/^\/events\/[^/]+(?=\/|$)/, '') || '/';
  return ofSales.has(place.split('/')[1] ?? '') ? `/sales${place}` : place;
}
