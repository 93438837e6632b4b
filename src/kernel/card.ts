import type { Span } from '../text/span.ts';
import type { Citation } from './article.ts';
import type { Chart } from './chart.ts';
import type { QuotationKind } from './quotation.ts';
import type { DiffRun } from './verdict.ts';

/** A wording of an utterance with its sources, of which there is always one. */
export interface Wording {
  readonly words: string;
  /** Spans that differ from the first wording; empty for the first. */
  readonly differs: readonly Span[];
  /** Whether this wording quotes a different part of the statement and so shares no words with the first wording. */
  readonly apart: boolean;
  /** Every article with exactly these words, first printed first. */
  readonly printed: readonly [Citation, ...Citation[]];
}

export type Block =
  | {
      readonly kind: 'quotation';
      readonly quotationKind: QuotationKind;
      /** Null where the text names nobody; the card says so and shows the sentence. */
      readonly speaker: { readonly name: string; readonly role: string | null } | null;
      /** The sentence or paragraph around the words, where no speaker is named. */
      readonly sentence: string | null;
      readonly wordings: readonly [Wording, ...Wording[]];
      /** Who else printed it, in one line, where the card does not list their wordings. */
      readonly note?: string;
      readonly context: { readonly kind: 'context'; readonly line: string } | null;
    }
  | {
      readonly kind: 'passage';
      /** Paragraphs of an article; `quoted` marks the words asked about inside them. */
      readonly paragraphs: readonly { readonly text: string; readonly quoted: readonly Span[] }[];
      readonly source: Citation;
    }
  /** A claim against the record, word by word. Each platform adds a legend for struck and added words. */
  | { readonly kind: 'diff'; readonly runs: readonly DiffRun[] }
  | {
      readonly kind: 'story';
      readonly extract: string;
      readonly source: Citation;
      /** Copies and rewrites of the story, first printed first. */
      readonly also: readonly Citation[];
    }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  /**
   * `drawChart` draws it where a platform shows pictures, `chartRows` elsewhere; `alt` describes it in words.
   */
  | { readonly kind: 'picture'; readonly alt: string; readonly chart: Chart }
  | { readonly kind: 'text'; readonly text: string; readonly tone: 'plain' | 'note' }
  /** Typed lines to try; buttons where the platform has them. */
  | { readonly kind: 'choices'; readonly intro: string; readonly lines: readonly string[] };

/** An answer laid out in blocks of plain text, before a platform renders it. */
export interface Card {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** The typed line of the next page; null on the last. */
  readonly more: string | null;
  /** The typed line that this card answers; “Share” runs it again. Null where nothing can be shared. */
  readonly line: string | null;
  /** When the archive was read: ISO time, UTC. */
  readonly asOf: string;
}
