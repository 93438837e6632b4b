import type { Wording } from '../kernel/card.ts';

/** The heading that stands before the `n`-th of the other wordings, or null: other words for the same, then other parts of the statement. */
export function leadOfWording(others: readonly Wording[], n: number, marking = ''): string | null {
  const [wording, before] = [others[n], others[n - 1]];
  if (!wording || (before && before.apart === wording.apart)) return null;
  if (wording.apart) return 'Another part of the statement, printed as';
  return others.some(({ differs }) => differs.length) ? `Also printed as${marking}` : 'Also printed as';
}
