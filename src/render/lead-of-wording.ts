import type { Wording } from '../kernel/card.ts';

/**
 * The heading before the `n`-th (0-based) of the other wordings; null where the heading before it still
 * applies.
 */
export function leadOfWording(others: readonly Wording[], n: number, marking = ''): string | null {
  const [wording, before] = [others[n], others[n - 1]];
  if (!wording || (before && before.apart === wording.apart)) return null;
  if (wording.apart) return 'Another part of the statement, printed as';
  return others.some(({ differs }) => differs.length) ? `Also printed as${marking}` : 'Also printed as';
}
