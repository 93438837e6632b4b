import type { PageKnowledge } from '../about/know-page.ts';
import { AROUND, type Asked, NAMED, ORDERED, OWN, PLACED, VOTED } from './block-features.ts';
import type { Block } from './cut-blocks.ts';
import { type Draft, draftBlocks } from './draft-blocks.ts';
import { type PageTotals, totalsOfPage } from './page-totals.ts';
import { type RunningTotals, runningTotals } from './running-totals.ts';

export interface DescribedBlock extends Draft {
  /** Values in the order of FEATURES. */
  readonly features: Float32Array;
}

const SINGLE = Object.entries({ ...OWN, ...PLACED, ...ORDERED });
const LAST = Object.entries(VOTED);
const AROUND_AT = SINGLE.length;
const NAMED_AT = AROUND_AT + AROUND.names.length;
const LAST_AT = NAMED_AT + NAMED.names.length;

/** Names of a block's features, in the order of their values. */
export const FEATURES: readonly string[] = [
  ...SINGLE.map(([name]) => name),
  ...AROUND.names,
  ...NAMED.names,
  ...LAST.map(([name]) => name),
];

const QUESTIONS = SINGLE.map(([, ask]) => ask);
const LAST_QUESTIONS = LAST.map(([, ask]) => ask);

function answer(asked: Asked): Float32Array {
  const features = new Float32Array(FEATURES.length);
  let at = 0;
  // A plain loop: mapping into a typed array takes several times as long.
  for (const ask of QUESTIONS) {
    features[at] = Number(ask(asked));
    at += 1;
  }
  AROUND.write(asked, features, AROUND_AT);
  NAMED.write(asked, features, NAMED_AT);
  at = LAST_AT;
  for (const ask of LAST_QUESTIONS) {
    features[at] = Number(ask(asked));
    at += 1;
  }
  return features;
}

/** Number of characters from the start of a text in which letters and marks are counted. */
const SAMPLE = 1_000;

/** A page's blocks with their features, from which the page model judges them. */
export function describeBlocks(
  blocks: readonly Block[],
  know: Pick<PageKnowledge, 'title' | 'told'>,
): DescribedBlock[] {
  const drafts = draftBlocks(blocks);
  const page = totalsOfPage(drafts, know);
  const walked = runningTotals(drafts, page);
  const described: DescribedBlock[] = [];
  for (const [at, draft] of drafts.entries()) {
    const own = walked[at];
    if (own) described.push({ ...draft, features: answer(ask(draft, at, own, page)) });
  }
  return described;
}

/** Lists every field: spreading this many takes longer than computing the features. */
function ask(draft: Draft, at: number, walked: RunningTotals, page: PageTotals): Asked {
  const { block, line, place, linked, weight, again, size, shapeNumber, tagNumber } = draft;
  const parent = place.parent ?? place;
  return {
    block,
    line,
    place,
    linked,
    weight,
    again,
    size,
    shapeNumber,
    tagNumber,
    at,
    page,
    walked,
    parent,
    grand: parent.parent ?? parent,
    chunk: page.wide[at]?.chunk ?? null,
    sample: block.text.slice(0, SAMPLE),
  };
}
