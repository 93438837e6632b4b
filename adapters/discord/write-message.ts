import { type APIMessageTopLevelComponent, ComponentType, MessageFlags } from 'discord.js';
import type { Desk } from '../../src/desk/desk.ts';
import type { Card } from '../../src/kernel/card.ts';
import { escapedLine } from './escape-markdown.ts';
import { type DrawChoices, linesOf, renderCard } from './render-card.ts';

/** The part every message of ours shares: components, no link previews, and nobody mentioned whatever the text says. */
export interface OutgoingMessage {
  readonly components: APIMessageTopLevelComponent[];
  readonly flags: readonly [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds];
  readonly allowedMentions: { readonly parse: readonly []; readonly repliedUser: false };
}

function outgoing(components: APIMessageTopLevelComponent[]): OutgoingMessage {
  return {
    components,
    flags: [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds],
    allowedMentions: { parse: [], repliedUser: false },
  };
}

/** A card as a message, its typed lines kept so that its buttons outlive the process. Throws what the archive throws. */
export async function writeCard(
  desk: Desk,
  card: Card,
  look: Partial<Omit<DrawChoices, 'tokenOf'>> = {},
): Promise<OutgoingMessage> {
  const tokenOf = await keepTokens(desk, card);
  return outgoing(renderCard(card, { from: 0, share: 'none', above: null, ...look, tokenOf }));
}

/** Keeps every typed line of a card; gives the token of each. Throws what the archive throws. */
export async function keepTokens(desk: Pick<Desk, 'keepLine'>, card: Card): Promise<DrawChoices['tokenOf']> {
  const kept = await Promise.all(
    linesOf(card).map(async (line) => [line, await desk.keepLine(line)] as const),
  );
  const tokens = new Map(kept);
  return (line) => {
    const token = tokens.get(line);
    if (token === undefined) throw new RangeError('a button for a line that was not kept');
    return token;
  };
}

/** One plain sentence as a message. */
export function writeSentence(say: string): OutgoingMessage {
  return outgoing([
    { type: ComponentType.TextDisplay, content: escapedLine(say, 1_000) || 'Nothing to say.' },
  ]);
}
