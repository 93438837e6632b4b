import { describe, expect, it } from 'vitest';
import { alsoIn } from '../../src/render/also-in.ts';
import { aCitation } from '../builders/a-card.ts';

const shown = aCitation({ outlet: 'The Harbour Post' });
const copy = (outlet: string | null) => aCitation({ outlet, publishedAt: '2024-04-27' });
const names = (also: ReturnType<typeof alsoIn>) => also?.named.map(({ outlet }) => outlet);

describe('where else a story stands', () => {
  it('is nothing when it stands nowhere else', () => {
    expect(alsoIn([], shown)).toBeNull();
  });

  it('counts each other outlet once, and not the one shown', () => {
    const also = alsoIn(
      [copy('Coast Daily'), copy('coast daily '), copy('the harbour post'), copy('Mail')],
      shown,
    );
    expect(also).toMatchObject({ say: 'Also in 2 outlets', left: 0 });
    expect(names(also)).toEqual(['Coast Daily', 'Mail']);
    expect(alsoIn([copy('Mail')], shown)?.say).toBe('Also in 1 outlet');
  });

  it('names five and says how many more there are', () => {
    const also = alsoIn(['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(copy), shown);
    expect(also).toMatchObject({ say: 'Also in 7 outlets', left: 2 });
    expect(names(also)).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('counts copies where no other outlet is known', () => {
    expect(alsoIn([copy(null)], shown)?.say).toBe('Also printed once more');
    expect(alsoIn([copy('The Harbour Post'), copy(null)], shown)?.say).toBe('Also in 2 copies');
  });
});
