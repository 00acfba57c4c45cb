import { describe, expect, test } from 'vitest';
import { settingsFrom } from '../../../web/widget/loader/settings';
import { contrast, darkSurface, lightSurface, themeFrom } from '../../../web/widget/loader/theme';

const plain = {
  scriptAddress: 'https://events.example/widget.js',
  attributes: { event: 'evt_1' },
  pageLanguage: '',
  pageDirection: 'ltr',
  browserLanguages: ['fr-CA', 'de'],
};

describe('the script tag', () => {
  test('without an event there is nothing to draw', () => {
    expect(settingsFrom({ ...plain, attributes: {} })).toBeNull();
    expect(settingsFrom({ ...plain, attributes: { event: ' ' } })).toBeNull();
  });

  test('everything comes from the origin of the script', () => {
    expect(settingsFrom(plain)?.origin).toBe('https://events.example');
  });

  test.each([
    [{ event: 'e', lang: 'pt-BR' }, 'de', 'pt'],
    [{ event: 'e' }, 'de-AT', 'de'],
    [{ event: 'e' }, '', 'fr'],
    [{ event: 'e' }, 'ar', 'en'],
    [{ event: 'e', lang: 'xx' }, 'de', 'en'],
  ])('attributes %j on a page in %j speak %s', (attributes, pageLanguage, expected) => {
    expect(settingsFrom({ ...plain, attributes, pageLanguage })?.language).toBe(expected);
  });

  test.each([
    [undefined, 'ltr', 'right'],
    [undefined, 'rtl', 'left'],
    ['start', 'ltr', 'left'],
    ['start', 'rtl', 'right'],
    ['left', 'rtl', 'left'],
    ['nonsense', 'ltr', 'right'],
  ])('position %j on a %s page sits %s', (position, pageDirection, expected) => {
    expect(settingsFrom({ ...plain, pageDirection, attributes: { event: 'e', position } })?.side).toBe(expected);
  });

  test.each([
    ['', true],
    ['true', true],
    ['false', false],
    [undefined, false],
  ])('data-open=%j opens at once: %s', (open, expected) => {
    expect(settingsFrom({ ...plain, attributes: { event: 'e', open } })?.openAtOnce).toBe(expected);
  });
});

describe('any brand colour stays readable', () => {
  const brands = ['#000000', '#ffffff', '#ffff00', '#0b6470', '#ff3355', '#777777', '#7f7f7f', '#00ff00', '#1a1aff', '#c0ffee'];
  test.each(brands)('%s', (brand) => {
    const theme = themeFrom(brand);
    expect(contrast(theme.onBrand, theme.brand)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.accentOnLight, lightSurface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.accentOnLight, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.accentOnDark, darkSurface)).toBeGreaterThanOrEqual(4.5);
  });

  test('something that is not a colour gives the default, not a broken page', () => {
    expect(themeFrom('red; background: url(x)').brand).toMatch(/^#[0-9a-f]{6}$/);
  });
});
