/** Colours derived from one brand colour so that text on or in it keeps at least 4.5:1 (WCAG 2.2, 1.4.3). */
export interface Theme {
  brand: string;
  /** Text on a brand-coloured surface. */
  onBrand: string;
  /** The brand as text and icons on the light and on the dark surface. */
  accentOnLight: string;
  accentOnDark: string;
}

type Rgb = readonly [number, number, number];
const fallback = '#3b4cca';
const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
export const lightSurface = '#f4f4f6';
export const darkSurface = '#26282e';

/** Pure. Anything that is not `#rrggbb` gives the default colour. */
export function themeFrom(brandColor: string): Theme {
  const brand = rgb(brandColor) ? brandColor.toLowerCase() : fallback;
  return {
    brand,
    onBrand: contrast(brand, '#ffffff') >= 4.5 ? '#ffffff' : '#000000', // one of the two always reaches 4.58
    accentOnLight: readableOn(brand, lightSurface, black),
    accentOnDark: readableOn(brand, darkSurface, white),
  };
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function readableOn(color: string, surface: string, towards: Rgb): string {
  for (let share = 0; share < 1; share += 0.06) {
    const mixed = mix(color, towards, share);
    if (contrast(mixed, surface) >= 4.5) return mixed;
  }
  return hex(towards);
}

function mix(color: string, towards: Rgb, share: number): string {
  const from = rgb(color) ?? black;
  return hex([0, 1, 2].map((i) => Math.round((from[i] ?? 0) * (1 - share) + (towards[i] ?? 0) * share)));
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = (rgb(color) ?? black).map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function rgb(color: string): Rgb | null {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return null;
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function hex(channels: readonly number[]): string {
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
