import { toParagraphs } from '../../lines/lines.ts';
import { type ShapedLine, shapeLines } from '../../lines/shape-line.ts';
import { type Place, placer } from '../dom/describe-place.ts';
import type { Block } from './cut-blocks.ts';

/** A block with the properties that features of its neighbours also need. */
export interface Draft {
  readonly block: Block;
  readonly line: ShapedLine;
  readonly place: Place;
  /** Share of the text that is links, 0 to 1. */
  readonly linked: number;
  /** Number of words of prose, at most 100; 0 when the block is not prose or repeats a short text above. */
  readonly weight: number;
  /** True when a block above has the same text. */
  readonly again: boolean;
  /**
   * `size` is the base-2 logarithm of the word count plus one; the others are indices of the shape and the
   * tag, −1 when not listed. Features of neighbours use them too.
   */
  readonly size: number;
  readonly shapeNumber: number;
  readonly tagNumber: number;
}

const SHAPES =
  'prose sentence lead-in item short teaser byline date ago caption credit control invitation list comments'.split(
    ' ',
  );
const BLOCK_TAGS =
  'p div li h1 h2 h3 h4 h5 h6 td span figcaption blockquote section pre dd dt article body'.split(' ');

/** Maximum number of words of prose that one block counts for. */
const MOST_WORDS = 100;
/** A repeated text with fewer words is furniture. */
const REPEATED_WORDS = 8;

/** Adds line shapes, places and sizes to the blocks of a page. */
export function draftBlocks(blocks: readonly Block[]): Draft[] {
  const lines = shapeLines(
    toParagraphs(
      blocks.map(({ text }, at) => ({ number: at + 1, line: text })),
      false,
    ),
  );
  const placeOf = placer();
  const seen = new Set<string>();
  return blocks.flatMap((block, at): Draft[] => {
    const line = lines[at];
    if (!line) return [];
    const place = placeOf(block.element);
    const linked = Math.min(block.linked / block.text.length, 1);
    const again = line.words > 3 && seen.has(line.folded);
    seen.add(line.folded);
    const isProse = line.shape === 'prose' || line.shape === 'sentence';
    const counts = isProse && linked < 0.5 && !place.hidden && !(again && line.words < REPEATED_WORDS);
    return [
      {
        block,
        line,
        place,
        linked,
        weight: counts ? Math.min(line.words, MOST_WORDS) : 0,
        again,
        size: Math.log2(line.words + 1),
        shapeNumber: SHAPES.indexOf(line.shape),
        tagNumber: BLOCK_TAGS.indexOf(block.element.name),
      },
    ];
  });
}
