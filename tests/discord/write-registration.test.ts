import { describe, expect, test } from 'vitest';
import { discordRegistration } from '../../adapters/discord/connect/write-registration.ts';
import { commandsFor } from '../../src/answer/command-list.ts';
import { FILTER_PARAMS } from '../../src/kernel/command.ts';
import { HARBOUR } from '../builders/a-harbour-desk.ts';
import { judgeRequest } from './peer/judge-payload.ts';

interface Option {
  readonly name: string;
  readonly type: number;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly options?: readonly Option[];
}

const [command] = discordRegistration(HARBOUR);
const options = (command?.options ?? []) as readonly Option[];

function registered(name: string): Option | undefined {
  const [first, second] = name.split(' ');
  const found = options.find((option) => option.name === first);
  return second ? found?.options?.find((option) => option.name === second) : found;
}

describe('the registration with Discord', () => {
  test('is what Discord takes', () => {
    expect(judgeRequest('PUT', '/applications/1/commands', discordRegistration(HARBOUR))).toEqual([]);
  });

  test('stays within a description’s length whatever the desk’s summary', () => {
    const summary = 'What was said, and by whom, about the harbour and everything in it. '.repeat(5);
    expect(
      judgeRequest('PUT', '/applications/1/commands', discordRegistration({ ...HARBOUR, summary })),
    ).toEqual([]);
  });

  test.each(commandsFor(HARBOUR).filter(({ hidden }) => !hidden))(
    'holds “$name” with its params and filters',
    (definition) => {
      const filters = definition.filtered ? FILTER_PARAMS : [];
      const names = [...new Set([...definition.params, ...filters].map(({ name }) => name))];
      expect(
        registered(definition.name)
          ?.options?.map(({ name }) => name)
          .sort(),
      ).toEqual(names.sort());
    },
  );

  test('keeps hidden commands and pages to buttons', () => {
    expect(JSON.stringify(options)).not.toMatch(/"name":"(context|page)"/);
  });

  test('completes people, outlets and quotations, and no other words', () => {
    const option = (name: string) =>
      registered('who said')?.options?.find((one) => one.name === name)?.autocomplete;
    expect(['words', 'by', 'in', 'since'].map(option)).toEqual([true, true, true, false]);
  });

  test('gives a word that is said or not as a choice of yes and no', () => {
    const bare = commandsFor(HARBOUR).flatMap(({ name, params }) =>
      params.filter((param) => param.bare).map((param) => ({ command: name, option: param.name })),
    );
    expect(bare).toContainEqual({ command: 'add', option: 'all' });
    for (const { command: name, option } of bare)
      expect(registered(name)?.options?.find((one) => one.name === option)?.type).toBe(5);
  });

  test('works in servers, direct messages and as a user install', () => {
    expect(command).toMatchObject({ name: 'harbour', integration_types: [0, 1], contexts: [0, 1, 2] });
  });
});
