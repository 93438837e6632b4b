/** The param for the words that a lookup searches for. */
export const WORDS = {
  name: 'words',
  summary: 'Words you remember, in any order; a few are enough',
  required: true,
  lead: null,
  completes: null,
} as const;

/** The param for the person whom a lookup is about. */
export const PERSON = {
  name: 'person',
  summary: 'A person or body: a name, part of one, or an alias',
  required: true,
  lead: null,
  completes: 'people',
} as const;
