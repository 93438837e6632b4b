import type { Block } from '../../kernel/card.ts';

/** A block for a remark that is not part of the answer itself. */
export function note(text: string): Block {
  return { kind: 'text', text, tone: 'note' };
}
