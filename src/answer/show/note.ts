import type { Block } from '../../kernel/card.ts';

/** A line beside the answer itself. */
export function note(text: string): Block {
  return { kind: 'text', text, tone: 'note' };
}
