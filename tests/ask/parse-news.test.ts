import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLine } from '../../src/ask/parse-line.ts';
import { writeLine } from '../../src/ask/write-line.ts';
import { aParseContext } from '../builders/a-parse-context.ts';

const context = aParseContext();

const parse = (line: string) => parseLine(line, context);

describe('a line about what is new, or to be told of', () => {
  const watch = { kind: 'watch', by: null, about: null, quiet: null, privately: false };

  it.each([
    ['brief', { since: null, until: null }],
    ['brief since Monday', { since: '2026-03-09' }],
    ['brief since 2026-02', { since: '2026-02-01' }],
    ['brief yesterday', { since: '2026-03-10' }],
    [
      'brief since:2026-02-01 until:2026-02-10 in:Echo',
      { since: '2026-02-01', until: '2026-02-10', in: 'Echo' },
    ],
  ])('%j is a briefing of those days', (line, filters) =>
    expect(parse(line)).toMatchObject({ kind: 'brief', ingested: null, filters }),
  );

  it('takes two instants for a stretch of reading in, and writes them back', () => {
    const ask = parse('brief since:2026-03-10T13:00:00Z until:2026-03-11T13:00:00.500Z page:2');
    expect(ask).toMatchObject({
      kind: 'brief',
      page: 2,
      ingested: { after: '2026-03-10T13:00:00.000Z', until: '2026-03-11T13:00:00.500Z' },
      filters: { since: null, until: null },
    });
    if (ask.kind !== 'shortfall') expect(parse(writeLine(ask, context.commands))).toEqual(ask);
  });

  it.each([
    ['watch Ada Quay', { words: 'Ada Quay' }],
    ['watch for Ada Quay please', { words: 'Ada Quay' }],
    ['watch "sea wall"', { words: '“sea wall”' }],
    ['watch by:Quay about dredging', { words: '', by: 'Quay', about: 'dredging' }],
    ['watch by:Ada Quay dredging', { words: 'dredging', by: 'Ada Quay' }],
    ['watch sea wall privately', { words: 'sea wall', privately: true }],
    [
      'watch "sea wall" by dm quiet 22:00-07:00',
      { words: '“sea wall”', privately: true, quiet: '22:00-07:00' },
    ],
    ['watch sea wall quiet 22-7 by direct message', { words: 'sea wall', privately: true, quiet: '22-7' }],
    ['watch quiet', { words: 'quiet' }],
    ['watch "by dm"', { words: '“by dm”' }],
  ])('%j is a watch, and reads back as itself', (line, given) => {
    const ask = parse(line);
    expect(ask).toEqual({ ...watch, ...given });
    if (ask.kind !== 'shortfall') expect(parse(writeLine(ask, context.commands))).toEqual(ask);
  });

  it('takes whatever is typed behind watch, quickly, and reads back what it understood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        const ask = parse(`watch ${typed}`);
        if (ask.kind === 'watch') expect(parse(writeLine(ask, context.commands))).toEqual(ask);
      }),
      { numRuns: 300 },
    );
  });

  it.each([['unwatch 3'], ['unwatch #3'], ['unwatch watch 3']])('%j ends watch 3', (line) =>
    expect(parse(line)).toEqual({ kind: 'unwatch', number: 3 }),
  );
});
