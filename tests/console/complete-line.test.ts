import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeLine } from '../../adapters/console/complete-line.ts';
import { type OpenedDesk, openSampleDesk } from '../builders/a-desk.ts';

let open: OpenedDesk;

beforeAll(async () => {
  open = await openSampleDesk();
});

afterAll(() => open.close());

describe('what Tab offers', () => {
  it.each([
    ['wh', ['who said ', 'who is '], 'wh'],
    ['sai', ['said '], 'sai'],
    ['said nicholas b', ['Nicholas Burns'], 'nicholas b'],
    ['said Burns about ', [], 'Burns about '],
    ['find talks by:sulliv', ['by:Jake Sullivan'], 'by:sulliv'],
    ['who said “bargaining', [], 'who said “bargaining'],
    ['help lat', ['latest'], 'lat'],
  ])('%s', (typed, offered, replaced) => {
    const [found, end] = completeLine(open.desk, typed);
    expect(new Set(found)).toEqual(new Set(offered));
    if (found.length) expect(end).toBe(replaced);
  });

  it('puts an outlet whose name a filter could not read on into quotation marks', () => {
    const [found] = completeLine(open.desk, 'latest in:');
    expect(found.length).toBeGreaterThan(1);
    for (const each of found) expect(each).toMatch(/^in:(?:"[^"]+"|\p{Lu}\S*(?: \p{Lu}\S*)*)$/u);
  });
});
