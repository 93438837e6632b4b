import { type HeldWording, joinWording, type ReadWording } from './join-utterances.ts';
import { isRare, type Spoken, wordingOf } from './link-wordings.ts';

/** A quotation of an article with the stored wordings whose statement it may repeat. */
export interface FoundWording extends Spoken {
  readonly candidates: readonly HeldWording[];
}

/**
 * The result for one quotation. `utteranceId` is the utterance that it is a wording of, or null when it
 * begins one alone. `merges` are stored utterances that turn out to be the same one.
 */
export interface Gathered {
  readonly utteranceId: string | null;
  readonly merges: readonly string[];
}

/**
 * Maximum number of the article's own earlier quotations with a shared rare word that are compared with a
 * later one.
 */
const OWN_CANDIDATES = 6;
/**
 * Maximum pairs of words compared for one article. Beyond it quotations stay separate, so that no article is
 * slow to ingest.
 */
const MOST_COMPARED = 30_000_000;

/**
 * Joins an article's quotations to stored utterances, and to one another when they are wordings of one
 * statement, as a pull quote is. The halves of a split quotation are not joined unless another wording
 * bridges them. `newId` gives the id of an utterance that several of the article's quotations begin, from the
 * index of the first.
 */
export function gatherUtterances(
  found: readonly FoundWording[],
  newId: (first: number) => string,
): Gathered[] {
  const read = found.map(
    (each, n): ReadWording => ({
      ...each,
      utteranceId: ownId(n),
      wording: wordingOf(each.words),
      sameArticle: true,
    }),
  );
  const byRareWord = new Map<string, ReadWording[]>();
  const links = new Map<string, string>();
  let left = MOST_COMPARED;
  read.forEach((each, n) => {
    const keys = [...new Set(each.wording.words.filter(isRare).map(({ key }) => `${each.speakerId} ${key}`))];
    const own = [...new Set(keys.flatMap((key) => byRareWord.get(key) ?? []))].slice(-OWN_CANDIDATES);
    const held = (found[n]?.candidates ?? []).map((other) => ({ ...other, wording: wordingOf(other.words) }));
    const compared = [...held, ...own]
      .filter(({ wording }) => {
        left -= each.wording.words.length * wording.words.length;
        return left >= 0;
      })
      .map((other) => ({ ...other, utteranceId: rootOf(links, other.utteranceId) }));
    for (const id of joinWording(each, each.wording, compared)) link(links, each.utteranceId, id);
    for (const key of keys)
      byRareWord.set(key, [...(byRareWord.get(key) ?? []), each].slice(-OWN_CANDIDATES));
  });
  return nameGroups(read, links, newId);
}

const OWN = 'own ';
const ownId = (n: number) => `${OWN}${n}`;

/** Follows the links from an id to the id that represents its group. */
function rootOf(links: ReadonlyMap<string, string>, id: string): string {
  let root = id;
  for (let next = links.get(root); next !== undefined; next = links.get(root)) root = next;
  return root;
}

/**
 * Puts two ids into one group. A stored utterance represents the group in preference to a quotation of this
 * article.
 */
function link(links: Map<string, string>, a: string, b: string): void {
  const [one, other] = [rootOf(links, a), rootOf(links, b)];
  if (one === other) return;
  if (one.startsWith(OWN)) links.set(one, other);
  else links.set(other, one);
}

function nameGroups(
  read: readonly ReadWording[],
  links: ReadonlyMap<string, string>,
  newId: (first: number) => string,
): Gathered[] {
  const members = new Map<string, number[]>();
  read.forEach(({ utteranceId }, n) => {
    const root = rootOf(links, utteranceId);
    const group = members.get(root);
    if (group) group.push(n);
    else members.set(root, [n]);
  });
  const merges = new Map<string, string[]>();
  for (const id of links.keys()) {
    if (id.startsWith(OWN)) continue;
    const into = rootOf(links, id);
    merges.set(into, [...(merges.get(into) ?? []), id]);
  }
  return read.map(({ utteranceId }) => {
    const root = rootOf(links, utteranceId);
    const group = members.get(root) ?? [];
    if (root.startsWith(OWN))
      return { utteranceId: group.length > 1 ? newId(group[0] ?? 0) : null, merges: [] };
    return { utteranceId: root, merges: merges.get(root) ?? [] };
  });
}
