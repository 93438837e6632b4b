import type { Mention } from '../names/mention.ts';
import type { Paragraph } from '../reading/parse-article.ts';
import { isSpeech } from '../reading/shape-words.ts';

const REACH = 40;

/** Whether a token range holds a verb of speech; at most its first 40 tokens are searched. */
export function verbBetween(classes: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to && i < from + REACH; i++) if (isSpeech(classes[i])) return true;
  return false;
}

/**
 * Token index of the first verb of speech right of a mention, before its sentence ends or a quotation, else
 * -1.
 */
export function verbRight({ tokens, classes }: Paragraph, m: Mention): number {
  for (let i = m.last, n = 0; n < 25 && tokens[i]?.sentence === m.sentence; i++, n++) {
    if (isSpeech(classes[i])) return i;
    if (tokens[i]?.kind === 'quotation') return -1;
  }
  return -1;
}

/** Token index of the nearest verb of speech left of a mention ("said he", "according to him"), else -1. */
export function verbLeft({ tokens, classes }: Paragraph, m: Mention): number {
  for (let i = m.first - 1, n = 0; n < 8 && tokens[i]?.sentence === m.sentence; i--, n++) {
    if (isSpeech(classes[i])) return i;
    if (tokens[i]?.kind === 'quotation') return -1;
  }
  return -1;
}
