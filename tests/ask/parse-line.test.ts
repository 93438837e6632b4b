import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAsk } from '../../src/ask/build-ask.ts';
import { parseLine } from '../../src/ask/parse-line.ts';
import { writeLine } from '../../src/ask/write-line.ts';
import { type Ask, NO_FILTERS } from '../../src/kernel/ask.ts';
import { aParseContext } from '../builders/a-parse-context.ts';
import { processorTime } from '../builders/processor-time.ts';

const context = aParseContext();
const parse = (line: string) => parseLine(line, context);
const lookup = { filters: NO_FILTERS, page: 1 };

describe('a typed line', () => {
  it.each([
    ['who said tide tables', { kind: 'who said', words: 'tide tables', ...lookup }],
    ['WHO SAID “tide tables”', { kind: 'who said', words: 'tide tables', ...lookup }],
    ['/harbour who said tide tables', { kind: 'who said', words: 'tide tables', ...lookup }],
    [
      'said Ada Quay about dredging the bar',
      { kind: 'said', person: 'Ada Quay', about: 'dredging the bar', ...lookup },
    ],
    ['said Ada Quay', { kind: 'said', person: 'Ada Quay', about: null, ...lookup }],
    ['who is Ada Quay?', { kind: 'who is', person: 'Ada Quay', ...lookup }],
    ['find sea wall', { kind: 'find', words: 'sea wall', ...lookup }],
    ['latest', { kind: 'latest', ...lookup }],
    ['check “the wall will hold”', { kind: 'check', quotation: 'the wall will hold', ...lookup }],
    ['check the wall … will hold', { kind: 'check', quotation: 'the wall … will hold', ...lookup }],
    [
      'check “The wall,” she said. “It will hold.”',
      { kind: 'check', quotation: '“The wall,” she said. “It will hold.”', ...lookup },
    ],
    ['help', { kind: 'help', command: null }],
    ['help who said', { kind: 'help', command: 'who said' }],
    ['', { kind: 'help', command: null }],
    ['   ', { kind: 'help', command: null }],
  ])('%j is read', (line, ask) => expect(parse(line)).toEqual(ask));

  it.each([
    ['latest since:2026-02', { since: '2026-02-01' }],
    ['latest until:2026-02', { until: '2026-02-28' }],
    ['latest since:2025 until:2025', { since: '2025-01-01', until: '2025-12-31' }],
    ['latest since:yesterday', { since: '2026-03-10' }],
    ['latest since:last Monday', { since: '2026-03-09' }],
    ['latest since:"10 October 2023"', { since: '2023-10-10' }],
    ['latest since:Oct 10, 2023 in:Echo', { since: '2023-10-10', in: 'Echo' }],
    ['latest in:"The Harbour Echo"', { in: 'The Harbour Echo' }],
    ['latest in: Echo', { in: 'Echo' }],
    ['find wall by:Ada Quay', { by: 'Ada Quay' }],
    ['find wall by:“Ada Quay”', { by: 'Ada Quay' }],
  ])('%j narrows the lookup', (line, filters) => {
    expect(parse(line)).toMatchObject({ filters: { ...NO_FILTERS, ...filters } });
  });

  it.each([
    ['check “the wall will hold” by Ada Quay', 'the wall will hold', 'Ada Quay'],
    ['check the wall will hold by Ada Quay', 'the wall will hold', 'Ada Quay'],
    ['check the wall was built by the tide by Ada Quay', 'the wall was built by the tide', 'Ada Quay'],
    ['check "built by hand"', 'built by hand', null],
    ['check "built by hand" by:Quay', 'built by hand', 'Quay'],
    ['check built by hand by:Quay', 'built by hand', 'Quay'],
    ['check the house we stood by', 'the house we stood by', null],
    [
      'check caused by the greed of the people who sell it to us',
      'caused by the greed of the people who sell it to us',
      null,
    ],
    ['did Quay really say that the wall will hold?', 'the wall will hold', 'Quay'],
    ['has Ada Quay ever actually said the wall will hold', 'the wall will hold', 'Ada Quay'],
    ['is it true that Ada Quay said the wall will hold?', 'the wall will hold', 'Ada Quay'],
    ['Did she really say the wall will hold?', 'the wall will hold', null],
    ['is this quote right: the wall will hold', 'the wall will hold', null],
    ['fact-check “the wall will hold” by Ada Quay', 'the wall will hold', 'Ada Quay'],
  ])('%j checks a quotation and who is said to have said it', (line, quotation, by) => {
    expect(parse(line)).toMatchObject({ kind: 'check', quotation, filters: { ...NO_FILTERS, by } });
  });

  it('keeps a filter’s words out of what is searched', () => {
    expect(parse('find by:Quay sea wall since:2026-01')).toMatchObject({
      words: 'sea wall',
      filters: { by: 'Quay' },
    });
  });

  it('takes words in quotation marks as they stand', () => {
    expect(parse('who said "by:Quay about"')).toMatchObject({ words: 'by:Quay about', filters: NO_FILTERS });
  });

  it.each([
    ['who said', 'needs words'],
    ['who said ?!', 'needs words'],
    ['said', 'needs a person'],
    ['latest since:someday', 'not a date'],
    ['latest since:2026-13', 'not a date'],
    ['latest since:2026-03-01 until:2026-02-01', 'later than'],
    ['latest page:none', 'page is a number'],
    ['latest 2023', 'takes no words'],
    ['said Ada Quay by:Pier', 'already names a person'],
    ['find page:0 wall', 'page is a number'],
  ])('%j is refused with the reason', (line, reason) => {
    expect(parse(line)).toMatchObject({
      kind: 'shortfall',
      code: 'usage',
      say: expect.stringContaining(reason),
    });
  });

  it('refuses a line longer than any question', () => {
    expect(parse(`find ${'x'.repeat(5_000)}`)).toMatchObject({
      kind: 'shortfall',
      say: expect.stringContaining('too long'),
    });
  });
});

