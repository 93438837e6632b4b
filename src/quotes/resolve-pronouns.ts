import { longTitle } from './join-names.ts';
import { ADJECTIVAL_CAPITALS, FUNCTION_WORDS, HE_NOUNS, PLACES, SHE_NOUNS, TITLES } from './lexicon.ts';
import { firstFrom, type LastSpeaker } from './list-candidates.ts';
import type { Entity, Mention } from './mention.ts';
import type { Paragraph, Reading } from './read-article.ts';

/** A person a pronoun may mean, with the mention that brought them up last. */
export interface Antecedent {
  readonly entity: Entity;
  readonly mention: Mention;
  score: number;
}

const HE_OR_SHE = new Set(['he', 'she', 'his', 'her']);
const THEY_OR_IT = new Set(['they', 'it', 'their', 'its']);
const LOOK_BACK_MENTIONS = 40;
const LOOK_BACK_PARAGRAPHS = 5;

/** Gives each pronoun and noun phrase of a paragraph its person or body; mentions before it, and who spoke last, are known by then. */
export function resolvePronouns(reading: Reading, paragraph: Paragraph, last: LastSpeaker | null): void {
  for (const mention of paragraph.mentions) {
    switch (mention.kind) {
      case 'name':
        break;
      case 'relative':
        mention.entity = mention.renames?.entity ?? null;
        break;
      case 'nominal':
        mention.entity =
          mention.renames?.entity ??
          holder(reading, paragraph, mention) ??
          described(reading, paragraph, mention, last) ??
          bodyOf(reading, mention);
        break;
      case 'pronoun':
        if (HE_OR_SHE.has(mention.head))
          mention.entity = antecedents(reading, paragraph, mention, last)[0]?.entity ?? null;
        else if (THEY_OR_IT.has(mention.head))
          mention.entity = groupBefore(reading, paragraph, mention, last);
        break;
      default:
        mention.kind satisfies never;
    }
  }
}

/** "the mayor": whoever was called mayor last. */
function holder(reading: Reading, paragraph: Paragraph, mention: Mention): Entity | null {
  const words = mention.titles;
  if (!TITLES.has(mention.head) || mention.head.endsWith('s')) return null;
  if (words.length && !/^(?:the|this|that)$/.test(words[0] ?? '')) return null;
  const title = longTitle(mention.head);
  for (const m of mentionsBefore(reading, paragraph, mention)) {
    const entity = m.entity;
    if (m.kind === 'name' && entity?.kind === 'person' && entity.titles.has(title)) return entity;
  }
  return null;
}

const DESCRIBED =
  /(?:-year-old|billionaire|mogul|tycoon|nominee|candidate|front-runner|frontrunner|contender|hopeful|native|democrat|republican|lawmaker|father|mother|businessman|businesswoman|newcomer|incumbent|challenger)$/;

/** "the 46-year-old", "the mother of three": whoever is spoken of. */
function described(
  reading: Reading,
  paragraph: Paragraph,
  mention: Mention,
  last: LastSpeaker | null,
): Entity | null {
  const [lead] = mention.titles;
  if (lead !== 'the' || !(DESCRIBED.test(mention.head) || /-year-old/.test(mention.titles.join(' '))))
    return null;
  return antecedents(reading, paragraph, mention, last)[0]?.entity ?? null;
}

const SINGULAR_LEADS = /^(?:a|an|another|one)\s/i;

/** A noun phrase that speaks for itself; "the lawmakers" is one body through an article, "a source" each time another. */
function bodyOf(reading: Reading, mention: Mention): Entity {
  const name = bodyName(reading.body.slice(mention.start, mention.end));
  const key = name.toLowerCase().replace(/^(?:the|these|those|all|some|many|several|his|her|their)\s+/, '');
  const known = SINGULAR_LEADS.test(name) ? undefined : reading.bodies.get(key);
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
  reading.bodies.set(key, entity);
  return entity;
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
  reading: Reading,
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
  for (const m of mentionsBefore(reading, paragraph, pronoun)) {
    if (paragraph.index - m.paragraph > 2) break;
    if (!fits(m) || reading.paragraphs[m.paragraph]?.titled) continue;
    nearest ??= m.entity;
    const home = reading.paragraphs[m.paragraph] as Paragraph;
    if (m.first === 0 || home.tokens[m.first - 1]?.sentence !== m.sentence) return m.entity;
  }
  return nearest;
}

