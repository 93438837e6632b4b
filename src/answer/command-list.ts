import type { CommandDefinition } from '../kernel/ask.ts';

const WORDS = 'Words you remember, in any order; a few are enough';
const words = { name: 'words', summary: WORDS, required: true, lead: null, completes: null } as const;
const person = {
  name: 'person',
  summary: 'A person or body: a name, part of one, or an alias',
  required: true,
  lead: null,
  completes: 'people',
} as const;

/** Every command there is: help, usage hints, registrations, the README table and a test for each example are made from it. */
export const COMMANDS: readonly CommandDefinition[] = [
  {
    name: 'who said',
    summary: 'Who said it: the exact words, the speaker, and everyone who printed them',
    params: [{ ...words, completes: 'quotations' }],
    filtered: true,
    examples: ['who said sustained conversation', 'who said pointing fingers since:2023-06', 'who said “bargaining chip”'],
    hidden: false,
  },
  {
    name: 'said',
    summary: 'What a person or body has said, newest first',
    params: [
      person,
      { name: 'about', summary: 'Only what touches these words', required: false, lead: 'about', completes: null },
    ],
    filtered: true,
    examples: ['said Nicholas Burns', 'said Schumer about sanctions', 'said Hassan until:2023-12-31'],
    hidden: false,
  },
  {
    name: 'who is',
    summary: 'Role as reported, aliases, how often quoted and where, latest quotations',
    params: [person],
    filtered: true,
    examples: ['who is Nicholas Burns', 'who is Sullivan'],
    hidden: false,
  },
  {
    name: 'find',
    summary: 'Articles about these words, best first',
    params: [words],
    filtered: true,
    examples: ['find working group', 'find precursor chemicals by:Burns'],
    hidden: false,
  },
  {
    name: 'latest',
    summary: 'The newest articles',
    params: [],
    filtered: true,
    examples: ['latest', 'latest since:2023-10-01'],
    hidden: false,
  },
  {
    name: 'help',
    summary: 'What you can ask, with examples that run',
    params: [{ name: 'command', summary: 'One command', required: false, lead: null, completes: 'commands' }],
    filtered: false,
    examples: ['help', 'help who said'],
    hidden: false,
  },
  {
    name: 'context',
    summary: 'The paragraphs around a quotation',
    params: [{ name: 'quotation', summary: 'The quotation’s reference', required: true, lead: null, completes: null }],
    filtered: false,
    examples: [],
    hidden: true,
  },
];

/** The params every filtered command takes besides its own, typed as `by:Burns`. */
export const FILTER_PARAMS = [
  { name: 'by', summary: 'Only this speaker', completes: 'people' },
  { name: 'in', summary: 'Only this outlet', completes: 'outlets' },
  { name: 'since', summary: 'From this day on: 2023-10-01, 2023-10 or “last Monday”', completes: null },
  { name: 'until', summary: 'Up to this day', completes: null },
] as const;
