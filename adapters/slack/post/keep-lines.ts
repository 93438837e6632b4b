import type { Card } from '../../../src/kernel/card.ts';

/** Every typed line a card's buttons carry, and others beside it, each kept and given its token. */
export async function keepLines(
  card: Card,
  keep: (line: string) => Promise<string>,
  others: readonly string[] = [],
): Promise<ReadonlyMap<string, string>> {
  const lines = new Set<string>(others);
  for (const line of [card.more, card.line]) if (line !== null) lines.add(line);
  for (const block of card.blocks) {
    if (block.kind === 'choices') for (const line of block.lines) lines.add(line);
    if (block.kind === 'quotation' && block.context) lines.add(block.context.line);
  }
  const kept = await Promise.all([...lines].map(async (line) => [line, await keep(line)] as const));
  return new Map(kept);
}
