import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GivenOption, readOptions } from '../../adapters/discord/listen/read-options.ts';
import { decodeText } from '../../adapters/slack/listen/decode-text.ts';
import { buildAsk } from '../../src/ask/build-ask.ts';
import { parseLine } from '../../src/ask/parse-line.ts';
import { writeLine } from '../../src/ask/write-line.ts';
import type { AskValues } from '../../src/kernel/ask.ts';
import type { CommandDefinition } from '../../src/kernel/command.ts';
import { aParseContext } from '../builders/a-parse-context.ts';

const context = aParseContext();

/** The ask that Slack's entry makes of the text after the command. */
function throughSlack(text: string) {
  return parseLine(decodeText(text, 'U0BOT'), context);
}

/** The ask that Discord's entry makes of the options. */
function throughDiscord(name: string, values: AskValues) {
  const given = Object.entries(values).map(
    ([option, value]): GivenOption => ({ name: option, type: Type.String, value }),
  );
  const [first = '', second] = name.split(' ');
  const options: GivenOption[] = second
    ? [
        {
          name: first,
          type: Type.SubcommandGroup,
          options: [{ name: second, type: Type.Subcommand, options: given }],
        },
      ]
    : [{ name: first, type: Type.Subcommand, options: given }];
  const read = readOptions(options);
  const command = context.commands.find((each) => each.name === read?.command);
  if (!read || !command) throw new Error(`Discord's door does not know ${name}`);
  return buildAsk(command, read.values, context);
}

/** A typed text as Slack sends it: `&`, `<` and `>` are entities. */
const asSlackSends = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('Slack text and Discord options', () => {
  it.each<[string, string, AskValues]>([
    ['who said tide tables', 'who said', { words: 'tide tables' }],
    [
      'who said “tide tables” since:2026-01 in:"Coast Daily"',
      'who said',
      { words: 'tide tables', since: '2026-01', in: 'Coast Daily' },
    ],
    [
      'said Ada Quay about the wall &amp; the bar',
      'said',
      { person: 'Ada Quay', about: 'the wall & the bar' },
    ],
    ['said Ada Quay until:yesterday', 'said', { person: 'Ada Quay', until: 'yesterday' }],
    ['who is Ada Quay', 'who is', { person: 'Ada Quay' }],
    ['find sea wall by:Quay', 'find', { words: 'sea wall', by: 'Quay' }],
    ['latest in:Echo', 'latest', { in: 'Echo' }],
    ['latest', 'latest', {}],
    ['check “tide tables” by Ada Quay', 'check', { quotation: '"tide tables"', by: 'Ada Quay' }],
    ['check “A,” she said. “B.”', 'check', { quotation: '"A," she said. "B."' }],
    ['help who said', 'help', { command: 'who said' }],
    ['latest since:someday', 'latest', { since: 'someday' }],
    ['who said ???', 'who said', { words: '???' }],
  ])('%j and its options give the same Ask', (text, name, values) => {
    expect(throughSlack(text)).toEqual(throughDiscord(name, values));
  });

  it('give the same Ask for any values', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((each) => !/^\W*[`*_~]/.test(each));
    const filtered = context.commands.filter((command: CommandDefinition) => command.filtered);
    fc.assert(
      fc.property(fc.constantFrom(...filtered), text, text, text, (command, words, about, by) => {
        const values = { words, quotation: words, person: words, about, by, since: '2026-02' };
        const ask = throughDiscord(command.name, values);
        if (ask.kind !== 'shortfall')
          expect(throughSlack(asSlackSends(writeLine(ask, context.commands)))).toEqual(ask);
      }),
      { numRuns: 300 },
    );
  });
});
