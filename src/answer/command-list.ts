import type { CommandDefinition } from '../kernel/command.ts';
import type { DeskConfig } from '../kernel/settings/desk-config.ts';
import { NEWS_COMMANDS } from './news-commands.ts';
import { SCHEDULE_COMMANDS } from './schedule-commands.ts';
import { SOURCE_COMMANDS } from './source-commands.ts';

const WORDS = 'Words you remember, in any order; a few are enough';
const words = { name: 'words', summary: WORDS, required: true, lead: null, completes: null } as const;
const person = {
  name: 'person',
  summary: 'A person or body: a name, part of one, or an alias',
  required: true,
  lead: null,
  completes: 'people',
} as const;

/** Every command there is, without the examples that only a desk can give. */
const COMMANDS: readonly Omit<CommandDefinition, 'examples'>[] = [
  {
    name: 'who said',
    summary: 'Who said it: the exact words, the speaker, and everyone who printed them',
    params: [{ ...words, completes: 'quotations' }],
    editors: false,
    filtered: true,
    hidden: false,
  },
  {
    name: 'said',
    summary: 'What a person or body has said, newest first',
    params: [
      person,
      {
        name: 'about',
        summary: 'Only what touches these words',
        required: false,
        lead: 'about',
        completes: null,
      },
    ],
    editors: false,
    filtered: true,
    hidden: false,
  },
  {
    name: 'who is',
    summary: 'Role as reported, aliases, how often quoted and where, latest quotations',
    params: [person],
    editors: false,
    filtered: true,
    hidden: false,
  },
  {
    name: 'check',
    summary: 'Whether a quotation is exact, altered, cut or somebody else’s, word by word',
    params: [
      {
        name: 'quotation',
        summary: 'The words as you have them',
        required: true,
        lead: null,
        keepsMarks: true,
        completes: null,
      },
      {
        name: 'by',
        summary: 'Who is said to have said it',
        required: false,
        lead: 'by',
        completes: 'people',
      },
    ],
    editors: false,
    filtered: true,
    hidden: false,
  },
  {
    name: 'find',
    summary: 'Articles about these words, best first',
    params: [words],
    editors: false,
    filtered: true,
    hidden: false,
  },
  {
    name: 'latest',
    summary: 'The newest articles',
    params: [],
    editors: false,
    filtered: true,
    hidden: false,
  },
  ...NEWS_COMMANDS,
  ...SCHEDULE_COMMANDS,
  ...SOURCE_COMMANDS,
  {
    name: 'help',
    summary: 'What you can ask, with examples that run',
    params: [{ name: 'command', summary: 'One command', required: false, lead: null, completes: 'commands' }],
    editors: false,
    filtered: false,
    hidden: false,
  },
  {
    name: 'context',
    summary: 'The paragraphs around a quotation',
    params: [
      {
        name: 'quotation',
        summary: 'The quotation’s reference',
        required: true,
        lead: null,
        completes: null,
      },
    ],
    editors: false,
    filtered: false,
    hidden: true,
  },
];

/**
 * Every command with examples that run on this desk: help, usage hints, registrations, the README table and a test for each example
 * are made from it.
 */
export function commandsFor(desk: Pick<DeskConfig, 'examples'>): readonly CommandDefinition[] {
  return COMMANDS.map((command) => ({ ...command, examples: desk.examples[command.name] ?? [] }));
}
