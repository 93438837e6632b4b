import { type Antecedent, describeAntecedents, speaks } from './features/describe-antecedent.ts';
import { firstFrom, type LastSpeaker } from './features/list-candidates.ts';
import type { Entity, Mention } from './names/mention.ts';
import { longTitle } from './names/resolve-entities.ts';
import type { Paragraph, ParsedArticle } from './reading/parse-article.ts';
import {
  ADJECTIVAL_CAPITALS,
  FUNCTION_WORDS,
  GROUP_NOUNS,
  HE_NOUNS,
  PLACES,
  SHE_NOUNS,
  TITLES,
} from './words/lexicon.ts';
import type { QuotationModel } from './words/parse-model.ts';
import { softmax, sumWeights } from './words/score-features.ts';

const HE_OR_SHE = new Set(['he', 'she', 'his', 'her']);
const THEY_OR_IT = new Set(['they', 'it', 'their', 'its']);
const LOOK_BACK_MENTIONS = 40;
const LOOK_BACK_PARAGRAPHS = 5;

/** Gives each pronoun and noun phrase of a paragraph its person or body; mentions before it, and who spoke last, are known by then. */
export function resolvePronouns(
  article: ParsedArticle,
  paragraph: Paragraph,
  last: LastSpeaker | null,
  model: QuotationModel,
): void {
  for (const mention of paragraph.mentions) {
    switch (mention.kind) {
      case 'name':
        break;
      case 'relative':
        mention.entity = mention.renames?.entity ?? null;
        break;
      case 'nominal':
        mention.entity = mention.renames?.entity ?? holder(article, paragraph, mention);
        if (!mention.entity && isDescribed(mention))
          takeMeant(mention, meant(article, paragraph, mention, last, model));
        mention.entity ??= bodyOf(article, mention);
        break;
      case 'pronoun':
        if (HE_OR_SHE.has(mention.head)) takeMeant(mention, meant(article, paragraph, mention, last, model));
        else if (THEY_OR_IT.has(mention.head))
          mention.entity = groupBefore(article, paragraph, mention, last);
        break;
      default:
        mention.kind satisfies never;
    }
  }
}

function takeMeant(mention: Mention, meant: Meant | null): void {
  mention.entity = meant?.entity ?? null;
  mention.certainty = meant?.certainty ?? 1;
}

/** "the mayor": whoever was called mayor last. */
function holder(article: ParsedArticle, paragraph: Paragraph, mention: Mention): Entity | null {
  const words = mention.titles;
  if (!TITLES.has(mention.head) || mention.head.endsWith('s')) return null;
  if (words.length && !/^(?:the|this|that)$/.test(words[0] ?? '')) return null;
  const title = longTitle(mention.head);
  for (const m of mentionsBefore(article, paragraph, mention)) {
    const entity = m.entity;
    if (m.kind === 'name' && entity?.kind === 'person' && entity.titles.has(title)) return entity;
  }
  return null;
}

const DESCRIBED =
  /(?:-year-old|billionaire|mogul|tycoon|nominee|candidate|front-runner|frontrunner|contender|hopeful|native|democrat|republican|lawmaker|father|mother|businessman|businesswoman|newcomer|incumbent|challenger)$/;

/** "the 46-year-old", "the mother of three": whoever is spoken of. */
function isDescribed({ titles, head }: Mention): boolean {
  return titles[0] === 'the' && (DESCRIBED.test(head) || /-year-old/.test(titles.join(' ')));
}

const SINGULAR_LEADS = /^(?:a|an|another|one)\s/i;

/** A noun phrase that speaks for itself; "the lawmakers" is one body through an article, "a source" each time another. */
function bodyOf(article: ParsedArticle, mention: Mention): Entity {
  const name = bodyName(article.body.slice(mention.start, mention.end));
  const key = bodyKey(name);
  const known = SINGULAR_LEADS.test(name)
    ? undefined
    : (article.bodies.get(key) ?? rosterBody(article, mention));
  if (known) return known;
  const entity: Entity = {
    order: -1,
    name,
    kind: 'body',
    given: null,
    surname: mention.head,
    gender: 0,
    titles: new Set(),
    roster: null,
  };
  article.bodies.set(key, entity);
  return entity;
}

const LEADS = /^(?:the|these|those|all|some|many|several|his|her|their)\s+/;
const GROUP = new RegExp(
  `^(?:(?:a|an|the|that|this)\\s+)?(?:[\\p{L}-]+\\s+)?(?:${[...GROUP_NOUNS].join('|')})\\s+of\\s+`,
  'u',
);

/** "the group of lawmakers" and "the lawmakers" are one. */
function bodyKey(name: string): string {
  return name.toLowerCase().replace(GROUP, '').replace(LEADS, '');
}

