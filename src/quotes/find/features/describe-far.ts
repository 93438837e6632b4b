import { itemAt } from '../../../text/item-at.ts';
import type { Mention } from '../names/mention.ts';
import { shape } from '../reading/shape-words.ts';
import { verbRight } from './find-verbs.ts';
import type { QuotationContext } from './quotation-context.ts';

/** Adds the features of a mention from another paragraph. */
export function describeFar(
  context: QuotationContext,
  m: Mention,
  from: string,
  type: string,
  out: string[],
): void {
  const { paragraph, article, last } = context;
  const home = itemAt(article.paragraphs, m.paragraph);
  const continues = paragraph.marks[paragraph.tokens[context.at]?.quotation ?? -1]?.continues
    ? 'goes on'
    : '';
  const before = article.paragraphs[paragraph.index - 1];
  const colon = before?.tokens.at(-1)?.lower === ':' ? ':' : '';
  const away = Math.min(3, paragraph.index - m.paragraph);
  const bare = paragraph.mentions.length === 0 ? 'bare' : '';
  const own = context.cueAfter >= 0 || context.cueBefore >= 0 ? 'cued' : '';
  const base = `${from} ${away}`;
  out.push(
    base,
    `${base} ${continues}`,
    `${base} ${colon}`,
    `${base} ${context.alone ? 'alone' : bare} ${own}`,
    `${base} ${type}`,
  );
  out.push(
    `${base} ${continues} ${colon} ${context.alone} ${context.opener} ${context.length}`,
    `${base} ${context.opener} ${own} ${context.sign}`,
  );
  if (last?.mention === m)
    out.push(`${base} lasted`, `${base} lasted ${context.alone} ${before?.marks.length ? 'q' : ''}`);
  const right = verbRight(home, m);
  const gap = right < 0 ? '-' : shape(home.tokens, home.classes, m.last, right, 3);
  const starts = m.first === 0 || home.tokens[m.first - 1]?.sentence !== m.sentence;
  out.push(
    `${from} verb ${right < 0 ? '-' : home.classes[right]} ${gap}`,
    `${from} starts ${starts} ${gap === '' ? 'v' : ''} ${colon}`,
  );
  const lastSentence = home.tokens.at(-1)?.sentence === m.sentence;
  out.push(
    `${from} closing ${lastSentence} ${starts} ${gap === ''} ${colon} ${context.alone || bare !== ''}`,
  );
  if (from === 'paragraph after') {
    const lead = home.tokens[m.first - 1]?.lower ?? '^';
    out.push(`after ${lead}`, `after ${lead} ${context.alone} ${home.tokens.length < 14 ? 'short' : ''}`);
  }
}
