import { quoteForFts } from '../../../text/split-words.ts';
import { bestSpellings, openVocabulary, type Vocabulary, wordToSpell } from '../../search/spell-words.ts';
import type { Connection } from '../connect.ts';
import { rowCounter } from '../count-rows.ts';

/** A word's articles are counted up to this number. Beyond it, two spellings count as equally common. */
const MOST_ARTICLES = 1_000;

/** Words of the archive within two edits of a typed word, best first (see bestSpellings). */
export function speller(db: Connection): (typed: string, limit: number) => string[] {
  const readVocabulary = vocabularyReader(db);
  const countArticles = rowCounter(db, 'article_words', MOST_ARTICLES);
  return (typed, limit) => {
    const word = wordToSpell(typed);
    if (word === null) return [];
    // The vocabulary keeps every word, also one that an article lost in a newer version.
    const counted = readVocabulary()
      .near(word)
      .map((near) => ({ ...near, articles: countArticles(quoteForFts(near.word)) }));
    return bestSpellings(counted, limit);
  };
}

/** Updates the vocabulary in memory. Each call reads the words added since the last call, by any process. */
function vocabularyReader(db: Connection): () => Vocabulary {
  const newer = db.prepare<[number], { id: number; word: string }>(
    'SELECT id, word FROM words WHERE id > ? ORDER BY id',
  );
  const vocabulary = openVocabulary();
  let lastId = 0;
  return () => {
    for (const { id, word } of newer.iterate(lastId)) {
      vocabulary.add(word);
      lastId = id;
    }
    return vocabulary;
  };
}
