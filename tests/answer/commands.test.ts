import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAsk } from '../../src/ask/build-ask.ts';
import { parseLine } from '../../src/ask/parse-line.ts';
import { writeLine } from '../../src/ask/write-line.ts';
import type { Evidence } from '../../src/kernel/answer.ts';
import { OWNER } from '../../src/kernel/asker.ts';
import type { CommandParam } from '../../src/kernel/command.ts';
import { isLookup, lookupsOf, optionsOf } from '../../src/kernel/command.ts';
import { answerJson } from '../../src/render/answer-json.ts';
import { type OpenedDesk, openSampleDesk } from '../builders/a-desk.ts';
import { aParseContext } from '../builders/a-parse-context.ts';

const context = aParseContext();

/** Words that a line could be taken apart at, and any others. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        'about',
        'by',
        'all',
        'quiet',
        'privately',
        'by:Quay',
        'in: the',
        'since:2020',
        'page:2',
        '“sea wall”',
        '"b"',
        '漢字',
        'it’s',
        'weekdays at 8',
        'latest',
        '3',
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => parts.join(' ')),
);

/** Values that a param may be given. */
function valuesOf({ name, completes }: Pick<CommandParam, 'name' | 'completes'>): fc.Arbitrary<string> {
  const days = fc.constantFrom('2026-01', 'yesterday', '2026-03-10T13:00:00Z');
  if (name === 'since') return days;
  if (name === 'until') return fc.constantFrom('2026-03-11', '2026-03-11T13:00:00.500Z');
  switch (completes) {
    case 'cadences':
      return fc.constantFrom(
        'weekdays at 08:00',
        'every 2 hours',
        'monthly on the last day at 9',
        'cron "0 8 * * 1-5"',
        'daily at 7:30 and 17:00 quiet find sea wall',
      );
    case 'zones':
      return fc.constantFrom('UTC', 'Europe/Berlin', 'ET');
    case 'lookups':
      return fc.oneof(fc.constantFrom('latest', 'find "sea wall" by:"Ada Quay"'), words);
    case 'schedules':
      return fc.oneof(fc.integer({ min: 1, max: 999_999 }).map(String), words);
    case null:
      return fc.oneof(words, fc.integer({ min: 1, max: 9_999 }).map(String));
    default:
      return words;
  }
}

describe.each(context.commands.map((command) => [command.name, command] as const))(
  'the command “%s”',
  (_name, command) => {
    const params = [
      ...optionsOf(command),
      ...(command.filtered ? [{ name: 'page', completes: null } as const] : []),
    ];
    const values = fc.record(
      Object.fromEntries(
        params.map((param) => [
          param.name,
          param.name === 'page' ? fc.constantFrom('1', '7') : valuesOf(param),
        ]),
      ),
      { requiredKeys: [] },
    );

    it('reads every line it writes as the same Ask', () => {
      let built = 0;
      fc.assert(
        fc.property(values, (given) => {
          const ask = buildAsk(command, given, context);
          if (ask.kind === 'shortfall') return;
          built += 1;
          expect(ask.kind).toBe(command.name);
          expect(parseLine(writeLine(ask, context.commands), context)).toEqual(ask);
        }),
        { numRuns: 400 },
      );
      expect(built).toBeGreaterThan(params.length ? 20 : 0);
    });
  },
);

function sizeOf({ utterances, articles, figures = [] }: Evidence): number {
  return utterances.length + articles.length + figures.length;
}

describe('every lookup', () => {
  let opened: OpenedDesk;
  beforeAll(async () => {
    opened = await openSampleDesk();
  });
  afterAll(() => opened.close());

  it('has evidence in its answer, which a schedule can compare and --json prints', async () => {
    const { desk } = opened;
    const without: string[] = [];
    for (const { examples } of lookupsOf(desk.commands))
      for (const line of examples) {
        const { answer, ask } = await desk.reply(line, OWNER);
        if (answer.kind !== 'found' || !ask || !isLookup(ask, desk.commands) || !sizeOf(answer.evidence)) {
          without.push(line);
          continue;
        }
        const { quotations, articles, figures = [] } = answerJson(answer);
        expect(quotations.length + articles.length + figures.length).toBe(sizeOf(answer.evidence));
      }
    expect(without).toEqual([]);
    expect(lookupsOf(desk.commands).filter(({ examples }) => !examples.length)).toEqual([]);
  });
});
