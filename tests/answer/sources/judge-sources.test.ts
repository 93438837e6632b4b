import { expect, it } from 'vitest';
import { judgeSources } from '../../../src/answer/sources/judge-sources.ts';
import type { Source } from '../../../src/kernel/source.ts';
import { ADDED_AT, aNewSource } from '../../builders/a-source.ts';

const NOW = new Date(ADDED_AT.getTime() + 3 * 3_600_000);

function aSource(state: Partial<Source['state']>, parts: Partial<Source> = {}): Source {
  const source = aNewSource();
  return {
    ...source,
    number: 1,
    articles: 3,
    waiting: 0,
    missed: null,
    ...parts,
    state: { ...source.state, ...state },
  };
}

it('says of a feed that answers how fresh it is', () => {
  const heardAt = new Date(NOW.getTime() - 20 * 60_000).toISOString();
  const feed = { title: 'Harbor News', kind: 'atom', link: null, ttlMs: null } as const;
  const nextPollAt = new Date(NOW.getTime() + 5 * 60_000).toISOString();
  expect(judgeSources([aSource({ state: 'well', heardAt, feed, nextPollAt })], NOW)).toEqual([
    {
      well: true,
      name: 'source 1',
      say: 'Harbor News: Atom feed · 3 articles · answered 20 minutes ago · asked again in 5 minutes',
    },
  ]);
});

it('says why a feed cannot be read, since when, and what to do', () => {
  const trouble = {
    code: 'not-found',
    reason: 'The site has no page at this address (404).',
    since: ADDED_AT.toISOString(),
  } as const;
  const [finding] = judgeSources([aSource({ state: 'failing', trouble })], NOW);
  expect(finding).toMatchObject({ well: false });
  expect(finding?.say).toContain(
    'cannot be read, first noticed 3 hours ago: The site has no page at this address (404)',
  );
  expect(finding?.say).toMatch(/give its new address with “add”, and “remove 1”$/u);
});

it('says nothing of pages that were read in', () => {
  expect(judgeSources([aSource({}, { kind: 'page' })], NOW)).toEqual([]);
});
