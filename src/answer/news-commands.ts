import type { CommandDefinition } from '../kernel/ask.ts';

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
];