/** The mentions before one, nearest first, a few paragraphs back. */
function* mentionsBefore(reading: Reading, paragraph: Paragraph, mention: Mention): Generator<Mention> {
  let seen = 0;
  for (let p = paragraph.index; p >= 0 && seen < 3 * LOOK_BACK_MENTIONS; p--) {
    const { mentions } = reading.paragraphs[p] as Paragraph;
    const from = p === paragraph.index ? firstFrom(mentions, mention.first) : mentions.length;
    for (let i = from - 1; i >= 0 && seen < 3 * LOOK_BACK_MENTIONS; i--) {
      seen++;
      yield mentions[i] as Mention;
    }
  }
}

/** Who a pronoun may mean, likeliest first. */
function antecedents(
  reading: Reading,
  paragraph: Paragraph,
  pronoun: Mention,
  last: LastSpeaker | null,
): Antecedent[] {
  const found = new Map<Entity, Antecedent>();
  let seen = 0;
  for (const mention of mentionsBefore(reading, paragraph, pronoun)) {
    const home = reading.paragraphs[mention.paragraph] as Paragraph;
    if (seen >= LOOK_BACK_MENTIONS || mention.paragraph < paragraph.index - LOOK_BACK_PARAGRAPHS) break;
    if (home.titled && home !== paragraph) continue;
    const entity = mention.entity;
    if (!entity || entity.kind === 'place' || entity.kind === 'body') continue;
    seen++;
    const score = weighAntecedent(pronoun, mention, entity, home, paragraph, last);
    const known = found.get(entity);
    if (!known) found.set(entity, { entity, mention, score });
    else known.score = Math.max(known.score, score) + 0.1;
  }
  return [...found.values()].sort((a, b) => b.score - a.score);
}

function weighAntecedent(
  pronoun: Mention,
  m: Mention,
  entity: Entity,
  home: Paragraph,
  paragraph: Paragraph,
  last: LastSpeaker | null,
): number {
  const { classes, tokens } = home;
  const speaks = /^[VvGg]$/.test(classes[m.last] ?? '') || /^[VvA]$/.test(classes[m.first - 1] ?? '');
  const before = tokens[m.first - 1];
  const starts = !before || before.sentence !== m.sentence;
  let score = entity.kind === 'person' ? 0 : speaks ? -0.6 : -2.2;
  const wanted = wantedGender(pronoun);
  const gender = Math.max(-2, Math.min(2, entity.gender)) * wanted;
  // A light weight: a heavy one sends unknown names to the most famous person on the page.
  score += gender >= 0 ? gender * 0.25 : gender * 2.5;
  const away = paragraph.index - m.paragraph;
  score -= away === 0 ? (pronoun.sentence - m.sentence) * 0.25 : 0.4 + away * 0.8;
  if (speaks || starts) score += 1;
  if (speaks && starts) score += 0.3;
  if (m.first === 0) score += 0.3;
  if (m.kind === 'pronoun' && sameGender(m, pronoun)) score += 0.4;
  if (/^(?:of|for|with|by|to|from|in|on|at|about|against|than|and|like)$/.test(before?.lower ?? ''))
    score -= 0.6;
  if (tokens[m.last]?.lower === "'s") score -= 0.4;
  if (last?.mention?.entity === entity && paragraph.index - last.paragraph <= 1) score += 0.5;
  return score;
}

function wantedGender(pronoun: Mention): number {
  if (HE_WORDS.has(pronoun.head)) return 1;
  if (SHE_WORDS.has(pronoun.head)) return -1;
  return 0;
}

function sameGender(a: Mention, b: Mention): boolean {
  return wantedGender(a) === wantedGender(b);
}

const HE_WORDS: ReadonlySet<string> = new Set(['he', 'his', ...HE_NOUNS]);
const SHE_WORDS: ReadonlySet<string> = new Set(['she', 'her', ...SHE_NOUNS]);

/** Lets a person's pronouns say what their name does not: "Okafor said she …". */
export function voteGenders(reading: Reading): void {
  for (const { mentions, tokens } of reading.paragraphs)
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
