import type { DomElement } from './read-dom.ts';

/** A line of a page with where it stands. */
export interface NearLine {
  readonly text: string;
  readonly element: DomElement;
  /** Lines below the headline, negative above; null when there is no headline. */
  readonly below: number | null;
  /** Lines above the text's first, negative inside it; null when there is no text. */
  readonly above: number | null;
  /** Lines after the last line of the text, 0 or less inside it. */
  readonly after: number;
  readonly words: number;
  readonly isText: boolean;
  /** It stands with a picture. */
  readonly isCaption: boolean;
}
