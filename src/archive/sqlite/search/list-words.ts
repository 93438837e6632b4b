import { spelledWords } from '../../search/spell-words.ts';
import type { Connection } from '../connect.ts';

/**
 * Adds an article's words to the vocabulary. It stores no counts: a count would rewrite a page for every common word
 * of every article, and the index already has the number of articles per word.
 */
export function wordLister(db: Connection): (texts: { headline: string; body: string }) => void {
  const add = db.prepare('INSERT OR IGNORE INTO words (word) SELECT value FROM json_each(?)');
  return ({ headline, body }) => {
    add.run(JSON.stringify(spelledWords(`${headline}\n${body}`)));
  };
}
