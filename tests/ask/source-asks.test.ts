import { describe, expect, it } from 'vitest';
import { buildAsk } from '../../src/ask/build-ask.ts';
import { parseLine } from '../../src/ask/parse-line.ts';
import { writeLine } from '../../src/ask/write-line.ts';
import { aParseContext } from '../builders/a-parse-context.ts';

const context = aParseContext();
const url = 'https://harbour-post.example/feed.xml?page:2&by=tide';

describe('lines about sources', () => {
  it.each([
    [`add ${url}`, { kind: 'add', url, all: false }],
    [`add ${url} all`, { kind: 'add', url, all: true }],
    [`Add: <${url}> ALL`, { kind: 'add', url: `<${url}>`, all: true }],
    ['add harbour-post.example', { kind: 'add', url: 'harbour-post.example', all: false }],
    ['remove 3', { kind: 'remove', source: '3' }],
    ['remove Harbour Post: world', { kind: 'remove', source: 'Harbour Post: world' }],
    ['sources', { kind: 'sources' }],
    ['/harbour sources', { kind: 'sources' }],
    [`please follow ${url}`, { kind: 'add', url, all: false }],
    ['subscribe to harbour-post.example', { kind: 'add', url: 'harbour-post.example', all: false }],
    ['stop following Harbour Post', { kind: 'remove', source: 'Harbour Post' }],
    ['what do you read?', { kind: 'sources' }],
    ['Which feeds do you follow?', { kind: 'sources' }],
  ])('%j is read', (line, ask) => expect(parseLine(line, context)).toEqual(ask));

  it.each([
    ['add', 'needs an address after it'],
    ['remove', 'needs a source after it'],
    ['sources of the river', '“sources” takes no words.'],
  ])('%j is asked for again in plain words', (line, say) =>
    expect(parseLine(line, context)).toMatchObject({ kind: 'shortfall', say: expect.stringContaining(say) }),
  );

  it.each([
    [{}, false],
    [{ all: 'yes' }, true],
    [{ all: 'no' }, false],
  ])('Discord’s options with %j', (given, all) => {
    const add = context.commands.find(({ name }) => name === 'add');
    expect(add && buildAsk(add, { address: url, ...given }, context)).toEqual({ kind: 'add', url, all });
  });

  it.each([`add ${url}`, `add ${url} all`, 'remove 3', 'sources'])(
    '%j is the same after it is written as a line and read again',
    (line) => {
      const ask = parseLine(line, context);
      expect(ask.kind !== 'shortfall' && parseLine(writeLine(ask, context.commands), context)).toEqual(ask);
    },
  );

  it('a word that is only near “add” is not taken for it', () =>
    expect(parseLine('and dredging', context)).toMatchObject({ kind: 'find' }));
});