/** "the authority", where the article names a body of the desk's roster that ends so. */
function rosterBody({ entities }: ParsedArticle, { head, titles }: Mention): Entity | undefined {
  if (titles.length > 2 || !/^(?:the|this|that|its)$/.test(titles[0] ?? '')) return undefined;
  return entities.find((e) => e.roster?.kind === 'body' && e.surname === head);
}

/** As the text calls it, with the capital of a sentence's start taken back. */
function bodyName(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  const [first = ''] = flat.split(' ', 1);
  const word = first.toLowerCase();
  const named =
    /['’]s$/.test(word) ||
    /\p{Lu}/u.test(first.slice(1)) ||
    PLACES.has(word) ||
    ADJECTIVAL_CAPITALS.has(word);
  return FUNCTION_WORDS.has(word) || !named ? flat.charAt(0).toLowerCase() + flat.slice(1) : flat;
}

const PLURAL =
  /(?:s|people|men|women|police|family|group|coalition|staff|committee|campaign|commission|government|congress|administration|team)$/;

function groupBefore(
  article: ParsedArticle,
  paragraph: Paragraph,
  pronoun: Mention,
  last: LastSpeaker | null,
): Entity | null {
  const many = pronoun.head === 'they' || pronoun.head === 'their';
  const fits = (m: Mention) =>
    m.entity !== null &&
    m.entity.kind !== 'person' &&
    (m.kind === 'nominal' || m.kind === 'name') &&
    (many ? PLURAL.test(m.head) || (m.kind === 'name' && m.entity.kind === 'body') : !/s$/.test(m.head));
  if (
    last?.mention &&
    paragraph.index - last.paragraph <= 1 &&
    last.mention.entity &&
    fits({ ...last.mention, kind: 'nominal' })
  )
    return last.mention.entity;
  let nearest: Entity | null = null;
  for (const m of mentionsBefore(article, paragraph, pronoun)) {
    if (paragraph.index - m.paragraph > 2) break;
    if (!fits(m) || article.paragraphs[m.paragraph]?.titled) continue;
    nearest ??= m.entity;
    const home = article.paragraphs[m.paragraph] as Paragraph;
    if (m.first === 0 || home.tokens[m.first - 1]?.sentence !== m.sentence) return m.entity;
  }
  return nearest;
}

/** The mentions before one, nearest first, a few paragraphs back. */
function* mentionsBefore(article: ParsedArticle, paragraph: Paragraph, mention: Mention): Generator<Mention> {
  let seen = 0;
  for (let p = paragraph.index; p >= 0 && seen < 3 * LOOK_BACK_MENTIONS; p--) {
    const { mentions } = article.paragraphs[p] as Paragraph;
    const from = p === paragraph.index ? firstFrom(mentions, mention.first) : mentions.length;
    for (let i = from - 1; i >= 0 && seen < 3 * LOOK_BACK_MENTIONS; i--) {
      seen++;
      yield mentions[i] as Mention;
    }
  }
}

/** The people a pronoun may mean, whoever was mentioned last first; places and bodies are nobody. */
export function listAntecedents(
  article: ParsedArticle,
  paragraph: Paragraph,
  pronoun: Mention,
): Antecedent[] {
  const found = new Map<Entity, Mention[]>();
  let seen = 0;
  for (const mention of mentionsBefore(article, paragraph, pronoun)) {
    const home = article.paragraphs[mention.paragraph] as Paragraph;
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

/** A light weight for the right gender: a heavy one sends unknown names to the most famous person on the page. */
const RIGHT_GENDER = 0.25;
const WRONG_GENDER = 2.5;

/** What speaks against two capitals with no given name that is known, and against a lone name nobody called a person. */
const DOUBTFUL = 0.5;
const UNKNOWN = 1.5;

/** Known by gender or by an office, or a name that has spoken. */
function isPlainlyAPerson(article: ParsedArticle, { entity, mentions }: Antecedent): boolean {
  if (entity.kind === 'person' && (entity.gender !== 0 || entity.titles.size > 0)) return true;
  return (
    entity.kind === 'person' && mentions.some((m) => speaks(article.paragraphs[m.paragraph] as Paragraph, m))
  );
}

interface Meant {
  readonly entity: Entity;
  readonly certainty: number;
}

/** Whom a pronoun means, and how surely; null when nobody was mentioned. */
function meant(
  article: ParsedArticle,
  paragraph: Paragraph,
  pronoun: Mention,
  last: LastSpeaker | null,
  { pronouns }: QuotationModel,
): Meant | null {
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

/** 1 for a word that means a man, -1 for a woman, else 0. */
export function wantedGender(pronoun: Mention): number {
  if (HE_WORDS.has(pronoun.head)) return 1;
  if (SHE_WORDS.has(pronoun.head)) return -1;
  return 0;
}

const HE_WORDS: ReadonlySet<string> = new Set(['he', 'his', ...HE_NOUNS]);
const SHE_WORDS: ReadonlySet<string> = new Set(['she', 'her', ...SHE_NOUNS]);

/** Lets a person's pronouns say what their name does not: "Okafor said she …". */
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
