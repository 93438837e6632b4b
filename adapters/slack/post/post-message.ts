import { type ChatPostMessageArguments, WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { SlackMessage } from '../draw/render-card.ts';

/**
 * `QUIET` turns off link previews. `UNPARSED` also keeps plain text from becoming a mention of a person or
 * group.
 */
export const QUIET = { unfurl_links: false, unfurl_media: false } as const;
const UNPARSED = { ...QUIET, link_names: false, parse: 'none' } as const;

/**
 * Errors by which Slack rejects the layout rather than the text:
 * docs.slack.dev/reference/methods/chat.postMessage
 */
const UNLAID = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'invalid_attachments',
]);

/** Where a message goes, and the metadata it carries. */
export type Target = Pick<ChatPostMessageArguments, 'channel' | 'metadata'> & {
  readonly thread: string | null;
};

/**
 * Posts one message that everyone in the channel sees, and returns its `ts`. If Slack rejects the layout (for
 * example a picture that it is still processing), retries without pictures, then as text only. Throws the
 * client's errors.
 */
export async function postMessage(
  client: WebClient,
  target: Target,
  message: SlackMessage,
): Promise<string | null> {
  const plainer = [message, withoutPictures(message), { ...message, blocks: [] }];
  for (const [i, { text, blocks }] of plainer.entries()) {
    try {
      const posted = await client.chat.postMessage({
        channel: target.channel ?? '',
        ...(target.thread ? { thread_ts: target.thread } : {}),
        ...(target.metadata ? { metadata: target.metadata } : {}),
        text,
        ...(blocks.length ? { blocks } : {}),
        ...UNPARSED,
      });
      return posted.ts ?? null;
    } catch (error) {
      const unlaid = error instanceof WebAPIPlatformError && UNLAID.has(error.data.error);
      if (!unlaid || i === plainer.length - 1) throw error;
    }
  }
  return null;
}

/** Replaces each picture of a message with its alternative text. */
export function withoutPictures({ text, blocks }: SlackMessage): SlackMessage {
  return {
    text,
    blocks: blocks.map((block) =>
      block.type === 'image'
        ? { type: 'context', elements: [{ type: 'plain_text', text: block.alt_text, emoji: false }] }
        : block,
    ),
  };
}
