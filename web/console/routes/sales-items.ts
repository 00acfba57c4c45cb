/** The pages of sales, for the navigation at the side and the tabs of a phone. */
export const salesItems = [
  { path: '/sales', text: 'Pipeline' },
  { path: '/sales/prospects', text: 'Prospects' },
  { path: '/sales/companies', text: 'Companies' },
  { path: '/sales/proposals', text: 'Proposals' },
  { path: '/sales/campaigns', text: 'Campaigns' },
  { path: '/sales/replies', text: 'Replies' },
  { path: '/sales/meetings', text: 'Meetings' },
  { path: '/sales/settings', text: 'Sales settings' },
] as const;

/** Which of them an address below the event belongs to. */
export function salesItemOf(path: string): string {
  const fitting = salesItems.filter((item) => path === item.path || path.startsWith(`${item.path}/`));
  return fitting.at(-1)?.path ?? '';
}
