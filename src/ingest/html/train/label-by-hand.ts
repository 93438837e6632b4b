import { describePage, type LabelledPage } from './label-blocks.ts';

/**
 * Our own labels for a page: the marks of the blocks that are its text, and of the undecided ones. All other
 * blocks are not text.
 */
export interface HandLabels {
  readonly id: string;
  /** Marks (see markOf), separated by spaces. */
  readonly text: string;
  readonly unsure: string;
}

const SIZE = 36 ** 5;

/**
 * A hash of a text: five letters and digits, enough to tell the blocks of one page apart without storing
 * their words.
 */
export function markOf(text: string): string {
  let hash = 2166136261;
  for (const letter of text.replace(/\s+/gu, ' ').trim())
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 2246822519);
  hash ^= hash >>> 13;
  return ((hash >>> 0) % SIZE).toString(36).padStart(5, '0');
}

/**
 * Cuts a page into blocks labelled by hand; null when the page cannot be parsed or none of its labelled text
 * is found.
 */
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
