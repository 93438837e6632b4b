import type { CommandDefinition } from '../kernel/command.ts';

/** What the desk reads: seen by everyone, changed by editors. */
export const SOURCE_COMMANDS: readonly Omit<CommandDefinition, 'examples'>[] = [
  {
    name: 'add',
    summary: 'Follows a feed, or reads a page in',
    params: [
      {
        name: 'address',
        summary: 'The address of a feed, of a site that has one, or of an article',
        required: true,
        lead: null,
        completes: null,
      },
      {
        name: 'all',
        summary: 'Everything in the feed, not only what touches the desk’s topic',
        required: false,
        lead: 'all',
        bare: true,
        completes: null,
      },
    ],
    editors: true,
    filtered: false,
    hidden: false,
  },
  {
    name: 'remove',
    summary: 'Stops reading a source; its articles stay',
    params: [
      {
        name: 'source',
        summary: 'Its number, its address or its name, as “sources” shows them',
        required: true,
        lead: null,
        completes: null,
      },
    ],
    editors: true,
    filtered: false,
    hidden: false,
  },
  {
    name: 'sources',
    summary: 'What the desk reads, how fresh it is, and what is wrong with it',
    params: [],
    editors: false,
    filtered: false,
    hidden: false,
  },
];
