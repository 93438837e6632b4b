import type { Shortfall } from '../../kernel/answer.ts';

/** A shortfall for a line that cannot be carried out, with a line that works, or null. */
export function refused(say: string, example: string | null = null): Shortfall {
  return { kind: 'shortfall', code: 'refused', say, example };
}
