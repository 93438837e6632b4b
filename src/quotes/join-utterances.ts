import { type Link, linkWordings, type Spoken, type Wording, wordingOf } from './link-wordings.ts';

/** A quotation that is held, with the utterance it is a wording of. */
export interface HeldWording extends Spoken {
  readonly utteranceId: string;
}

/** A wording that holds this much of two utterances, by share and by weight, shows them to be one. */
const BRIDGING = 0.9;
const BRIDGING_WEIGHT = 26;

const DAY_MS = 86_400_000;

/**
 * The utterances that a quotation is another wording of, the nearest first; none when it is new. Several are one utterance, which this
 * wording shows: it holds what two outlets printed apart. A few words never bridge: they only join the nearest.
 */
export function joinUtterance(found: Spoken, held: readonly HeldWording[]): string[] {
  return joinWording(
    found,
    wordingOf(found.words),
    held.map((each) => ({ ...each, wording: wordingOf(each.words) })),
  );
}

/** The same for words that are read already. */
export function joinWording(
  found: Spoken,
  wording: Wording,
  held: readonly (HeldWording & { readonly wording: Wording })[],
): string[] {
  if (!found.speakerId) return [];
  const links = new Map<string, Link>();
  for (const other of held) {
    if (other.speakerId !== found.speakerId) continue;
    const link = linkWordings(wording, other.wording, daysApart(found.day, other.day));
    if (link && likeness(link) > likeness(links.get(other.utteranceId))) links.set(other.utteranceId, link);
  }
  const [nearest, ...others] = [...links].sort(([, a], [, b]) => likeness(b) - likeness(a));
  if (!nearest) return [];
  const bridged = others.filter(([, link]) => isBridge(link) && isBridge(nearest[1]));
  return [nearest, ...bridged].map(([utteranceId]) => utteranceId);
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
