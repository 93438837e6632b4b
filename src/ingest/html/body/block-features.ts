import { NAME_GROUPS, PLACE_TAGS, type Place } from '../dom/describe-place.ts';
import { attribute } from '../dom/read-dom.ts';
import type { Draft } from './draft-blocks.ts';
import { articleOf } from './find-main.ts';
import type { PageTotals } from './page-totals.ts';
import type { RunningTotals } from './running-totals.ts';
import { wordsOf } from './share-of-stated-text.ts';

/** The inputs from which a block's features are computed. */
export interface Asked extends Draft {
  readonly at: number;
  readonly page: PageTotals;
  readonly walked: RunningTotals;
  readonly parent: Place;
  readonly grand: Place;
  /** The child of the page's main element that contains the block; null outside it. */
  readonly chunk: Place | null;
  /** The start of the block's text. */
  readonly sample: string;
}

type Table = Readonly<Record<string, (asked: Asked) => number | boolean>>;

/**
 * Features written together into consecutive slots from `first` on. One call for each of these cheap features
 * would cost more than computing it.
 */
interface Several {
  readonly names: readonly string[];
  write(asked: Asked, features: Float32Array, first: number): void;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
/** Counts upper-case letters. Almost all are ASCII, which need no regular expression. */
function countUpper(text: string): number {
  let plain = 0;
  let others = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) plain += 1;
    else if (code >= 128) others = true;
  }
  return others ? plain + count(text, /(?![A-Z])\p{Lu}/gu) : plain;
}
const limit = (low: number, value: number, high: number): number => Math.max(low, Math.min(high, value));

