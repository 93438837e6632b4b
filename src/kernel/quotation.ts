import type { Span } from '../text/span.ts';

/**
 * direct: a whole statement in marks · mixed: quoted words inside a paraphrase · indirect: reported speech,
 * without marks.
 */
export type QuotationKind = 'direct' | 'mixed' | 'indirect';

/** A speaker as one article reports them. */
export interface ReportedSpeaker {
  /** `speakerId` of the resolved name: one id for a person in every article of a desk. */
  readonly id: string;
  /**
   * Full name without titles (“Nicholas Burns”), or the organisation as the text names it (“Beijing’s foreign
   * ministry”).
   */
  readonly name: string;
  /** The role as this article reports it (“Secretary of State”), else null. */
  readonly role: string | null;
}

/** A quotation as the engine finds it in one body. */
export interface FoundQuotation {
  /** The words, without their marks. */
  readonly span: Span;
  readonly kind: QuotationKind;
  /** The verb or phrase that attributes the words (“said”, “according to”), else null. */
  readonly cue: Span | null;
  /** The mention that the speaker was resolved from (“he”, “Mr. Burns”), else null. */
  readonly mention: Span | null;
  readonly speaker: ReportedSpeaker | null;
  /** The model's probability that the speaker is right, 0 to 1. */
  readonly confidence: number;
}

/** A quotation as the archive stores it. `words` is the part of the body that the span covers. */
export interface Quotation extends FoundQuotation {
  /** `<articleId>.<start>`. */
  readonly id: string;
  readonly articleId: string;
  /** Wordings of one statement share it. */
  readonly utteranceId: string;
  readonly words: string;
}

/**
 * Minimum confidence for naming a speaker. Below it an answer says “unattributed in the text” and shows the
 * sentence.
 */
const SHOWN_CONFIDENCE = 0.5;

/** The speaker whom an answer may name; null when the text supports none well enough. */
export function shownSpeaker({
  speaker,
  confidence,
}: Pick<Quotation, 'speaker' | 'confidence'>): ReportedSpeaker | null {
  return speaker && confidence >= SHOWN_CONFIDENCE ? speaker : null;
}
