import { foldName, isCjk } from '../../../text/fold-text.ts';
import { splitWords } from '../../../text/split-words.ts';
import type { Connection } from '../connect.ts';

interface Texts {
  readonly headline: string;
  readonly body: string;
}

/** Long enough for any word that is worth respelling; what is longer is a URL or a paste. */
const LONGEST_SPELLED = 40;

const HAS_DIGIT = /\p{N}/u;

/** The distinct words of an article that spelling works on: written words without accents, no numbers. */
function spelledWords({ headline, body }: Texts): Set<string> {
  const words = new Set<string>();
  for (const word of splitWords(foldName(`${headline}\n${body}`)))
    if (word.length > 2 && word.length <= LONGEST_SPELLED) words.add(word);
  for (const word of words) if (HAS_DIGIT.test(word) || isCjk(word)) words.delete(word);
  return words;
}

/**
 * Adds an article's words to those that spelling knows. Nothing is counted or taken away again: a count would rewrite a page of
 * the file for every common word of every article, and the index itself knows how often a word is held.
 */
export function wordLister(db: Connection): (texts: Texts) => void {
  const add = db.prepare('INSERT OR IGNORE INTO words (word) SELECT value FROM json_each(?)');
  return (texts) => {
    add.run(JSON.stringify([...spelledWords(texts)]));
  };
}
