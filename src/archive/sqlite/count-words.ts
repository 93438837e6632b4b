import type { Connection } from './connect.ts';
import { foldName } from './fold-text.ts';
import { isCjk, splitWords } from './split-words.ts';

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
  for (const word of splitWords(`${headline}\n${body}`))
    if (word.length > 2 && word.length <= LONGEST_SPELLED && !HAS_DIGIT.test(word) && !isCjk(word))
      words.add(foldName(word));
  return words;
}

/** Keeps count of how many articles hold each word, when an article comes in place of an older one, or of none. */
export function wordCounter(db: Connection): (older: Texts | null, newer: Texts) => void {
  const add = db.prepare(
    `INSERT INTO words (word, articles) SELECT value, 1 FROM json_each(?) WHERE true
     ON CONFLICT (word) DO UPDATE SET articles = articles + 1`,
  );
  const take = db.prepare(
    'UPDATE words SET articles = articles - 1 WHERE word IN (SELECT value FROM json_each(?))',
  );
  const forget = db.prepare(
    'DELETE FROM words WHERE articles < 1 AND word IN (SELECT value FROM json_each(?))',
  );
  return (older, newer) => {
    const before = older ? spelledWords(older) : new Set<string>();
    const after = spelledWords(newer);
    const gone = JSON.stringify([...before].filter((word) => !after.has(word)));
    add.run(JSON.stringify([...after].filter((word) => !before.has(word))));
    if (!older) return;
    take.run(gone);
    forget.run(gone);
  };
}
