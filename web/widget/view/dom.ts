type Child = Node | string | null | false | undefined;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with attributes and children. Strings become text nodes, so nothing that somebody typed is ever parsed as HTML. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== false && child !== undefined));
  return element;
}

export function button(className: string, label: string, onClick: () => void, icon?: SVGSVGElement): HTMLButtonElement {
  const element = el('button', { type: 'button', class: className }, icon, label);
  element.addEventListener('click', onClick);
  return element;
}

export function iconButton(className: string, label: string, icon: SVGSVGElement, onClick: () => void): HTMLButtonElement {
  const element = button(className, '', onClick, icon);
  element.setAttribute('aria-label', label);
  element.title = label;
  return element;
}

/** Touches the text only when it changes: a live region would be read out again. */
export function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
