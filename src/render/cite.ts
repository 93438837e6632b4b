import type { Citation } from '../kernel/article.ts';
import { cleanLine } from '../text/clean-text.ts';
import { dayText } from '../text/day-text.ts';
import { safeLink } from './safe-link.ts';

/** A citation as a person sees it. */
export interface CitationText {
  /** The outlet, or the file that the article came from where no outlet is stated. */
  readonly outlet: string;
  readonly date: string;
  readonly headline: string;
  /** An http(s) link, or null. */
  readonly link: string | null;
}

export function citationText(source: Citation): CitationText {
  return {
    outlet: source.outlet ? cleanLine(source.outlet) : `outlet not stated (${cleanLine(source.origin)})`,
    date: source.replacedAt
      ? `${dayText(source.publishedAt)}, in an earlier version (until ${dayText(source.replacedAt)})`
      : dayText(source.publishedAt),
    headline: cleanLine(source.headline),
    link: safeLink(source.url),
  };
}
