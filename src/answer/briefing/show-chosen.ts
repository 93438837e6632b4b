import type { QuotationHit } from '../../archive/port.ts';
import type { UtteranceEvidence } from '../../kernel/answer.ts';
import { type Article, cite } from '../../kernel/article.ts';
import type { Block } from '../../kernel/card.ts';
import { shownSpeaker } from '../../kernel/quotation.ts';
import { andMore, count } from '../../text/count.ts';
import { wordsAlone } from '../../text/words.ts';
import { cutGlance } from '../show/cut-glance.ts';
import { placeName, placeOf } from '../show/place-of.ts';
import { evidenceOf } from '../show/show-utterances.ts';
import { type ChosenQuotation, GLANCE } from './choose-quotations.ts';

/** Citations shown with a chosen quotation, at most. */
const MOST_PRINTED = 2;

/** A quotation in a briefing, with its evidence. */
export interface ShownQuotation {
  readonly block: Block;
  readonly evidence: UtteranceEvidence;
  /** The words shown, so that no extract repeats them. */
  readonly words: string;
}

/**
 * Shows a chosen quotation: its words, the articles that printed exactly these, and a note on those that
 * printed a part or other words. A long quotation is cut to the sentences that its headline is about. `all`
 * must hold the utterance's wordings in the whole archive.
 */
export function showChosen(chosen: ChosenQuotation, all: readonly QuotationHit[]): ShownQuotation {
  const [hit] = chosen.wordings;
  const words = cutGlance(hit.quotation.words, hit.article.headline, GLANCE);
  const evidence = evidenceOf(hit, all);
  const same = evidence.wordings.filter((each) =>
    wordsAlone(each.quotation.words).includes(wordsAlone(words)),
  );
  const exact = oneAnArticle([hit, ...same]);
  const known = new Set(exact.map(placeOf));
  const others = evidence.wordings.filter(({ article }) => !known.has(placeOf(article)));
  const parts = others.filter(({ quotation }) => wordsAlone(words).includes(wordsAlone(quotation.words)));
  const speaker = shownSpeaker(hit.quotation);
  const [first, ...rest] = exact.slice(0, MOST_PRINTED).map(cite);
  if (!first) throw new RangeError('a quotation stands in its own article');
  const more = new Set(exact.slice(MOST_PRINTED).map(placeOf)).size;
  const note = [
    ...(more ? [`word for word in ${count(more, 'more place')}`] : []),
    ...inOutlets('in part in', parts),
    ...inOutlets(
      'in other words in',
      others.filter((each) => !parts.includes(each)),
    ),
  ].join('; ');
  const block: Block = {
    kind: 'quotation',
    quotationKind: hit.quotation.kind,
    speaker: speaker && { name: speaker.name, role: speaker.role },
    sentence: null,
    wordings: [{ words, differs: [], apart: false, printed: [first, ...rest] }],
    ...(note ? { note: `Also ${note}.` } : {}),
    // An article with a URL needs no button for the context: one click opens the article.
    context: hit.article.url === null ? { kind: 'context', line: `context ${hit.quotation.id}` } : null,
  };
  return { block, evidence, words };
}

function oneAnArticle(hits: readonly QuotationHit[]): Article[] {
  return [...new Map(hits.map(({ article }) => [article.id, article])).values()];
}

/** A phrase that names each outlet once: three by name, the rest counted. Empty without hits. */
function inOutlets(lead: string, hits: readonly QuotationHit[]): string[] {
  const names = [...new Set(hits.map(({ article }) => placeName(article)))];
  const shown = names.slice(0, 3).join(', ');
  const more = names.length > 3 ? ` ${andMore(names.length - 3)}` : '';
  return names.length ? [`${lead} ${shown}${more}`] : [];
}
