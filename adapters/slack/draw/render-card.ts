import type { Button, KnownBlock } from '@slack/types';
import { commandsFor } from '../../../src/answer/command-list.ts';
import type { Block, Card } from '../../../src/kernel/card.ts';
import { cleanLine } from '../../../src/text/clean-text.ts';
import { andMore } from '../../../src/text/count.ts';
import { type ButtonJob, buttonId } from './button-id.ts';
import { FIT, LIMITS } from './limits.ts';
import type { Pictures } from './render-block.ts';
import { type Drawn, renderBlock, type WantedButton } from './render-block.ts';
import { weigh } from './render-quotation.ts';
import { fitJson, leftOut, richText, run, section, shortLine } from './rich-text.ts';
import { sayBlocks } from './say-blocks.ts';

/** One message as it is sent: the blocks, and the same in plain text, escaped, for notifications and screen readers. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Who sees the message: the asker alone in a channel, a direct message, the asker's Home, or the whole channel. */
export type Showing =
  | { readonly kind: 'private' }
  | { readonly kind: 'direct' }
  | { readonly kind: 'home' }
  | { readonly kind: 'shared' /** Slack user id. */; readonly by: string };

export interface RenderOptions {
  readonly showing: Showing;
  /** The token of every line a button carries, from `storeButtonLines`. */
  readonly tokens: ReadonlyMap<string, string>;
  /** The thread it is shown in: buttons remember it. */
  readonly thread: string | null;
  readonly maxMessages?: number;
  readonly pictures?: Pictures;
  /** The lookup that a button offers to schedule. */
  readonly schedule?: string;
}

/** Characters of JSON that a message reserves for the last row of buttons and the line on what is left out. */
const RESERVE = 1_000;
/** The most that one block may take, so that it fits in one message with a title. */
const ROOM = 6_600;
const TITLE = 900;
/** Commands that only buttons use. Their typed lines mean nothing to people. */
const HIDDEN = commandsFor({ examples: {} })
  .filter((command) => command.hidden)
  .map((command) => `${command.name} `);
const NO_PICTURES: Pictures = new Map();
const EMPTY = 'Nothing to show.';
const MIDDLE_BLOCKS = LIMITS.messageBlocks - 3;

interface Page {
  readonly drawn: Drawn[];
  blocks: KnownBlock[];
}

/** A card as Slack messages, the first of which may be followed by others in its thread. */
export function renderCard(card: Card, options: RenderOptions): SlackMessage[] {
  const { maxMessages = FIT.messages, pictures = NO_PICTURES } = options;
  const button = buttonMaker(options);
  const drawn = card.blocks.map((block) => renderBlock(block, ROOM, pictures));
  const alone = soleContext(drawn);
  const pages: Page[] = [{ drawn: [], blocks: opening(card, options.showing) }];
  for (const unit of drawn) {
    const row = alone === unit ? [] : actions(unit.buttons.flatMap((wanted) => button(wanted)));
    place(pages, unit, [...unit.blocks, ...row]);
  }
  const kept = pages.slice(0, maxMessages);
  const hidden = pages.slice(maxMessages).flatMap((page) => page.drawn).length;
  const last = kept.at(-1);
  if (last) last.blocks = [...last.blocks, ...hiddenNote(hidden), ...closing(card, alone, options, button)];
  return kept.map(({ blocks }) => {
    const whole = blocks.length ? blocks : richText(section(run(EMPTY)));
    return { blocks: whole, text: sayBlocks(whole) || EMPTY };
  });
}

/** Puts the unit on the last page, or on a new one when it does not fit there. */
function place(pages: Page[], unit: Drawn, blocks: readonly KnownBlock[]): void {
  if (!blocks.length) return;
  const page = pages.at(-1);
  const previous = page?.drawn.at(-1);
  const parted: KnownBlock[] =
    previous && isResult(previous.block) && isResult(unit.block) ? [{ type: 'divider' }] : [];
  const joined = [...(page?.blocks ?? []), ...parted, ...blocks];
  const fits = joined.length <= MIDDLE_BLOCKS && weigh(joined) <= LIMITS.messageJson - RESERVE;
  if (page && (fits || !page.blocks.length)) {
    page.blocks = joined;
    page.drawn.push(unit);
  } else pages.push({ drawn: [unit], blocks: [...blocks] });
}

function isResult({ kind }: Block): boolean {
  return kind === 'quotation' || kind === 'passage' || kind === 'story';
}

/** A single quotation's context button stands in the last row, beside "share". */
function soleContext(drawn: readonly Drawn[]): Drawn | null {
  const withContext = drawn.filter((unit) => unit.block.kind === 'quotation');
  return withContext.length === 1 ? (withContext[0] ?? null) : null;
}

function opening(card: Card, showing: Showing): KnownBlock[] {
  const title = cleanLine(card.title);
  const shared: KnownBlock[] = showing.kind === 'shared' ? sharedBy(showing.by, card.line) : [];
  if (!title) return shared;
  if (title.length <= LIMITS.header)
    return [...shared, { type: 'header', text: { type: 'plain_text', text: title, emoji: false } }];
  const { text, left } = fitJson(title, TITLE);
  return [...shared, ...richText([...section(run(text, { bold: true })), ...section(leftOut(left, ''))])];
}

/** `@reporter shared: who said …`; an id that is not shaped like a user's is left out rather than printed. */
function sharedBy(user: string, line: string | null): KnownBlock[] {
  const who = /^[UW][A-Z0-9]{2,30}$/.test(user) ? [{ type: 'user', user_id: user } as const] : run('Someone');
  const typed = line && !HIDDEN.some((name) => line.startsWith(name)) ? shortLine(line, FIT.headline) : '';
  const what = [...run(typed ? ' shared: ' : ' shared:'), ...run(typed, { italic: true })];
  return richText(section([...who, ...what]));
}

type MakeButton = (wanted: { job: ButtonJob; label: string; line: string }) => Button[];

/** Makes buttons numbered through the whole answer, so that an action_id is unique in any of its messages. */
function buttonMaker({ tokens, thread }: RenderOptions): MakeButton {
  let n = 0;
  return ({ job, label, line }) => {
    const token = tokens.get(line);
    if (!token) return [];
    n += 1;
    return [buttonId(job, n, label, { token, thread })];
  };
}

function actions(buttons: readonly Button[]): KnownBlock[] {
  return buttons.length ? [{ type: 'actions', elements: buttons.slice(0, LIMITS.actions) }] : [];
}

/** The last row of buttons: context (of a single quotation), more, share, schedule. */
function closing(
  card: Card,
  alone: Drawn | null,
  { showing, schedule }: RenderOptions,
  button: MakeButton,
): KnownBlock[] {
  const wanted: { job: ButtonJob; label: string; line: string }[] = [
    ...((alone?.buttons ?? []) as WantedButton[]),
  ];
  if (card.more) wanted.push({ job: 'more', label: 'More', line: card.more });
  if (card.line && showing.kind === 'private')
    wanted.push({ job: 'share', label: 'Share with the channel', line: card.line });
  const label = showing.kind === 'home' ? 'Schedule a briefing' : 'Schedule this';
  if (schedule) wanted.push({ job: 'schedule', label, line: schedule });
  return actions(wanted.flatMap(button));
}

function hiddenNote(hidden: number): KnownBlock[] {
  if (!hidden) return [];
  const text = `${andMore(hidden, 'result')} too long to show here; narrow the question with by:, in:, since: or until:`;
  return [{ type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] }];
}
