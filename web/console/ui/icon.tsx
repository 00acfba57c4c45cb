const paths = {
  today: 'M3 10.5 10 4l7 6.5M5 9v7h10V9',
  approvals: 'M4 10.5 8 14.5 16 6',
  conversations: 'M4 4.5h12v8.5H9.5L6 16v-3H4z',
  knowledge: 'M4 4h5a1.5 1.5 0 0 1 1.5 1.5V16A1.5 1.5 0 0 0 9 14.5H4zM16.5 4h-4.5a1.5 1.5 0 0 0-1.5 1.5V16a1.5 1.5 0 0 1 1.5-1.5h4.5z',
  attendees: 'M3 7.5V5h14v2.5a2.5 2.5 0 0 0 0 5V15H3v-2.5a2.5 2.5 0 0 0 0-5zM12 5v2M12 9v2M12 13v2',
  sales: 'M3 6.5h14v9H3zM7.5 6.5V4.500h5v2M3 10.500h14M9 10.500v1.500h2v-1.500',
  building: 'M5 17V4h7v13M12 8h4v9M3 17h14M7.500 7h2M7.500 10h2M7.500 13h2',
  calendar: 'M4 5.500h12V16H4zM4 8.500h12M7 3.500v3.500M13 3.500v3.500',
  up: 'M6 12l4-4 4 4',
  grip: 'M4.500 7h11M4.500 10h11M4.500 13h11',
  target: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 7a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  document: 'M5 3h7l3 3v11H5zM12 3v3h3M7.500 10h5M7.500 13h5',
  play: 'M6 4l10 6-10 6z',
  activity: 'M3 10h3.5l2-5.5 3 11 2-5.5H17',
  mailbox: 'M3 5h14v10H3zM3.5 5.5 10 11l6.5-5.5',
  settings: 'M4 6h7M15 6h1M4 14h1M9 14h7M13 4v4M7 12v4',
  more: 'M4 6h12M4 10h12M4 14h12',
  close: 'M5 5l10 10M15 5 5 15',
  plus: 'M10 4v12M4 10h12',
  chevron: 'M6 8l4 4 4-4',
  back: 'M12 5l-5 5 5 5',
  search: 'M9 4a5 5 0 1 1 0 10A5 5 0 0 1 9 4zM12.7 12.7 16.5 16.5',
  check: 'M4 10.5 8 14.5 16 6',
  alert: 'M10 4 3 16h14zM10 8.5v3.5M10 13.8v.4',
  info: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 9v4.5M10 6.5v.3',
  copy: 'M7 7h9v9H7zM13 7V4H4v9h3',
  upload: 'M10 13V4M6.5 7 10 3.5 13.5 7M4 13v3h12v-3',
  link: 'M8.5 11.5 11.5 8.5M7 9 5 11a2.8 2.8 0 0 0 4 4l2-2M13 11l2-2a2.8 2.8 0 0 0-4-4L9 7',
  refresh: 'M15.5 7A6 6 0 1 0 16 11M16 4v3.5h-3.5',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.8 10h7.4l.8-10',
  send: 'M3.5 10 16.5 4 13 16.5 9.5 11z',
  hand: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM8 7.5v5M12 7.5v5',
  person: 'M10 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM4 16.5c.6-3 3-4.5 6-4.5s5.4 1.500 6 4.500',
  key: 'M7 9a3.500 3.500 0 1 1 0 5.500A3.500 3.500 0 0 1 7 9zM11 10.500 16.500 5M14 7.500l2 2',
  clock: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 6.500V10l2.500 2',
  download: 'M10 4v9M6.500 9.500 10 13l3.500-3.500M4 16h12',
  edit: 'M4 16l.8-3.500L13 4.300l2.700 2.700-8.200 8.200z',
  external: 'M11 4h5v5M16 4l-7 7M13 11v5H4V7h5',
} as const;

export type IconName = keyof typeof paths;

/** A drawing beside a text that says the same; hidden from screen readers. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
