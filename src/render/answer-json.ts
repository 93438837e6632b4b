import type { Answer, FigureEvidence, Shortfall, UtteranceEvidence } from '../kernel/answer.ts';
import type { Card } from '../kernel/card.ts';
import type { Quotation, QuotationKind } from '../kernel/quotation.ts';
import { shownSpeaker } from '../kernel/quotation.ts';
import type { DiffRun, Verdict } from '../kernel/verdict.ts';

interface JsonVariant {
  readonly words: string;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  readonly headline: string;
  readonly url: string | null;
  readonly articleId: string;
  /** Time (ISO, UTC) until which an earlier version of the article had these words. */
  readonly replacedAt?: string;
}

interface JsonQuotation {
  readonly words: string;
  /** Null when the text does not support a name well enough; `shownSpeaker` decides, as for a card. */
  readonly speaker: { readonly name: string; readonly role: string | null } | null;
  readonly confidence: number;
  readonly kind: QuotationKind;
  /** Every wording as printed; the one in the answer is first. */
  readonly variants: readonly JsonVariant[];
}

interface JsonArticle {
  readonly headline: string;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly extract: string;
  /** Copies of the story. A copy with another extract is also an entry of `articles`. */
  readonly also?: readonly Pick<JsonVariant, 'outlet' | 'publishedAt' | 'headline' | 'url'>[];
}

interface JsonFigure {
  /** What is counted. */
  readonly counted: string;
  readonly unit: FigureEvidence['unit'];
  readonly reports: readonly ({
    readonly printed: string;
    readonly value: number;
    readonly speaker: string | null;
    readonly sentence: string;
  } & Omit<JsonVariant, 'words' | 'replacedAt'>)[];
}

interface JsonShown {
  readonly title: string;
  /** Only for `check`. */
  readonly verdict?: Verdict;
  /** Only for `check`, where print and claim differ. */
  readonly diff?: readonly DiffRun[];
  readonly quotations: readonly JsonQuotation[];
  readonly articles: readonly JsonArticle[];
  readonly figures?: readonly JsonFigure[];
  readonly more: string | null;
}

/** The output of `verbatim ask --json`. */
export type AnswerJson =
  | ({ readonly kind: 'found' } & JsonShown)
  | ({
      readonly kind: 'nothing';
      readonly searched: string;
      readonly suggestions: readonly string[];
    } & JsonShown)
  | ({ readonly kind: 'shortfall' } & Omit<Shortfall, 'kind'> & JsonShown);

/** An answer as plain data; words, names and links are as stored. */
export function answerJson(answer: Answer): AnswerJson {
  const none = { quotations: [], articles: [], more: null };
  switch (answer.kind) {
    case 'found':
      return {
        kind: 'found',
        title: answer.card.title,
        ...(answer.verdict ? { verdict: answer.verdict } : {}),
        quotations: answer.evidence.utterances.flatMap(jsonQuotation),
        articles: answer.evidence.articles.map(({ article, extract, also = [] }) => ({
          headline: article.headline,
          outlet: article.outlet,
          publishedAt: article.publishedAt,
          url: article.url,
          extract,
          ...(also.length
            ? {
                also: also.map(({ outlet, publishedAt, headline, url }) => ({
                  outlet,
                  publishedAt,
                  headline,
                  url,
                })),
              }
            : {}),
        })),
        ...(answer.evidence.figures?.length ? { figures: answer.evidence.figures.flatMap(jsonFigure) } : {}),
        ...diffOf(answer.card),
        more: answer.card.more,
      };
    case 'nothing': {
      const { asked: title, verdict, searched, suggestions } = answer;
      return { kind: 'nothing', title, ...(verdict ? { verdict } : {}), ...none, searched, suggestions };
    }
    case 'shortfall': {
      const { code, say, example } = answer;
      return { kind: 'shortfall', title: say, ...none, code, say, example };
    }
    default:
      return answer satisfies never;
  }
}

function jsonFigure(reports: readonly FigureEvidence[]): JsonFigure[] {
  const [first] = reports;
  if (!first) return [];
  return [
    {
      counted: first.noun,
      unit: first.unit,
      reports: reports.map(({ printed, value, speaker, sentence, article }) => {
        const { outlet, publishedAt, headline, url, id: articleId } = article;
        return { printed, value, speaker, sentence, outlet, publishedAt, headline, url, articleId };
      }),
    },
  ];
}

function diffOf({ blocks }: Card): { readonly diff?: readonly DiffRun[] } {
  const block = blocks.find((each) => each.kind === 'diff');
  return block ? { diff: block.runs } : {};
}

function jsonQuotation({ wordings }: UtteranceEvidence): JsonQuotation[] {
  const first: Quotation | undefined = wordings[0]?.quotation;
  if (!first) return [];
  const speaker = shownSpeaker(first);
  return [
    {
      words: first.words,
      speaker: speaker && { name: speaker.name, role: speaker.role },
      confidence: first.confidence,
      kind: first.kind,
      variants: wordings.map(({ quotation, article }) => ({
        words: quotation.words,
        outlet: article.outlet,
        publishedAt: article.publishedAt,
        headline: article.headline,
        url: article.url,
        articleId: article.id,
        ...(article.replacedAt ? { replacedAt: article.replacedAt } : {}),
      })),
    },
  ];
}