describe('a typing error', () => {
  it.each([
    ['who siad tide tables', 'who said tide tables'],
    ['whosaid tide tables', 'who said tide tables'],
    ['whoo said tide tables', 'who said tide tables'],
    ['lastest', 'latest'],
    ['fnid sea wall since:2026-01', 'find sea wall since:2026-01'],
    ['hlep', 'help'],
    ['siad Ada Quay', 'said Ada Quay'],
    ['fnd', 'find sea wall'],
  ])('%j is answered with the nearest command and %j', (line, example) => {
    expect(parse(line)).toMatchObject({
      kind: 'shortfall',
      code: 'usage',
      example,
      say: expect.stringContaining('Did you mean'),
    });
  });
});

describe('plain English', () => {
  it.each([
    [
      'who said that the tide tables were wrong?',
      { kind: 'who said', words: 'that the tide tables were wrong' },
    ],
    ['Who was it that said the wall would hold?', { kind: 'who said', words: 'the wall would hold' }],
    ['who called it a disgrace?', { kind: 'who said', words: 'it a disgrace' }],
    ['Can you tell me who mentioned dredging?', { kind: 'who said', words: 'dredging' }],
    ['what did Quay say about dredging?', { kind: 'said', person: 'Quay', about: 'dredging' }],
    ['What has Ada Quay said?', { kind: 'said', person: 'Ada Quay', about: null }],
    ['did Quay say anything about the wall?', { kind: 'said', person: 'Quay', about: 'the wall' }],
    ['what’s Ada Quay’s position on dredging', { kind: 'said', person: 'Ada Quay', about: 'dredging' }],
    ['quotes from Ada Quay on dredging', { kind: 'said', person: 'Ada Quay', about: 'dredging' }],
    ['how did Quay respond?', { kind: 'said', person: 'Quay', about: null }],
    ['is it true that Quay said the wall would hold?', { kind: 'check', quotation: 'the wall would hold' }],
    ['when did Quay say the wall would hold?', { kind: 'who said', words: 'the wall would hold' }],
    ["who's Ada Quay?", { kind: 'who is', person: 'Ada Quay' }],
    ['who was Ada Quay', { kind: 'who is', person: 'Ada Quay' }],
    ['anything new?', { kind: 'brief', filters: { since: null } }],
    ["what's new today?", { kind: 'brief', filters: { since: '2026-03-11' } }],
    ['anything new since Monday?', { kind: 'brief', filters: { since: '2026-03-09' } }],
    ['brief me, please', { kind: 'brief', filters: { since: null } }],
    ['can you give me a morning briefing?', { kind: 'brief' }],
    ['what did I miss?', { kind: 'brief' }],
    ['catch me up since Friday', { kind: 'brief', filters: { since: '2026-03-06' } }],
    ['what’s new about the wall?', { kind: 'find', words: 'the wall' }],
    ['what did the councillors write to Quay?', { kind: 'said', person: 'the councillors', about: null }],
    ['what did Quay say to reporters about dredging?', { kind: 'said', person: 'Quay', about: 'dredging' }],
    ['did anyone say anything about dredging?', { kind: 'who said', words: 'dredging' }],
    ['who told the Echo that the wall will hold?', { kind: 'who said', words: 'the wall will hold' }],
    ['who asked whether the wall will hold', { kind: 'who said', words: 'the wall will hold' }],
    ['show me what Quay asked', { kind: 'said', person: 'Quay' }],
    ['what did Quay ask the mayor about dredging?', { kind: 'said', person: 'Quay', about: 'dredging' }],
    ['alert me when there is news about the wall', { kind: 'watch', words: 'the wall' }],
    ['what are we watching?', { kind: 'watches' }],
    ['what figures are there about dredging?', { kind: 'figures', words: 'dredging' }],
    ['any numbers on the wall', { kind: 'figures', words: 'the wall' }],
    ['which figures differ?', { kind: 'figures', words: null }],
    ['do we have anything about the sea wall?', { kind: 'find', words: 'the sea wall' }],
    ['articles about dredging please', { kind: 'find' }],
    ['tell me about the sea wall', { kind: 'find', words: 'the sea wall' }],
    ['sea wall breach', { kind: 'find', words: 'sea wall breach' }],
    ['"the wall will hold"', { kind: 'who said', words: 'the wall will hold' }],
    ['who said: the wall', { kind: 'who said', words: 'the wall' }],
    ['Ada Quay quotes', { kind: 'said', person: 'Ada Quay' }],
    ['what’s the latest on the wall?', { kind: 'find', words: 'the wall' }],
    ['hello', { kind: 'help', command: null }],
    ['what can you do?', { kind: 'help', command: null }],
    ['Thanks a lot!', { kind: 'help', command: null }],
    ['Good morning, Verbatim', { kind: 'help', command: null }],
    ['Who are you?', { kind: 'help', command: null }],
  ])('%j is understood', (line, ask) => expect(parse(line)).toMatchObject(ask));

  it.each([
    ['anything new since Monday?', { since: '2026-03-09' }],
    ['what did Quay say about dredging since 2026-01?', { since: '2026-01-01' }],
    ['any stories about the wall before October 2025', { until: '2025-09-30' }],
    ['any stories about the wall after October 2025', { since: '2025-11-01' }],
    ['is it true that Quay said the wall would hold', { by: 'Quay' }],
  ])('%j narrows the lookup', (line, filters) => {
    expect(parse(line)).toMatchObject({ filters: { ...NO_FILTERS, ...filters } });
  });
});

