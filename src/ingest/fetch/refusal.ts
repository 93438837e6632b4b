import type { FetchRefusalCode } from '../../kernel/source.ts';

/** Response headers about caching and retries; null where absent. */
export interface ResponseFacts {
  readonly status: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly cacheControl: string | null;
  readonly retryAfter: string | null;
  /** Whether a bot-protection service produced the response. */
  readonly botWall: boolean;
}

export interface FetchRefusal {
  readonly kind: 'refused';
  readonly code: FetchRefusalCode;
  /** A sentence for people; contains no local address and no page content. */
  readonly reason: string;
  /** The refused response; null when none arrived. */
  readonly response: ResponseFacts | null;
}

export function refuse(
  code: FetchRefusalCode,
  reason: string,
  response: ResponseFacts | null = null,
): FetchRefusal {
  return { kind: 'refused', code, reason, response };
}

/** Carries a refusal out of a connector or stream, which can only throw. */
export class Refused extends Error {
  readonly refusal: FetchRefusal;

  constructor(refusal: FetchRefusal) {
    super(refusal.reason);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}
