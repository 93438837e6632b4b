import { expect } from 'vitest';
import {
  type RenderOptions,
  renderCard,
  type SlackMessage,
} from '../../../adapters/slack/draw/render-card.ts';
import type { Card } from '../../../src/kernel/card.ts';
import { storeButtonLines } from '../../../src/render/lines-of-card.ts';
import { judgePayload } from './judge-payload.ts';

export const TOKEN = '0123456789abcdef';

/** The messages of a card, whose button lines are all kept under one token. */
export async function render(card: Card, over: Partial<RenderOptions> = {}): Promise<SlackMessage[]> {
  const tokens = await storeButtonLines(card, async () => TOKEN);
  return renderCard(card, { showing: { kind: 'private' }, thread: null, tokens, ...over });
}

/** The only message of a card; it must pass the judge of payloads. */
export async function renderOne(card: Card, over: Partial<RenderOptions> = {}): Promise<SlackMessage> {
  const messages = await render(card, over);
  const [message] = messages;
  if (!message || messages.length !== 1) throw new Error(`${messages.length} messages`);
  expect(judgePayload(message, { surface: 'message', mayName: 'U123' })).toEqual([]);
  return message;
}

export const buttonsOf = (message: SlackMessage) =>
  message.blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .filter((each) => each.type === 'button');

export const labelsOf = (message: SlackMessage) => buttonsOf(message).map((button) => button.text.text);
