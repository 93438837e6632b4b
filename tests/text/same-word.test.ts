import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recollect } from '../../src/answer/lookups/rank-memory.ts';
import { topicMatcher } from '../../src/ingest/match-topic.ts';
import { findWords, wantedWords } from '../../src/text/find-words.ts';
import { wordsOf } from '../../src/text/words.ts';
import { aHarbourDesk, type HarbourDesk } from '../builders/a-harbour-desk.ts';
import { aQuotation } from '../builders/a-quotation.ts';
import { anArticle } from '../builders/an-article.ts';

/** A word as somebody gives it, a text, and whether the text has the word. */
const ROWS: readonly (readonly [word: string, text: string, isHeld: boolean])[] = [
  // Possessives
  ['Burns', 'After Burns’s visit the talks went on.', true],
  ['Burns', "After Burns's visit the talks went on.", true],
  ['Burns', 'After Burns’ visit the talks went on.', true],
  ['Burns’s', 'Burns went home.', true],
  ['China', 'China’s envoy left.', true],
  ['BURNS', 'BURNS’S VISIT ENDS', true],
  ['senator', 'both senators’ letters', true],
  // Apostrophes inside words
  ['O’Brien', "Mayor O'Brien spoke.", true],
  ['OʼBrien', 'Mayor O’Brien spoke.', true],
  // Dotted abbreviations
  ['US', 'The U.S. delegation left.', true],
  ['U.S.', 'The US delegation left.', true],
  ['US', 'The U.S.’s delegation left.', true],
  ['U.S.', 'A US-led delegation left.', true],
  ['U.S.', 'They told us nothing.', false],
  ['US', 'They told us nothing.', false],
  ['UN', 'A U.N. panel met.', true],
  ['un', 'A U.N. panel met.', true],
  ['U.N.', 'A UN panel met.', true],
  ['NATO', 'N.A.T.O. ships sailed.', true],
  ['D.C.', 'Washington, DC, is far.', true],
  ['U.S.', 'Plan U for S boats.', false],
  ['MP', 'Two M.P.s voted.', true],
  ['MPs', 'An M.P. voted.', true],
  // Hyphens
  ['drug', 'the anti-drug plan', true],
  ['sea-wall', 'the sea wall held', true],
  ['sea wall', 'the sea-wall held', true],
  ['wall', 'the seawall held', false],
  ['US', 'the US-China talks', true],
  // Accents and letters of other forms
  ['café', 'the cafe on the quay', true],
  ['cafe', 'the café on the quay', true],
  ['naive', 'a nai\u0308ve plan', true],
  ['Peña', 'Nieto Pena said', true],
  ['fight', 'the ﬁght went on', true],
  ['fentanyl', 'fenta\u00ADnyl was seized', true],
  ['ferry', 'ＦＥＲＲＹ', true],
  ['ÉTÉ', 'un été', true],
  // Forms of one word
  ['ferry', 'Two ferries are late.', true],
  ['talks', 'They were talking.', true],
  ['boat', 'A boot fell.', false],
  // Numbers
  ['3.5m', 'It cost $3.5m in all.', true],
  ['3.5', 'It cost $3.5m in all.', false],
  ['3.5m', 'It cost 3.5 in all.', false],
  ['1,000', 'about 1000 boats', true],
  ['1000', 'about 1,000 boats', true],
  ['1,000,000', 'about 1000000 boats', true],
  ['000', 'about 1,000 boats', false],
  ['5', 'about 3.5 boats', false],
  // Unspaced scripts
  ['海堤', '新的海堤很高', true],
  ['海堤', '他们在海边', false],
  ['北京', '在北京市', true],
  ['港', 'Hong Kong (香港) met.', true],
  ['フェリー', '新しいフェリーが来た', true],
  ['か', 'が', false],
  ['3.5万', '大约3.5万人', true],
  // Korean, with and without particles
  ['장관', '장관은 말했다', true],
  ['장관', '외교부 장관이 말했다', true],
  ['블링컨', '블링컨의 방문', true],
  ['장관', '관장은 말했다', false],
];

/** The outlet that alone prints a row's text: a question narrowed to it is about that text. */
const outletOf = (row: number) => `Row ${String(row).padStart(3, '0')}`;

let harbour: HarbourDesk;
beforeAll(async () => {
  harbour = await aHarbourDesk();
  const now = new Date('2024-05-01T10:00:00Z');
  for (const [row, [, body]] of ROWS.entries()) {
    const outlet = outletOf(row);
    const article = anArticle({ headline: 'One', body, outlet, url: `https://row.example/${row}` });
    await harbour.archive.writer.store(article, [aQuotation(body, body)], now);
  }
  // The desk lists its outlets anew when it has read an article.
  await harbour.desk.read(anArticle({ body: 'The last boat left.', url: 'https://row.example/last' }));
});
afterAll(() => harbour.desk.close());

describe('topic, watch, recall and search agree', () => {
  it.each(ROWS.map((row, number) => [number, ...row] as const))(
    '%i: whether %j is in %j: %j',
    async (number, word, text, isHeld) => {
      const isFound = async (command: string) => {
        const { answer } = await harbour.desk.reply(`${command} ${word} in:"${outletOf(number)}"`);
        return answer.kind === 'found';
      };
      expect({
        topic: topicMatcher([word])(text),
        watch: findWords(wantedWords(word, false), text) !== null,
        phrase: findWords(wantedWords(word, true), text) !== null,
        recall: await isFound('who said'),
        search: await isFound('find'),
      }).toEqual({ topic: isHeld, watch: isHeld, phrase: isHeld, recall: isHeld, search: isHeld });
      if (isHeld) expect(recollect(wordsOf(word), text).covered).toBe(1);
    },
  );
});
