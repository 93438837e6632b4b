import type { Mention } from './find-mentions.ts';
import { type Entity, longTitle } from './join-names.ts';
import { ADJECTIVAL_CAPITALS, FUNCTION_WORDS, PLACES, TITLES } from './lexicon.ts';
import { firstFrom, type LastSpeaker } from './list-candidates.ts';
import type { Paragraph, Reading } from './read-article.ts';

/** A person a pronoun may mean, with the mention that brought them up last. */
export interface Antecedent {
  readonly entity: Entity;
  readonly mention: Mention;
  score: number;
}

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
          mention.renames?.entity ?? holder(reading, paragraph, mention) ?? bodyOf(reading, mention);
        break;
      case 'pronoun':
        if (mention.head === 'he' || mention.head === 'she')
          mention.entity = antecedents(reading, paragraph, mention, last)[0]?.entity ?? null;
        else if (mention.head === 'they' || mention.head === 'it')
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
  const many = pronoun.head === 'they';
  const fits = (m: Mention) =>
    m.entity !== null &&
    m.entity.kind !== 'person' &&
    (m.kind === 'nominal' || m.kind === 'name') &&
    (many ? PLURAL.test(m.head) : !/s$/.test(m.head));
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
    if (!fits(m)) continue;
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
export function antecedents(
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
    else known.score = Math.max(known.score, score) + 0.25;
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
  let score = entity.kind === 'person' ? 1 : -1;
  const wants = pronoun.head === 'he' ? 1 : -1;
  const gender = Math.max(-2, Math.min(2, entity.gender)) * wants;
  score += gender >= 0 ? gender * 0.4 : gender * 2.5;
  const away = paragraph.index - m.paragraph;
  score -= away * 0.9;
  if (away === 0) score -= (pronoun.sentence - m.sentence) * 0.3;
  const { classes, tokens } = home;
  const speaks = /^[VvGg]$/.test(classes[m.last] ?? '') || /^[VvA]$/.test(classes[m.first - 1] ?? '');
  if (speaks) score += 0.8;
  const starts = m.first === 0 || tokens[m.first - 1]?.sentence !== m.sentence;
  if (starts) score += 0.6;
  const before = tokens[m.first - 1]?.lower ?? '';
  if (/^(?:of|for|with|by|to|from|in|on|at|about|against)$/.test(before)) score -= 0.5;
  if (tokens[m.last]?.lower === "'s") score -= 0.4;
  if (last?.mention?.entity === entity) score += 0.9;
  return score;
}
