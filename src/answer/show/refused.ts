import type { Shortfall } from '../../kernel/answer.ts';

/** An answer that refuses, with a typed line that works where there is one. */
export function refused(say: string, example: string | null = null): Shortfall {
  return { kind: 'shortfall', code: 'refused', say, example };
}
