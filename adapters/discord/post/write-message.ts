import {
  type APIMessageTopLevelComponent,
  type AttachmentPayload,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { ButtonLines } from '../../../src/desk/desk.ts';
import type { Card } from '../../../src/kernel/card.ts';
import { storeButtonLines } from '../../../src/render/lines-of-card.ts';
import { escapedLine } from '../draw/escape-markdown.ts';
import { type RenderChoices, renderCard } from '../draw/render-card.ts';
import { type Attachment, renderPictures, shownIn } from '../draw/render-pictures.ts';

/**
 * A message to send. It always uses components, suppresses link previews and mentions nobody, whatever its
 * text says.
 */
export interface OutgoingMessage {
  readonly components: APIMessageTopLevelComponent[];
  readonly flags: readonly [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds];
  readonly allowedMentions: { readonly parse: readonly []; readonly repliedUser: false };
  readonly files?: readonly AttachmentPayload[];
}

function outgoing(
  components: APIMessageTopLevelComponent[],
  files: readonly Attachment[] = [],
): OutgoingMessage {
  return {
    components,
    ...(files.length
      ? { files: files.map(({ name, data, description }) => ({ name, attachment: data, description })) }
      : {}),
    flags: [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds],
    allowedMentions: { parse: [], repliedUser: false },
  };
}

/**
 * Renders a card as a message and stores the typed lines of its buttons, so that the buttons work after a
 * restart. Throws the archive’s errors.
 */
export async function writeCard(
  desk: Pick<ButtonLines, 'keepLine'>,
  card: Card,
  look: Partial<Omit<RenderChoices, 'tokenOf'>> = {},
): Promise<OutgoingMessage> {
  const tokenOf = await storeLines(desk, card);
  const pictures = look.pictures ?? (await renderPictures(card));
  const whole = { from: 0, share: 'none', above: null, ...look, pictures, tokenOf } as const;
  const components = renderCard(card, whole);
  return outgoing(components, shownIn(components, pictures));
}

/**
 * Stores every typed line of a card and returns a function from line to button token. Throws the archive’s
 * errors.
 */
export async function storeLines(
  desk: Pick<ButtonLines, 'keepLine'>,
  card: Card,
): Promise<RenderChoices['tokenOf']> {
  const tokens = await storeButtonLines(card, (line) => desk.keepLine(line));
  return (line) => {
    const token = tokens.get(line);
    if (token === undefined) throw new RangeError('a button for a line that was not kept');
    return token;
  };
}

/** Renders one plain sentence as a message. */
export function writeSentence(say: string): OutgoingMessage {
  return outgoing([
    { type: ComponentType.TextDisplay, content: escapedLine(say, 1_000) || 'Nothing to say.' },
  ]);
}
