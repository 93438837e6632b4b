import { describe, expect, it } from 'vitest';
import { parseLine } from '../../src/ask/parse-line.ts';
import { NO_FILTERS } from '../../src/kernel/ask.ts';
import { aParseContext } from '../builders/a-parse-context.ts';

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
