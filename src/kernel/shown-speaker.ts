import type { Quotation, ReportedSpeaker } from './quotation.ts';

/** Below this the answer says "unattributed in the text" and shows the sentence. */
const SHOWN_CONFIDENCE = 0.5;

/** The speaker an answer may name; null when the text does not support a name well enough. */
export function shownSpeaker({
  speaker,
  confidence,
}: Pick<Quotation, 'speaker' | 'confidence'>): ReportedSpeaker | null {
  return speaker && confidence >= SHOWN_CONFIDENCE ? speaker : null;
}
