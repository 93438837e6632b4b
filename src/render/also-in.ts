import type { Citation } from '../kernel/article.ts';
import { numberText } from '../text/count.ts';
import { type CitationText, citationText } from './cite.ts';

/** Where else a story was printed: “Also in 3 outlets”, the first of them, and how many are not named. */
export interface AlsoIn {
  readonly say: string;
  readonly named: readonly CitationText[];
  readonly left: number;
}

/** Maximum outlets named on one line of a card. */
const MOST_NAMED = 5;

/** Lists each other outlet once, or every copy when no other outlet is stated; null without copies. */
export function alsoIn(also: readonly Citation[], shown: Citation): AlsoIn | null {
  const key = ({ outlet }: Citation) => outlet?.trim().toLowerCase() ?? '';
  const others = new Map<string, Citation>();
  for (const copy of also)
    if (key(copy) && key(copy) !== key(shown) && !others.has(key(copy))) others.set(key(copy), copy);
  const printed = others.size ? [...others.values()] : also;
  if (!printed.length) return null;
  const [one, many] = others.size ? ['in 1 outlet', 'outlets'] : ['printed once more', 'copies'];
  const say = printed.length === 1 ? one : `in ${numberText(printed.length)} ${many}`;
  const named = printed.slice(0, MOST_NAMED).map(citationText);
  return { say: `Also ${say}`, named, left: printed.length - named.length };
}
