import type { Card } from '../kernel/card.ts';

/** The typed lines that the buttons of a card carry, each once. */
export function linesOfCard(card: Card): string[] {
  const lines = [card.more, card.line];
  for (const block of card.blocks) {
    if (block.kind === 'quotation') lines.push(block.context?.line ?? null);
    if (block.kind === 'choices') lines.push(...block.lines);
  }
  return [...new Set(lines.filter((line) => line !== null))];
}

/** Stores each typed line of a card, and `others` beside them, and returns the token of each. Throws what `keep` throws. */
export async function storeButtonLines(
  card: Card,
  keep: (line: string) => Promise<string>,
  others: readonly string[] = [],
): Promise<ReadonlyMap<string, string>> {
  const lines = new Set([...others, ...linesOfCard(card)]);
  const kept = await Promise.all([...lines].map(async (line) => [line, await keep(line)] as const));
  return new Map(kept);
}