/** Features of the block's own text. */
export const OWN: Table = {
  words: ({ size }) => size,
  'characters a word': ({ block, line }) => block.text.length / Math.max(line.words, 1),
  linked: ({ linked }) => linked,
  'linked words': ({ block }) => Math.log2(block.linked + 1),
  strong: ({ block }) => block.strong / block.text.length,
  ended: ({ line }) => line.ended,
  times: ({ line }) => Math.min(line.times, 5),
  again: ({ again }) => again,
  broken: ({ block }) => block.broken,
  'upper case': ({ sample }) => countUpper(sample) / Math.max(sample.length, 1),
  marks: ({ sample }) => count(sample, /["“”«»]/gu),
  commas: ({ sample, line }) => count(sample, /[,，、]/gu) / Math.max(line.words, 1),
  digits: ({ sample }) => count(sample, /\d/gu) / sample.length,
  'opens low': ({ sample }) => /^[^\p{L}]{0,2}\p{Ll}/u.test(sample),
  'is headline': ({ line, page }) => page.headline !== '' && line.folded === page.headline,
  'shares headline': ({ line, block, page }) =>
    line.words > 40
      ? 0
      : wordsOf(block.text).filter((word) => page.headlineWords.has(word)).length /
        Math.max(page.headlineWords.size, 1),
  told: ({ block, page }) => page.told?.(block.text) ?? -1,
  'told known': ({ page }) => page.told !== null,
  'opens name': ({ sample }) => /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:\b|$)/u.test(sample),
  'has link': ({ block }) => block.linked > 0,
  shape: ({ shapeNumber }) => shapeNumber,
};

const shareOf = ({ prose }: Place, page: PageTotals): number => prose / page.prose;
const linksOf = ({ linked, characters }: Place): number => linked / Math.max(characters, 1);
const densityOf = ({ prose, characters }: Place): number => (prose * 6) / Math.max(characters, 1);
const articleShare = ({ place, page }: Asked): number => {
  const article = articleOf(place);
  return article ? shareOf(article, page) : -1;
};
const articleNumber = ({ place, page }: Asked): number => {
  const article = articleOf(place);
  return article ? (page.articles.get(article) ?? 99) : -1;
};

/** Features of the elements that contain the block. */
export const PLACED: Table = {
  tag: ({ tagNumber }) => tagNumber,
  depth: ({ place }) => place.depth,
  hidden: ({ place }) => place.hidden,
  marked: ({ place }) => place.marked,
  'own empty': ({ block: { element } }) =>
    attribute(element, 'class') === null && attribute(element, 'id') === null,
  'element share': ({ place, page }) => place.near / page.prose,
  'parent share': ({ parent, page }) => shareOf(parent, page),
  'grandparent share': ({ grand, page }) => shareOf(grand, page),
  'signature share': ({ place, page }) => page.signatures.of(place.signature) / page.prose,
  'signature before': ({ walked }) => walked.signatureBefore,
  'signature after': ({ walked }) => walked.signatureAfter,
  'signature count': ({ place, page }) => Math.log2(page.signatureBlocks.of(place.signature) + 1),
  tight: ({ at, page }) => (page.tight[at]?.depth ?? -1) >= 0,
  'tight depth': ({ at, page }) => page.tight[at]?.depth ?? -1,
  wide: ({ at, page }) => (page.wide[at]?.depth ?? -1) >= 0,
  'wide depth': ({ at, page }) => page.wide[at]?.depth ?? -1,
  'article share': articleShare,
  'first article': articleNumber,
  'near links': ({ place }) => linksOf(place),
  'parent blocks': ({ parent }) => Math.log2(parent.blocks + 1),
  'parent link share': ({ parent }) => linksOf(parent),
  'parent prose share': ({ parent }) => densityOf(parent),
  'chunk share': ({ chunk, page }) => (chunk ? chunk.prose / page.wideProse : -1),
  'chunk links': ({ chunk }) => (chunk ? linksOf(chunk) : -1),
  'chunk prose': ({ chunk }) => (chunk ? densityOf(chunk) : -1),
  'chunk blocks': ({ chunk }) => (chunk ? Math.log2(chunk.blocks + 1) : -1),
  'chunk signature share': ({ chunk, page }) =>
    chunk ? page.chunkSignatures.of(chunk.signature) / page.wideProse : -1,
};

const NEAR = 5;
const around = (at: number, sum: (from: number, to: number) => number): number =>
  sum(at - NEAR, at) + sum(at + 1, at + 1 + NEAR);

/** Features of the block's position on the page. */
export const ORDERED: Table = {
  at: ({ at, page }) => at / page.drafts.length,
  'words before': ({ at, page }) => page.proseIn(0, at) / page.prose,
  'words after': ({ at, page }) => page.proseIn(at, page.drafts.length) / page.prose,
  'wide before': ({ at, page }) => page.wideProseIn(0, at) / page.wideProse,
  'wide after': ({ at, page }) => page.wideProseIn(at + 1, page.drafts.length) / page.wideProse,
  'past headline': ({ at, page }) => (page.headlineAt < 0 ? -1 : at > page.headlineAt),
  'to headline': ({ at, page }) => (page.headlineAt < 0 ? 0 : limit(-50, at - page.headlineAt, 100)),
  'past comments': ({ walked }) => walked.pastComments,
  'since list': ({ walked }) => walked.sinceList,
  'since heading': ({ walked }) => walked.sinceHeading,
  'heading kind': ({ walked }) => walked.headingKind,
  'prose near': ({ at, page }) => (around(at, page.proseIn) * 6) / Math.max(around(at, page.textIn), 1),
  'links near': ({ at, page }) => around(at, page.linksIn) / Math.max(around(at, page.textIn), 1),
  'prose above': ({ at, page }) => page.proseIn(at - 3, at),
  'prose below': ({ at, page }) => page.proseIn(at + 1, at + 4),
  'to prose above': ({ walked }) => walked.toProseAbove,
  'to prose below': ({ walked }) => walked.toProseBelow,
  'in run': ({ at, page }) => at >= page.run.start && at < page.run.end,
  'run weight': ({ at, page }) => page.weights[at] ?? 0,
  teaser: ({ at, page }) => page.teasers[at] ?? false,
  'page prose': ({ page }) => Math.log2(page.prose),
  'prose written': ({ at, page }) => Math.log2(page.proseIn(0, at) + 1),
};

const STEPS = [-2, -1, 1, 2];
const BESIDE = 'words,linked,shape,same parent,same signature,tag,prose'.split(',');

/** Features of the neighbouring blocks. */
export const AROUND: Several = {
  names: STEPS.flatMap((step) => BESIDE.map((name) => `${name} at ${step}`)),
  write({ at, page, place }, features, first) {
    let to = first;
    for (const step of STEPS) {
      const other = page.drafts[at + step];
      features[to] = other ? other.size : -1;
      features[to + 1] = other ? other.linked : -1;
      features[to + 2] = other ? other.shapeNumber : -1;
      features[to + 3] = other?.place.parent === place.parent ? 1 : 0;
      features[to + 4] = other?.place.signature === place.signature ? 1 : 0;
      features[to + 5] = other ? other.tagNumber : -1;
      features[to + 6] = other && other.weight > 0 ? 1 : 0;
      to += BESIDE.length;
    }
  },
};

/** Number of blocks on each side whose votes are averaged with the block's own. */
const VOTES_NEAR = 3;

/** Features from Readability's choice (see vote-region.ts). */
export const VOTED: Table = {
  voted: ({ at, page }) => page.votes[at] ?? -1,
  'voted near': ({ at, page: { votes } }) => {
    const near = votes.slice(Math.max(0, at - VOTES_NEAR), at + VOTES_NEAR + 1);
    return near.reduce((sum, vote) => sum + vote, 0) / Math.max(near.length, 1);
  },
};

/** Features of the tags and names of the surrounding elements. */
export const NAMED: Several = {
  names: [
    ...PLACE_TAGS.map((name) => `in ${name}`),
    ...['own', 'near', 'any'].flatMap((whose) => NAME_GROUPS.map((name) => `${whose} ${name}`)),
  ],
  write({ place, parent, grand }, features, first) {
    const groups = NAME_GROUPS.length;
    const own = first + PLACE_TAGS.length;
    writeBits(place.tags, features, first, PLACE_TAGS.length);
    writeBits(place.own, features, own, groups);
    writeBits(parent.own | grand.own, features, own + groups, groups);
    writeBits(place.names, features, own + 2 * groups, groups);
  },
};

function writeBits(bits: number, features: Float32Array, first: number, count: number): void {
  for (let bit = 0; bit < count; bit += 1) features[first + bit] = (bits >> bit) & 1;
}
