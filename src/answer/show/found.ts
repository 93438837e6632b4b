import type { Answer, Evidence } from '../../kernel/answer.ts';
import type { Block, Card } from '../../kernel/card.ts';
import type { Verdict } from '../../kernel/verdict.ts';

export type Found = Extract<Answer, { kind: 'found' }>;

type Lines = Partial<Pick<Card, 'more' | 'line'>>;
type Dated = { readonly now: Date };

const NO_EVIDENCE: Evidence = { utterances: [], articles: [] };

/** Makes a card as of now. Without `more` it has no next page; without `line` it cannot be shared. */
export function foundCard(
  title: string,
  blocks: readonly Block[],
  { now }: Dated,
  { more = null, line = null }: Lines = {},
): Card {
  return { title, blocks, more, line, asOf: now.toISOString() };
}

/** An answer of a command that shows something about the desk or changes it. */
export function found(
  title: string,
  blocks: readonly Block[],
  deps: Dated,
  { evidence = NO_EVIDENCE, ...lines }: Lines & { readonly evidence?: Evidence } = {},
): Found {
  return { kind: 'found', card: foundCard(title, blocks, deps, lines), evidence };
}

/** An answer of a lookup. `--json` prints its evidence, and schedules compare it. */
export function foundWith(
  evidence: Evidence,
  {
    title,
    blocks,
    verdict,
    ...lines
  }: Pick<Card, 'title' | 'blocks'> & Lines & { readonly verdict?: Verdict },
  deps: Dated,
): Found {
  const answer = found(title, blocks, deps, { ...lines, evidence });
  return verdict ? { ...answer, verdict } : answer;
}
