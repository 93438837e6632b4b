import type { FoundQuotation, QuotationKind } from '../../kernel/quotation.ts';
import { cut } from '../../text/span.ts';
import { flatSpans } from './marks/flat-spans.ts';

/** One article's quotations in the predictions format of the quotation evaluation. */
export interface Predictions {
  readonly id: string;
  readonly quotes: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly kind: QuotationKind;
    readonly speaker: {
      readonly start: number;
      readonly end: number;
      readonly text: string;
      readonly name: string;
    } | null;
  }[];
}

/**
 * Converts found quotations to the predictions format. Offsets are UTF-16 units into `text`. A speaker
 * without a mention gets the empty span at 0.
 */
export function toPredictions(id: string, text: string, found: readonly FoundQuotation[]): Predictions {
  return {
    id,
    quotes: found.flatMap(({ span, kind, mention, speaker }) => {
      const name = speaker?.name ?? (mention ? cut(text, mention) : '');
      const said =
        mention || speaker
          ? {
              start: mention?.start ?? 0,
              end: mention?.end ?? 0,
              text: mention ? cut(text, mention) : '',
              name,
            }
          : null;
      const spans = kind === 'indirect' ? [span] : flatSpans(text, span);
      return spans.map((one) => ({ ...one, text: cut(text, one), kind, speaker: said }));
    }),
  };
}
