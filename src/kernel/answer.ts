import type { Article, Citation } from './article.ts';
import type { Card } from './card.ts';
import type { Quotation } from './quotation.ts';
import type { Verdict } from './verdict.ts';

/** An utterance as an answer shows it: the quotations that are its wordings, each with its article. */
export interface UtteranceEvidence {
  readonly wordings: readonly { readonly quotation: Quotation; readonly article: Article }[];
}

/** A number of things as one article reports it. */
export interface FigureEvidence {
  /** As printed: “about 500”, “90 percent”. */
  readonly printed: string;
  readonly value: number;
  readonly unit: 'count' | 'percent' | 'money';
  /** What is counted, as printed. */
  readonly noun: string;
  readonly sentence: string;
  /** Who is quoted with it. */
  readonly speaker: string | null;
  readonly article: Article;
}

/** What an answer rests on, for machines: `--json` is made from it. */
export interface Evidence {
  readonly utterances: readonly UtteranceEvidence[];
  readonly articles: readonly {
    readonly article: Article;
    readonly extract: string;
    /** Where the same story stands besides. */
    readonly also?: readonly Citation[];
  }[];
  /** Numbers by what they count: the reports of each thing together. */
  readonly figures?: readonly (readonly FigureEvidence[])[];
}

/** A reader's mistake, in the reader's words, with one example that works. */
export interface Shortfall {
  readonly kind: 'shortfall';
  /** `usage`: the line is off · `refused`: not allowed or not here any more · `fault`: ours, with a reference. */
  readonly code: 'usage' | 'refused' | 'fault';
  readonly say: string;
  readonly example: string | null;
}

export type Answer =
  | {
      readonly kind: 'found';
      readonly card: Card;
      readonly evidence: Evidence;
      /** Where a quotation was checked. */
      readonly verdict?: Verdict;
    }
  | {
      readonly kind: 'nothing';
      /** What was asked, as a title. */
      readonly asked: string;
      /** What was searched: "6 articles, 43 quotations". */
      readonly searched: string;
      /** Typed lines that come nearest and do find something. */
      readonly suggestions: readonly string[];
      readonly verdict?: Verdict;
    }
  | Shortfall;
