import { itemAt } from '../../text/item-at.ts';
import type { LastSpeaker } from './features/list-candidates.ts';
import { bodyOf } from './find-body.ts';
import type { Entity, Mention } from './names/mention.ts';
import { longTitle } from './names/resolve-entities.ts';
import type { Paragraph, ParsedArticle } from './reading/parse-article.ts';
import { mentionsBefore, type Resolved, resolvePerson } from './resolve-person.ts';
import { TITLES } from './words/lexicon.ts';
import type { QuotationModel } from './words/parse-model.ts';

const HE_OR_SHE = new Set(['he', 'she', 'his', 'her']);
const THEY_OR_IT = new Set(['they', 'it', 'their', 'its']);

/**
 * Sets the person or body of each pronoun and noun phrase of a paragraph. The caller must first resolve the
 * mentions of earlier paragraphs and the last speaker.
 */
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
          assign(mention, resolvePerson(article, paragraph, mention, last, model));
        mention.entity ??= bodyOf(article, mention);
        break;
      case 'pronoun':
        if (HE_OR_SHE.has(mention.head))
          assign(mention, resolvePerson(article, paragraph, mention, last, model));
        else if (THEY_OR_IT.has(mention.head))
          mention.entity = groupBefore(article, paragraph, mention, last);
        break;
      default:
        mention.kind satisfies never;
    }
  }
}

function assign(mention: Mention, resolved: Resolved | null): void {
  mention.entity = resolved?.entity ?? null;
  mention.certainty = resolved?.certainty ?? 1;
}

/** The person whom an office stands for: "the mayor" is the person last called mayor. */
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

/** Whether a phrase describes a person mentioned before: "the 46-year-old", "the mother of three". */
function isDescribed({ titles, head }: Mention): boolean {
  return titles[0] === 'the' && (DESCRIBED.test(head) || /-year-old/.test(titles.join(' ')));
}

const PLURAL =
  /(?:s|people|men|women|police|family|group|coalition|staff|committee|campaign|commission|government|congress|administration|team)$/;

/**
 * The body or group that "they" or "it" means: the last speaker, the nearest sentence subject, or the
 * nearest.
 */
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
    const home = itemAt(article.paragraphs, m.paragraph);
    if (m.first === 0 || home.tokens[m.first - 1]?.sentence !== m.sentence) return m.entity;
  }
  return nearest;
}
