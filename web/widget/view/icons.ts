const namespace = 'http://www.w3.org/2000/svg';
const paths = {
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M5 12h13M12.5 5.5L19 12l-6.5 6.5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  restart: 'M5 5v5h5M5.5 10A7.5 7.5 0 1 1 5 15',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  page: 'M7 3.5h7l4 4V20.5H7ZM14 3.5v4h4',
  star: 'M12 3.8l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8Z',
  spark: 'M12 3.5c.7 4.8 3 7.2 8 8.5-5 1.3-7.3 3.7-8 8.5-.7-4.8-3-7.2-8-8.5 5-1.3 7.3-3.7 8-8.5Z',
} as const;

const filled: ReadonlySet<string> = new Set(['spark']);

export function icon(name: keyof typeof paths): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  if (filled.has(name)) svg.classList.add('filled');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
