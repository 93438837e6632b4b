import type { Span } from '../text/span.ts';
import type { Citation } from './article.ts';
import type { Chart } from './chart.ts';
import type { QuotationKind } from './quotation.ts';
import type { DiffRun } from './verdict.ts';

/** One wording of an utterance, with the place it was printed; a wording without its source cannot be built. */
export interface Wording {
  readonly words: string;
  /** Where these words differ from the utterance's first wording; empty for the first. */
  readonly differs: readonly Span[];
  /** True: another part of the same statement, sharing no words with the first wording; a wording that holds both bridges them. */
  readonly apart: boolean;
  /** Every article that printed exactly these words, first printed first. */
  readonly printed: readonly [Citation, ...Citation[]];
}

export type Block =
  | {
      readonly kind: 'quotation';
      readonly quotationKind: QuotationKind;
      /** Null: the text names nobody, and the card says so and shows the sentence. */
      readonly speaker: { readonly name: string; readonly role: string | null } | null;
      /** The words' own sentence or paragraph, shown where no speaker is named. */
      readonly sentence: string | null;
      readonly wordings: readonly [Wording, ...Wording[]];
      /** Who else printed it, where that is told in a line and not wording by wording. */
      readonly note?: string;
      readonly context: { readonly kind: 'context'; readonly line: string } | null;
    }
  | {
      readonly kind: 'passage';
      /** Paragraphs of an article; `quoted` marks the words asked about inside them. */
      readonly paragraphs: readonly { readonly text: string; readonly quoted: readonly Span[] }[];
      readonly source: Citation;
    }
  /** A claimed quotation against the record, word by word; each platform says beside it how struck and added words look. */
  | { readonly kind: 'diff'; readonly runs: readonly DiffRun[] }
  | {
      readonly kind: 'story';
      readonly extract: string;
      readonly source: Citation;
      /** The same story elsewhere: copies and rewrites, first printed first. */
      readonly also: readonly Citation[];
    }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  /** Drawn by `drawChart` where a platform shows pictures, as rows of bars elsewhere; `alt` says the same in words. */
  | { readonly kind: 'picture'; readonly alt: string; readonly chart: Chart }
  | { readonly kind: 'text'; readonly text: string; readonly tone: 'plain' | 'note' }
  /** Typed lines a reader can try, each a button where the platform has them. */
  | { readonly kind: 'choices'; readonly intro: string; readonly lines: readonly string[] };

/** An answer laid out: plain text throughout, no markup; each platform draws it its own way. */
export interface Card {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** The typed line of the next page, where there is one. */
  readonly more: string | null;
  /** The typed line this card answers; what "share" runs again. Null where there is nothing to share. */
  readonly line: string | null;
  /** When it was true: ISO time, UTC. */
  readonly asOf: string;
}
