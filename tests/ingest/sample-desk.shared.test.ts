import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const CLIPPINGS = new URL('../../../shared/clippings/', import.meta.url);
const SAMPLES = new URL('../../data/articles/', import.meta.url);
const present = existsSync(CLIPPINGS);
if (!present) process.stderr.write('Skipped: there is no ../shared/clippings beside this clone.\n');

const readAll = (folder: URL) =>
  readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? [];
const runsOf = (text: string, length: number): string[] => {
  const words = wordsOf(text);
  return words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_, at) => words.slice(at, at + length).join(' '));
};

describe.skipIf(!present)('the sample desk beside the clippings it retells', () => {
  const clippings = present ? readAll(CLIPPINGS).map(({ text }) => text) : [];
  const samples = readAll(SAMPLES);

  it('takes over no ten words in a row outside quotation marks', () => {
    const known = new Set(clippings.flatMap((text) => runsOf(text, 10)));
    for (const { name, text } of samples)
      for (const stretch of text.split(/“[^”]*”/u))
        expect([name, runsOf(stretch, 10).filter((run) => known.has(run))]).toEqual([name, []]);
  });

  it('quotes word for word what a clipping quotes, and never more than forty words', () => {
    for (const { name, text } of samples)
      for (const [, quoted = ''] of text
        .split('---\n')
        .slice(2)
        .join('')
        .matchAll(/“([^”]*)”/gu)) {
        expect([name, wordsOf(quoted).length <= 40]).toEqual([name, true]);
        const words = quoted.replace(/[,.?]$/u, '');
        expect([quoted, clippings.some((clipping) => clipping.includes(words))]).toEqual([quoted, true]);
      }
  });
});
