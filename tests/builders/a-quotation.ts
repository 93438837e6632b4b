import type { NewQuotation } from '../../src/archive/port.ts';
import type { ReportedSpeaker } from '../../src/kernel/quotation.ts';
import { speakerId } from '../../src/kernel/roster.ts';

/** A speaker by name, with the id that the product derives from the name. */
export function aSpeaker(name: string, role: string | null = null): ReportedSpeaker {
  return { id: speakerId(name), name, role };
}

/** A direct quotation of words in a body. Throws when the body does not contain them. */
export function aQuotation(body: string, words: string, given: Partial<NewQuotation> = {}): NewQuotation {
  const start = body.indexOf(words);
  if (start < 0) throw new RangeError(`the body does not hold: ${words}`);
  return {
    span: { start, end: start + words.length },
    kind: 'direct',
    cue: null,
    mention: null,
    speaker: null,
    confidence: 1,
    utteranceId: null,
    ...given,
  };
}
