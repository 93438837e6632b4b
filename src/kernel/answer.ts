import type { Article, Citation } from './article.ts';
import type { Card } from './card.ts';
import type { Quotation } from './quotation.ts';
import type { Verdict } from './verdict.ts';

/** An utterance in an answer: its wordings, each with its article. */
export interface UtteranceEvidence {
  readonly wordings: readonly { readonly quotation: Quotation; readonly article: Article }[];
}

/** A figure as one article reports it. */
export interface FigureEvidence {
  /** As printed: “about 500”, “90 percent”. */
  readonly printed: string;
  readonly value: number;
  readonly unit: 'count' | 'percent' | 'money';
  /** What is counted, as printed. */
  readonly noun: string;
  readonly sentence: string;
  /** The person quoted with the figure. */
  readonly speaker: string | null;
  readonly article: Article;
}

/** The quotations, articles and figures on which an answer rests; `--json` prints them. */
export interface Evidence {
  readonly utterances: readonly UtteranceEvidence[];
  readonly articles: readonly {
    readonly article: Article;
    readonly extract: string;
    /** Other printings of the story. */
    readonly also?: readonly Citation[];
  }[];
  /** The reports of each counted thing together. */
  readonly figures?: readonly (readonly FigureEvidence[])[];
}

/** An answer that says why a line cannot be answered, with an example that works. */
export interface Shortfall {
  readonly kind: 'shortfall';
  /**
   * `usage`: the line is wrong · `refused`: not allowed, or gone · `fault`: an error on our side, with a
   * reference.
   */
  readonly code: 'usage' | 'refused' | 'fault';
  readonly say: string;
  /** A line that works, or the likeliest of the lines that the reader may have meant. */
  readonly example: string | null;
  /** The other lines that the reader may have meant. Absent: `example` is only an example. */
  readonly others?: readonly string[];
}

export type Answer =
  | {
      readonly kind: 'found';
      readonly card: Card;
      readonly evidence: Evidence;
      /** Only for `check`. */
      readonly verdict?: Verdict;
    }
  | {
      readonly kind: 'nothing';
      /** The question, as a title. */
      readonly asked: string;
      /** What was searched: “6 articles, 43 quotations”. */
      readonly searched: string;
      /** The nearest typed lines that find something. */
      readonly suggestions: readonly string[];
      readonly verdict?: Verdict;
    }
  | Shortfall;
