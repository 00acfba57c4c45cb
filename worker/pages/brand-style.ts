/** The event's colour for pages that may have no style of their own; null for what is no colour. Pure. */
export function brandStyle(file: string): string | null {
  const [, color] = /^([0-9a-f]{6})\.css$/.exec(file) ?? [];
  if (!color) return null;
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  // White reaches a contrast of 4.5 up to this luminance, and black above it (WCAG 2.2, contrast ratio).
  const luminance = 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
  return `:root{--brand:#${color};--on-brand:${luminance <= 0.179 ? '#fff' : '#000'}}\n`;
}
