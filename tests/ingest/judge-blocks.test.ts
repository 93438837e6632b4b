import { describe, expect, it } from 'vitest';
import { cutBlocks } from '../../src/ingest/html/cut-blocks.ts';
import { describeBlocks } from '../../src/ingest/html/describe-blocks.ts';
import { takeBlocks } from '../../src/ingest/html/judge-blocks.ts';
import { readDom } from '../../src/ingest/html/read-dom.ts';

const SENTENCE =
  'The council of the town met on the first evening of the month and put the matter off once more.';

/** Four paragraphs of the same length. */
function fourParagraphs() {
  const dom = readDom(
    `<div>${['One', 'Two', 'Three', 'Four'].map((n) => `<p>${n}. ${SENTENCE}</p>`).join('')}</div>`,
  );
  if (dom.kind === 'refused') throw new Error(dom.reason);
  return describeBlocks(cutBlocks(dom.root), { title: null, told: null });
}

describe('what is taken of a page', () => {
  it('leaves out a doubtful paragraph where the others are sure', () => {
    expect(takeBlocks(fourParagraphs(), [5, 5, 5, -0.6])).toEqual([true, true, true, false]);
  });

  it('is that paragraph too where the others are hardly surer', () => {
    expect(takeBlocks(fourParagraphs(), [0.2, 0.2, 0.2, -0.6])).toEqual([true, true, true, true]);
  });

  it('is never what is less likely than one in five, while there is anything better', () => {
    expect(takeBlocks(fourParagraphs(), [-1, -2, -2, -2])).toEqual([true, false, false, false]);
  });
});
