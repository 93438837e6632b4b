import { describePage, type LabelledPage } from './label-blocks.ts';

/** What we found who read a page's blocks: the marks of those that are its text, and of those left open; all others are none. */
export interface HandLabels {
  readonly id: string;
  /** Marks (see markOf) with spaces between. */
  readonly text: string;
  readonly unsure: string;
}

const SIZE = 36 ** 5;

/** A text's mark: five letters and digits, enough to tell the blocks of one page apart without keeping their words. */
export function markOf(text: string): string {
  let hash = 2166136261;
  for (const letter of text.replace(/\s+/gu, ' ').trim())
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 2246822519);
  hash ^= hash >>> 13;
  return ((hash >>> 0) % SIZE).toString(36).padStart(5, '0');
}

/** A page cut into blocks, each with what was found of it by hand; null when it cannot be read or none of its text is found again. */
export function labelByHand(
  page: { readonly id: string; readonly html: string; readonly url?: string },
  labels: HandLabels,
): LabelledPage | null {
  const described = describePage({ url: null, ...page });
  if (!described) return null;
  const [text, unsure] = [labels.text, labels.unsure].map((marks) => new Set(marks.split(' ')));
  const blocks = described.blocks.map((one) => {
    const mark = markOf(one.described.block.text);
    const isText = one.words && !unsure?.has(mark) ? (text?.has(mark) ?? false) : null;
    return { ...one, isText };
  });
  const body = blocks.flatMap(({ isText, described: { block } }) => (isText ? [block.text] : [])).join('\n');
  return body ? { ...described, id: page.id, set: 'by hand', body, blocks } : null;
}
