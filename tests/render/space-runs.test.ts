import { expect, it } from 'vitest';
import { legendOf, spaceBetween } from '../../src/render/space-runs.ts';

const same = (text: string) => ({ kind: 'same', text }) as const;
const struck = (text: string) => ({ kind: 'struck', text }) as const;
const added = (text: string) => ({ kind: 'added', text }) as const;

it('puts a space between runs, and none in a script without spaces', () => {
  expect(spaceBetween(same('We will'), struck('gladly'))).toBe(' ');
  expect(spaceBetween(same('我们将'), added('继续'))).toBe('');
  expect(spaceBetween(same('我们将'), added('ferry'))).toBe(' ');
});

it('breaks the line where the print was broken off', () => {
  expect(spaceBetween(same('We will'), same('sell the ferry.'))).toBe('\n');
});

it('explains only the looks that occur', () => {
  const looks = { struck: '~~struck~~', added: '**bold**' };
  expect(legendOf([same('a')], looks)).toBe('');
  expect(legendOf([same('a'), added('b')], looks)).toBe('**bold**: in print, not in the claim');
  expect(legendOf([added('b'), struck('c')], looks)).toBe(
    '~~struck~~: claimed, not in print · **bold**: in print, not in the claim',
  );
});
