import { describe, expect, it } from 'vitest';
import { safeLink } from '../../src/render/safe-link.ts';

describe('a link', () => {
  it.each([
    ['https://news.example/a?b=c&d=e#f', 'https://news.example/a?b=c&d=e#f'],
    ['http://news.example', 'http://news.example/'],
    ['https://news.example/Mercury_(planet)', 'https://news.example/Mercury_%28planet%29'],
    ['https://news.example/a)](https://evil.example', 'https://news.example/a%29]%28https://evil.example'],
  ])('%j is shown', (url, shown) => expect(safeLink(url)).toBe(shown));

  it.each([
    null,
    '',
    'javascript:alert(1)',
    'ftp://news.example/x',
    'https://news.example/a|b',
    'https://news.example/<!channel>',
    'https://news.example/a b',
    'https://user:pass@news.example/',
    `https://news.example/${'x'.repeat(3_000)}`,
    'not a url',
  ])('%j is not', (url) => expect(safeLink(url)).toBeNull());
});
