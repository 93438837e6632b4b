import { type Link, linkWordings, type Spoken, type Wording, wordingOf } from './link-wordings.ts';

/** A stored quotation with the utterance that it is a wording of. */
export interface HeldWording extends Spoken {
  readonly utteranceId: string;
}

/**
 * Minimum share and weight that a wording must have in common with each of two utterances to show that they
 * are one.
 */
const BRIDGING = 0.9;
const BRIDGING_WEIGHT = 26;

/**
 * Minimum share of the shorter wording that must be in the other when both are in one article. A pull quote
 * repeats words exactly, while two statements in one report share stock phrases.
 */
const REPEATED = 0.95;

const DAY_MS = 86_400_000;

/**
 * Finds the utterances of which a quotation is a wording, nearest first; empty when it is new. Several
 * results are one utterance, which this quotation shows because it contains what two outlets printed apart. A
 * few shared words join only the nearest utterance: when two statements contain them, that does not make the
 * two one.
 */
export function joinUtterance(found: Spoken, held: readonly HeldWording[]): string[] {
  const read = held.map((each) => ({ ...each, wording: wordingOf(each.words) }));
  return joinWording(found, wordingOf(found.words), read);
}

/** What a quotation shares with the wordings of one utterance. */
interface Kinship {
  readonly utteranceId: string;
  /** The link to the nearest wording. */
  readonly link: Link;
  /** True when the quotation contains every wording completely. */
  readonly holdsAll: boolean;
  /**
   * True when the match is more than a few words that the quotation contains, or when the quotation is no
   * longer than the matched wording.
   */
  readonly stands: boolean;
}

/**
 * A stored or earlier wording with its parsed words. `sameArticle` is true when it comes from the same
 * article as the quotation compared with it.
 */
export interface ReadWording extends HeldWording {
  readonly wording: Wording;
  readonly sameArticle?: boolean;
}

/** Does the work of `joinUtterance` on parsed words; empty without a speaker. */
export function joinWording(found: Spoken, wording: Wording, held: readonly ReadWording[]): string[] {
  if (!found.speakerId) return [];
  const kin = new Map<string, Kinship | null>();
  for (const { utteranceId, speakerId, wording: other, day, sameArticle } of held) {
    if (speakerId !== found.speakerId) continue;
    const likely = linkWordings(wording, other, daysApart(found.day, day));
    const link = sameArticle && (likely?.covered ?? 0) < REPEATED ? null : likely;
    const before = kin.get(utteranceId);
    const holds = link?.covered === 1 && other.words.length <= wording.words.length;
    const holdsAll = holds && (before === undefined || before?.holdsAll === true);
    const nearest = link && likeness(link) > likeness(before?.link) ? link : before?.link;
    const stands =
      before?.stands === true ||
      (link !== null && (link.weight >= BRIDGING_WEIGHT || other.words.length >= wording.words.length));
    if (nearest) kin.set(utteranceId, { utteranceId, link: nearest, holdsAll, stands });
    else kin.set(utteranceId, null);
  }
  const [nearest, ...others] = [...kin.values()]
    .filter((each) => each !== null)
    .filter(({ stands, holdsAll }) => stands || holdsAll)
    .sort((a, b) => likeness(b.link) - likeness(a.link));
  if (!nearest) return [];
  const same = others.filter(({ link, holdsAll }) => holdsAll || (isBridge(link) && isBridge(nearest.link)));
  return [nearest, ...same].map(({ utteranceId }) => utteranceId);
}

function likeness(link: Link | undefined): number {
  return link ? link.covered * link.weight : 0;
}

function isBridge({ covered, weight }: Link): boolean {
  return covered >= BRIDGING && weight >= BRIDGING_WEIGHT;
}

/** Days between two publication dates; 0 when either is unknown. */
function daysApart(a: string | null | undefined, b: string | null | undefined): number {
  if (!a || !b) return 0;
  const apart = Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / DAY_MS;
  return Number.isNaN(apart) ? 0 : apart;
}
