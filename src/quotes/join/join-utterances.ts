import { type Link, linkWordings, type Spoken, type Wording, wordingOf } from './link-wordings.ts';

/** A quotation that is held, with the utterance it is a wording of. */
export interface HeldWording extends Spoken {
  readonly utteranceId: string;
}

/** A wording that holds this much of two utterances, by share and by weight, shows them to be one. */
const BRIDGING = 0.9;
const BRIDGING_WEIGHT = 26;

/**
 * Within one article, the share of the shorter wording that must stand in the other: a pull quote repeats its words exactly, while two
 * statements of one report share stock phrases.
 */
const REPEATED = 0.95;

const DAY_MS = 86_400_000;

/**
 * The utterances that a quotation is another wording of, the nearest first; none when it is new. Several are one utterance, which this
 * wording shows: it holds what two outlets printed apart. A few words only join the nearest: where they are found in two statements they
 * do not make them one.
 */
export function joinUtterance(found: Spoken, held: readonly HeldWording[]): string[] {
  const read = held.map((each) => ({ ...each, wording: wordingOf(each.words) }));
  return joinWording(found, wordingOf(found.words), read);
}

/** What a quotation has in common with the wordings of one utterance. */
interface Kinship {
  readonly utteranceId: string;
  /** With the nearest of them. */
  readonly link: Link;
  /** It holds every one of them whole. */
  readonly holdsAll: boolean;
  /** The likeness is more than a few words of theirs that it holds, or it is itself these few words. */
  readonly stands: boolean;
}

/** A held wording, its words read; `sameArticle` when the quotation compared with it stands in the same article. */
export interface ReadWording extends HeldWording {
  readonly wording: Wording;
  readonly sameArticle?: boolean;
}

/** The same for words that are read already. */
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

/** Days between two printings; 0 where either is unknown. */
function daysApart(a: string | null | undefined, b: string | null | undefined): number {
  if (!a || !b) return 0;
  const apart = Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / DAY_MS;
  return Number.isNaN(apart) ? 0 : apart;
}
