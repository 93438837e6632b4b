import { commandsFor } from '../../src/answer/command-list.ts';
import type { ParseContext } from '../../src/ask/command.ts';

/** The context of parsing: a Wednesday noon in New York, and the commands of an invented desk. */
export function aParseContext(over: Partial<ParseContext> = {}): ParseContext {
  return {
    now: new Date('2026-03-11T16:00:00Z'),
    zone: 'America/New_York',
    deskCommand: 'harbour',
    commands: commandsFor({
      examples: {
        'who said': ['who said tide tables'],
        said: ['said Ada Quay about dredging'],
        'who is': ['who is Ada Quay'],
        check: ['check "the wall will hold" by Quay'],
        find: ['find sea wall'],
        latest: ['latest'],
        help: ['help'],
      },
    }),
    ...over,
  };
}
