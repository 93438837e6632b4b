import type { Card } from '../kernel/card.ts';

/** Returns the typed lines behind a card’s buttons, without duplicates. */
export function linesOfCard(card: Card): string[] {
  const lines = [card.more, card.line];
  for (const block of card.blocks) {
    if (block.kind === 'quotation') lines.push(block.context?.line ?? null);
    if (block.kind === 'choices') lines.push(...block.lines);
  }
  return [...new Set(lines.filter((line) => line !== null))];
}

/**
 * Stores the typed lines of a card, and `others`, through `keep`. Returns the button token of each line.
 * Throws the errors of `keep`.
 */
export async function storeButtonLines(
  card: Card,
  keep: (line: string) => Promise<string>,
  others: readonly string[] = [],
): Promise<ReadonlyMap<string, string>> {
  const lines = new Set([...others, ...linesOfCard(card)]);
  const kept = await Promise.all([...lines].map(async (line) => [line, await keep(line)] as const));
  return new Map(kept);
}
