import { itemAt } from '../../text/item-at.ts';
import { type Antecedent, describeAntecedents, speaks } from './features/describe-antecedent.ts';
import { firstFrom, type LastSpeaker } from './features/list-candidates.ts';
import type { Entity, Mention } from './names/mention.ts';
import type { Paragraph, ParsedArticle } from './reading/parse-article.ts';
import { HE_NOUNS, SHE_NOUNS } from './words/lexicon.ts';
import type { QuotationModel } from './words/parse-model.ts';
import { softmax, sumWeights } from './words/score-features.ts';

/** How far back the search for antecedents goes. */
const LOOK_BACK_MENTIONS = 40;
const LOOK_BACK_PARAGRAPHS = 5;

/** Yields the mentions before a mention, nearest first, at most three times LOOK_BACK_MENTIONS. */
export function* mentionsBefore(
  article: ParsedArticle,
  paragraph: Paragraph,
  mention: Mention,
): Generator<Mention> {
  let seen = 0;
  for (let p = paragraph.index; p >= 0 && seen < 3 * LOOK_BACK_MENTIONS; p--) {
    const { mentions } = itemAt(article.paragraphs, p);
    const from = p === paragraph.index ? firstFrom(mentions, mention.first) : mentions.length;
    for (let i = from - 1; i >= 0 && seen < 3 * LOOK_BACK_MENTIONS; i--) {
      seen++;
      yield itemAt(mentions, i);
    }
  }
}

/** Lists the people whom a pronoun may mean, the last mentioned first. Places and bodies are left out. */
export function listAntecedents(
  article: ParsedArticle,
  paragraph: Paragraph,
  pronoun: Mention,
): Antecedent[] {
  const found = new Map<Entity, Mention[]>();
  let seen = 0;
  for (const mention of mentionsBefore(article, paragraph, pronoun)) {
    const home = itemAt(article.paragraphs, mention.paragraph);
    if (seen >= LOOK_BACK_MENTIONS || mention.paragraph < paragraph.index - LOOK_BACK_PARAGRAPHS) break;
    if (home.titled && home !== paragraph) continue;
    const entity = mention.entity;
    if (!entity || entity.kind === 'place' || entity.kind === 'body') continue;
    seen++;
    const known = found.get(entity);
    if (known) known.push(mention);
    else found.set(entity, [mention]);
  }
  return Array.from(found, ([entity, mentions]) => ({ entity, mentions }));
}

/** Weight of the right gender. A heavy one would give pronouns of unknown people to the best-known person. */
const RIGHT_GENDER = 0.25;
const WRONG_GENDER = 2.5;

/**
 * Penalties: a capitalised name without a known given name, and a single name that nothing marks as a person.
 */
const DOUBTFUL = 0.5;
const UNKNOWN = 1.5;

/** Whether a gender, an office or an act of speech shows that an antecedent is a person. */
function isPlainlyAPerson(article: ParsedArticle, { entity, mentions }: Antecedent): boolean {
  if (entity.kind === 'person' && (entity.gender !== 0 || entity.titles.size > 0)) return true;
  return entity.kind === 'person' && mentions.some((m) => speaks(itemAt(article.paragraphs, m.paragraph), m));
}

export interface Resolved {
  readonly entity: Entity;
  /** Probability that the entity is the right one, 0 to 1. */
  readonly certainty: number;
}

/** Finds the person whom a pronoun or description means; null if no person was mentioned before it. */
export function resolvePerson(
  article: ParsedArticle,
  paragraph: Paragraph,
  pronoun: Mention,
  last: LastSpeaker | null,
  { pronouns }: QuotationModel,
): Resolved | null {
  const people = listAntecedents(article, paragraph, pronoun);
  const wanted = wantedGender(pronoun);
  const scores = describeAntecedents(article, paragraph, pronoun, last, people).map((features, i) => {
    const person = people[i];
    if (!person) return 0;
    const gender = Math.max(-2, Math.min(2, person.entity.gender)) * wanted;
    const doubt = isPlainlyAPerson(article, person)
      ? 0
      : person.entity.kind === 'person'
        ? DOUBTFUL
        : UNKNOWN;
    return sumWeights(pronouns, features) + gender * (gender >= 0 ? RIGHT_GENDER : WRONG_GENDER) - doubt;
  });
  const chances = softmax(scores);
  let best = 0;
  for (let i = 1; i < people.length; i++) if ((scores[i] ?? 0) > (scores[best] ?? 0)) best = i;
  const person = people[best];
  return person ? { entity: person.entity, certainty: chances[best] ?? 0 } : null;
}

/** Returns 1 for a word that means a man, -1 for one that means a woman, else 0. */
export function wantedGender(pronoun: Mention): number {
  if (HE_WORDS.has(pronoun.head)) return 1;
  if (SHE_WORDS.has(pronoun.head)) return -1;
  return 0;
}

const HE_WORDS: ReadonlySet<string> = new Set(['he', 'his', ...HE_NOUNS]);
const SHE_WORDS: ReadonlySet<string> = new Set(['she', 'her', ...SHE_NOUNS]);

/** Infers a person's gender from the pronouns that follow the name: "Okafor said she …". */
export function voteGenders(article: ParsedArticle): void {
  for (const { mentions, tokens } of article.paragraphs)
    for (const [i, m] of mentions.entries()) {
      const next = mentions[i + 1];
      if (m.kind !== 'name' || !m.entity || !next || next.sentence !== m.sentence || next.kind !== 'pronoun')
        continue;
      const before = tokens[m.first - 1];
      if (before && before.sentence === m.sentence) continue;
      const vote = wantedGender(next);
      if (vote && Math.abs(m.entity.gender) < 2) m.entity.gender += 0.5 * vote;
    }
}
