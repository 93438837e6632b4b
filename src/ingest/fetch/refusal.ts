import type { FetchRefusalCode } from '../../kernel/source.ts';

/** What an answer's headers say of keeping and asking again; null where they say nothing. */
export interface ResponseFacts {
  readonly status: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly cacheControl: string | null;
  readonly retryAfter: string | null;
  /** Whether a wall against automated readers signed the answer. */
  readonly botWall: boolean;
}

export interface FetchRefusal {
  readonly kind: 'refused';
  readonly code: FetchRefusalCode;
  /** Plain words for a reader: no address of this machine, nothing of the page. */
  readonly reason: string;
  /** The answer that was refused; null when there was none. */
  readonly response: ResponseFacts | null;
}

export function refuse(
  code: FetchRefusalCode,
  reason: string,
  response: ResponseFacts | null = null,
): FetchRefusal {
  return { kind: 'refused', code, reason, response };
}

/** Carries a refusal out of code that can only throw: a connector, a stream. */
export class Refused extends Error {
  readonly refusal: FetchRefusal;

  constructor(refusal: FetchRefusal) {
    super(refusal.reason);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}
