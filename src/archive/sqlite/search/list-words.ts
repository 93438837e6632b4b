import { spelledWords } from '../../search/spell-words.ts';
import type { Connection } from '../connect.ts';

/**
 * Adds an article's words to the vocabulary. Nothing is counted or removed: a count would rewrite a page of the file for every
 * common word of every article, and the index already knows how many articles hold a word.
 */
export function wordLister(db: Connection): (texts: { headline: string; body: string }) => void {
  const add = db.prepare('INSERT OR IGNORE INTO words (word) SELECT value FROM json_each(?)');
  return ({ headline, body }) => {
    add.run(JSON.stringify(spelledWords(`${headline}\n${body}`)));
  };
}
