import { itemAt } from '../../../text/item-at.ts';
import type { Entity, Mention } from '../names/mention.ts';
import type { Paragraph, ParsedArticle } from '../reading/parse-article.ts';
import type { LastSpeaker } from './list-candidates.ts';

/** A person whom a pronoun may mean, with the mentions before the pronoun, nearest first. */
export interface Antecedent {
  readonly entity: Entity;
  readonly mentions: readonly Mention[];
}

const GOVERNED = /^(?:of|for|with|by|to|from|in|on|at|about|against|than|and|like)$/;

/**
 * Returns the features of each person whom a pronoun may mean, in the order of `people`. They describe
 * positions and never use names or the words "he" and "she".
 */
export function describeAntecedents(
  article: ParsedArticle,
  paragraph: Paragraph,
  pronoun: Mention,
  last: LastSpeaker | null,
  people: readonly Antecedent[],
): string[][] {
  const opens = pronoun.sentence === 0 ? 'first' : 'later';
  const starts = startsSentence(paragraph, pronoun) ? '^' : '';
  const subjects = people.map(({ mentions }) => mentions.find((m) => isSubject(homeOf(article, m), m)));
  const order = [...subjects].filter((m): m is Mention => m !== undefined).sort((a, b) => b.start - a.start);
  return people.map(({ entity, mentions }, i) => {
    const nearest = itemAt(mentions, 0);
    const subject = subjects[i];
    const home = homeOf(article, nearest);
    const before = home.tokens[nearest.first - 1]?.lower ?? '';
    const place = GOVERNED.test(before)
      ? 'governed'
      : home.tokens[nearest.last]?.lower === "'s"
        ? 'owner'
        : 'free';
    const near = distance(pronoun, nearest);
    const rank = `${Math.min(3, i)}`;
    const spoke =
      last?.mention?.entity === entity
        ? `spoke ${Math.min(2, paragraph.index - (last?.paragraph ?? 0))}`
        : 'silent';
    const out = [
      `near ${near} ${place}`,
      `near ${near} ${opens} ${starts}`,
      `rank ${rank} ${opens}`,
      `rank ${rank} ${place} ${nearest.kind}`,
      `${spoke} ${opens} ${starts}`,
      `${spoke} ${rank}`,
      `often ${bin(mentions.length)} ${opens}`,
      `often ${bin(mentions.filter((m) => paragraph.index - m.paragraph <= 1).length)} lately`,
    ];
    if (!subject) out.push('no subject', `no subject ${rank}`);
    else {
      const told = speaks(homeOf(article, subject), subject) ? 'told' : '';
      const turn = `${Math.min(3, order.indexOf(subject))}`;
      const far = distance(pronoun, subject);
      out.push(
        `subject ${far} ${told}`,
        `subject ${turn} ${opens} ${starts}`,
        `subject ${turn} ${told} ${spoke}`,
      );
      out.push(`subject ${far} ${subject.kind}`, `subject ${subject.first === 0} ${far}`);
    }
    return out;
  });
}

function homeOf(article: ParsedArticle, m: Mention): Paragraph {
  return itemAt(article.paragraphs, m.paragraph);
}

function distance(pronoun: Mention, m: Mention): string {
  const away = pronoun.paragraph - m.paragraph;
  return away === 0 ? `s${Math.min(3, pronoun.sentence - m.sentence)}` : `p${Math.min(4, away)}`;
}

function bin(n: number): string {
  return n > 4 ? '5' : n > 2 ? '3' : `${n}`;
}

function startsSentence({ tokens }: Paragraph, m: Mention): boolean {
  const before = tokens[m.first - 1];
  return !before || before.sentence !== m.sentence || before.kind === 'quotation';
}

/** Whether a mention is beside a verb of speech, or starts its sentence and is not a possessor ("'s"). */
function isSubject(home: Paragraph, m: Mention): boolean {
  return speaks(home, m) || (startsSentence(home, m) && home.tokens[m.last]?.lower !== "'s");
}

/** Whether a verb of speech is right beside a mention. */
export function speaks({ classes }: Paragraph, m: Mention): boolean {
  return /^[VvGg]$/.test(classes[m.last] ?? '') || /^[VvA]$/.test(classes[m.first - 1] ?? '');
}
