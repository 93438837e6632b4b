import { toParagraphs } from '../../lines/lines.ts';
import { type ShapedLine, shapeLines } from '../../lines/shape-line.ts';
import { type Place, placer } from '../dom/describe-place.ts';
import type { Block } from './cut-blocks.ts';

/** A block with what its neighbours need to know of it. */
export interface Draft {
  readonly block: Block;
  readonly line: ShapedLine;
  readonly place: Place;
  /** Share of its text that is links. */
  readonly linked: number;
  /** Words of prose it counts for; 0 for what is none, or said before. */
  readonly weight: number;
  /** A block above says the same. */
  readonly again: boolean;
  /** How many words it has, as a power of 2; the numbers its shape and its tag go by. Its neighbours ask for them too. */
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

/** No block counts for more words of prose than this. */
const MOST_WORDS = 100;
/** A shorter text that comes again is furniture. */
const REPEATED_WORDS = 8;

/** The blocks of a page with their shapes and places. */
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