describe('any Ask', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(
      'about',
      'by:Quay x',
      'in: the about',
      'since:2020',
      '“a” "b" c',
      '漢字 テスト',
      'page:2',
      "it's",
    ),
  );
  const values = fc.record({
    words: text,
    quotation: text,
    person: text,
    about: text,
    by: text,
    in: text,
    since: fc.constantFrom('', '2026-01', 'yesterday'),
    page: fc.constantFrom('', '1', '7'),
  });

  it('is the same after it is written as a line and read again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...context.commands.filter(({ filtered }) => filtered)),
        values,
        (command, given) => {
          const ask = buildAsk(command, given, context);
          if (ask.kind === 'shortfall') return;
          expect(parse(writeLine(ask))).toEqual(ask);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('comes of any line without a fault', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 200 })), (line) => {
        const ask: Ask | { kind: 'shortfall' } = parse(line);
        expect(ask.kind).toBeTypeOf('string');
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    `who said ${'"'.repeat(3_000)}`,
    'a'.repeat(3_900),
    'what did '.repeat(400),
    'since '.repeat(600),
    ' '.repeat(3_999),
    'who is it true that '.repeat(180),
  ])('is made quickly of a hostile line', async (line) => {
    const { ms } = await processorTime(() => parse(line));
    expect(ms).toBeLessThan(5_000);
  });
});

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
    if (ask.kind !== 'shortfall') expect(parse(writeLine(ask))).toEqual(ask);
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
    if (ask.kind !== 'shortfall') expect(parse(writeLine(ask))).toEqual(ask);
  });

  it('takes whatever is typed behind watch, quickly, and reads back what it understood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        const ask = parse(`watch ${typed}`);
        if (ask.kind === 'watch') expect(parse(writeLine(ask))).toEqual(ask);
      }),
      { numRuns: 300 },
    );
  });

  it.each([['unwatch 3'], ['unwatch #3'], ['unwatch watch 3']])('%j ends watch 3', (line) =>
    expect(parse(line)).toEqual({ kind: 'unwatch', number: 3 }),
  );
});
