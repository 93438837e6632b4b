import type { CommandDefinition } from '../kernel/command.ts';

/** The commands that tell what is new, without the examples that only a desk can give. */
export const NEWS_COMMANDS: readonly Omit<CommandDefinition, 'examples'>[] = [
  {
    name: 'brief',
    summary: 'The briefing: what is new, the quotations that matter, figures that changed',
    params: [
      {
        name: 'since',
        summary: 'From this day on; without it, since yesterday',
        required: false,
        lead: 'since',
        completes: null,
      },
    ],
    editors: false,
    filtered: true,
    hidden: false,
  },
  {
    name: 'figures',
    summary: 'Numbers as reported, and where reports differ',
    params: [
      {
        name: 'words',
        summary: 'Only what touches these words',
        required: false,
        lead: null,
        completes: null,
      },
    ],
    editors: false,
    filtered: true,
    hidden: false,
  },
  {
    name: 'watch',
    summary: 'An alert when a new article quotes or names somebody, or holds these words',
    params: [
      {
        name: 'words',
        summary: 'A name, or words; in quotation marks they are a phrase',
        required: false,
        lead: null,
        keepsMarks: true,
        completes: 'people',
      },
      { name: 'by', summary: 'Only what this person says', required: false, lead: 'by', completes: 'people' },
      {
        name: 'about',
        summary: 'Only what touches these words',
        required: false,
        lead: 'about',
        completes: null,
      },
      {
        name: 'quiet',
        summary: 'Hours in which alerts wait, such as 22:00-07:00; “none” for never',
        required: false,
        lead: 'quiet',
        completes: null,
      },
      {
        name: 'privately',
        summary: 'By direct message rather than here; everyone may do that',
        required: false,
        lead: 'privately',
        bare: true,
        completes: null,
      },
    ],
    editors: false,
    filtered: false,
    hidden: false,
  },
  {
    name: 'watches',
    summary: 'What is watched for, here and for you',
    params: [],
    editors: false,
    filtered: false,
    hidden: false,
  },
  {
    name: 'unwatch',
    summary: 'Ends a watch',
    params: [
      {
        name: 'number',
        summary: 'Its number, as “watches” shows it',
        required: true,
        lead: null,
        completes: null,
      },
    ],
    editors: false,
    filtered: false,
    hidden: false,
  },
];
