import { quoteForFts } from '../../../text/split-words.ts';
import { bestSpellings, openVocabulary, type Vocabulary, wordToSpell } from '../../search/spell-words.ts';
import type { Connection } from '../connect.ts';
import { rowCounter } from '../count-rows.ts';

/** Articles with a word are counted up to this number; commoner words are equally good spellings. */
const MOST_ARTICLES = 1_000;

/** Words that the archive holds within two edits of what was typed, the best first, see bestSpellings. */
export function speller(db: Connection): (typed: string, limit: number) => string[] {
  const readVocabulary = vocabularyReader(db);
  const countArticles = rowCounter(db, 'article_words', MOST_ARTICLES);
  return (typed, limit) => {
    const word = wordToSpell(typed);
    if (word === null) return [];
    // The vocabulary never forgets a word, but an article may have lost it to a newer version.
    const counted = readVocabulary()
      .near(word)
      .map((near) => ({ ...near, articles: countArticles(quoteForFts(near.word)) }));
    return bestSpellings(counted, limit);
  };
}

/** Keeps the vocabulary up to date: each call reads the words that this or another process added since the last. */
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
