import { describeAntecedents } from '../find/features/describe-antecedent.ts';
import type { LastSpeaker } from '../find/features/list-candidates.ts';
import type { Mention } from '../find/names/mention.ts';
import { parseArticle } from '../find/reading/parse-article.ts';
import { listAntecedents, voteGenders, wantedGender } from '../find/resolve-person.ts';
import { resolvePronouns } from '../find/resolve-pronouns.ts';
import type { QuotationModel } from '../find/words/parse-model.ts';
import type { Gathered } from './gather-examples.ts';
import { type GoldArticle, overlaps, sameWords } from './gold.ts';
import { goldMention } from './judge-options.ts';

/**
 * Adds examples from an article's pronouns whose person is certain because only one person nearby has that
 * gender. Gender is not a feature, so what the model learns from them (who is near, who was the subject, who
 * spoke last) also applies where two people have one gender.
 */
export function gatherPronouns(article: GoldArticle, rates: QuotationModel, gathered: Gathered): void {
  const reading = parseArticle(article.text, [], rates);
  let last: LastSpeaker | null = null;
  voteGenders(reading);
  for (const paragraph of reading.paragraphs) {
    resolvePronouns(reading, paragraph, last, rates);
    for (const mention of paragraph.mentions) {
      if (!isSource(article, mention)) continue;
      const people = listAntecedents(reading, paragraph, mention);
      const genders = people.map(({ entity }) => Math.sign(entity.gender) * wantedGender(mention));
      if (genders.filter((g) => g > 0).length !== 1 || people.length < 2) continue;
      const described = describeAntecedents(reading, paragraph, mention, last, people);
      // People of unknown gender are left out, because the pronoun could mean one of them.
      const used = described.filter((_, i) => genders[i] !== 0);
      const right = genders.filter((g) => g !== 0).map((g) => g > 0);
      if (used.length > 1)
        gathered.examples.push({ options: used.map((f) => gathered.features.number(f)), right });
    }
    for (const { quotation } of paragraph.tokens) {
      const marks = paragraph.marks[quotation];
      const gold = marks && article.quotes.find((q) => sameWords(article.text, marks.inner, q) >= 0.8);
      if (gold)
        last = {
          mention: goldMention(reading, paragraph, [], [], gold),
          paragraph: paragraph.index,
          quotation,
        };
    }
  }
}

/** Whether a mention is "he" or "she" and overlaps an annotated source. */
function isSource({ attributions }: GoldArticle, mention: Mention): boolean {
  return (
    (mention.head === 'he' || mention.head === 'she') &&
    mention.kind === 'pronoun' &&
    attributions.some(({ source }) => source !== null && overlaps(mention, source))
  );
}
