import type { Address, Platform } from './asker.ts';
import type { Card } from './card.ts';

/** What became of one attempt to send. Reasons are plain words for a reader. */
export type SendOutcome =
  | { readonly kind: 'sent' /** The platform's own reference of the message. */; readonly ref: string }
  /** Surely not sent, and worth trying again; `afterMs` where the platform named a time. */
  | { readonly kind: 'later'; readonly afterMs: number | null; readonly reason: string }
  /** It may have arrived or not (the connection broke after it was handed over): look for it before sending again. */
  | { readonly kind: 'uncertain'; readonly reason: string }
  /** It can never arrive as things are (channel gone, bot removed, right missing). */
  | { readonly kind: 'refused'; readonly reason: string };

export type FindOutcome =
  | { readonly kind: 'found'; readonly ref: string }
  | { readonly kind: 'absent' }
  /** The platform could not be asked now. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** How a platform's adapter delivers; nothing is ever thrown. */
export interface Courier {
  readonly platform: Platform;
  /** Sends a card; what does not fit in one message follows in its thread. `key` goes along so that `find` knows it again. */
  send(address: Address, card: Card, key: string): Promise<SendOutcome>;
  /** Whether a message with this key stands at the address already; looks at what was posted since then. */
  find(address: Address, key: string, since: Date): Promise<FindOutcome>;
}
