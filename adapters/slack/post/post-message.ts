import { type ChatPostMessageArguments, WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { SlackMessage } from '../draw/render-card.ts';

/** Never a preview of a link, never a name or a group made out of plain text. */
export const QUIET = { unfurl_links: false, unfurl_media: false } as const;
const UNPARSED = { ...QUIET, link_names: false, parse: 'none' } as const;

/** Slack found the layout wrong, not the words: docs.slack.dev/reference/methods/chat.postMessage */
const UNLAID = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'invalid_attachments',
]);

/** Where a message goes, and what is known by it. */
export type Target = Pick<ChatPostMessageArguments, 'channel' | 'metadata'> & {
  readonly thread: string | null;
};

/**
 * Posts one message for everyone there and gives its `ts`. Where Slack does not take its layout (a picture it has not digested yet, say)
 * it goes without pictures, then as text. Throws what the client throws.
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

/** The same with its pictures said in words. */
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
