import { describe, expect, test } from 'vitest';
import { readOptions } from '../../adapters/discord/listen/read-options.ts';
import { someOptions } from './peer/build-events.ts';

describe('options as Discord sends them', () => {
  test('name a command of two words by group and subcommand', () => {
    expect(
      readOptions(someOptions('who said', { words: 'on time', by: 'Okafor', since: '2024-04' })),
    ).toEqual({
      command: 'who said',
      values: { words: 'on time', by: 'Okafor', since: '2024-04' },
    });
  });

  test('name a command of one word by subcommand', () => {
    expect(readOptions(someOptions('latest', {}))).toEqual({ command: 'latest', values: {} });
  });

  test('give a word that is chosen, and none that is chosen not to be said', () => {
    const add = (all: boolean) =>
      readOptions([
        {
          type: 1,
          name: 'add',
          options: [
            { type: 3, name: 'address', value: 'https://harbour-post.example/feed' },
            { type: 5, name: 'all', value: all },
          ],
        },
      ])?.values;
    expect(add(true)).toEqual({ address: 'https://harbour-post.example/feed', all: 'true' });
    expect(add(false)).toEqual({ address: 'https://harbour-post.example/feed' });
  });

  test('name nothing when there is no subcommand', () => {
    expect(readOptions([])).toBeNull();
    expect(readOptions(undefined)).toBeNull();
    expect(readOptions([{ type: 2, name: 'who', options: [] }])).toBeNull();
  });
});
