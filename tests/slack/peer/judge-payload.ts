import type { Block, KnownBlock } from '@slack/types';

/** What leaves for Slack: a message's or a Home's, as it is on the wire. */
export interface Payload {
  readonly text?: string;
  readonly blocks?: readonly (KnownBlock | Block)[];
}

type Loose = Readonly<Record<string, unknown>>;

/**
 * Everything Slack would refuse or misread in a payload, in plain words; empty when it is sound. Written from the platform's published
 * numbers and knowing nothing of the code that fits cards. `mayName` is the one user who may be mentioned.
 */
export function judgePayload(
  payload: Payload,
  { surface, mayName = null }: { surface: 'message' | 'home'; mayName?: string | null },
): string[] {
  const complaints: string[] = [];
  const say = (complaint: string) => complaints.push(complaint);
  const blocks = (payload.blocks ?? []) as readonly unknown[] as readonly Loose[];
  const most = surface === 'home' ? 100 : 50;
  // A message of text alone is one.
  const bare = surface === 'message' && payload.blocks === undefined;
  if ((!blocks.length && !bare) || blocks.length > most) say(`${blocks.length} blocks`);
  const json = JSON.stringify(blocks);
  if (surface === 'message' && json.length > 9_000) say(`all blocks together are ${json.length} characters`);
  if (surface === 'message') judgeText(payload.text, say);
  for (const block of blocks) judgeBlock(block, say, mayName);
  judgeIds(blocks, say);
  for (const text of strings(payload)) judgeCharacters(text, say);
  return complaints;
}

type Say = (complaint: string) => unknown;

/** `text` is parsed for entities, links and mentions: it may hold none that are not escaped. */
function judgeText(text: string | undefined, say: Say): void {
  if (!text?.trim()) say('no fallback text');
  else judgeEscapes(text, say);
}

function judgeEscapes(text: string, say: Say): void {
  if (text.length > 4_000) say(`fallback text of ${text.length}`);
  if (/[<>]/.test(text)) say('an unescaped < or > in the fallback text');
  if (/&(?!amp;|lt;|gt;)/.test(text)) say('an unescaped & in the fallback text');
}

function judgeBlock(block: Loose, say: Say, mayName: string | null): void {
  const id = block['block_id'];
  if (typeof id === 'string' && id.length > 255) say('block_id too long');
  switch (block['type']) {
    case 'divider':
      return;
    case 'header':
      judgePlain(block['text'], 150, say, 'header');
      return;
    case 'section': {
      const fields = list(block['fields']);
      if (block['text'] !== undefined) judgePlain(block['text'], 3_000, say, 'section');
      else if (!fields.length) say('a section without text');
      if (fields.length > 10) say(`${fields.length} fields`);
      for (const field of fields) judgePlain(field, 2_000, say, 'field');
      return;
    }
    case 'image': {
      const { alt_text: alt, slack_file: file, image_url: url } = block;
      if (typeof alt !== 'string' || !alt.trim() || alt.length > 2_000) say('alt text of an image');
      const { id } = (file ?? {}) as Loose;
      if (url !== undefined || typeof id !== 'string' || !/^F[A-Z0-9]+$/.test(id))
        say('an image from elsewhere');
      return;
    }
    case 'context': {
      const elements = list(block['elements']);
      if (!elements.length || elements.length > 10) say(`${elements.length} context elements`);
      for (const element of elements) judgePlain(element, 3_000, say, 'context');
      return;
    }
    case 'actions': {
      const elements = list(block['elements']);
      if (!elements.length || elements.length > 25) say(`${elements.length} actions`);
      for (const element of elements) judgeButton(element, say);
      return;
    }
    case 'rich_text': {
      const elements = list(block['elements']);
      if (!elements.length) say('an empty rich_text');
      for (const element of elements) judgeRichPart(element, say, mayName);
      return;
    }
    default:
      say(`a block of type ${String(block['type'])}`);
  }
}

/** Third-party text may stand in plain_text only, with emoji codes left as they are. */
function judgePlain(object: unknown, most: number, say: Say, where: string): void {
  const { type, text, emoji } = (object ?? {}) as Loose;
  if (type !== 'plain_text') say(`${where} is ${String(type)}`);
  if (emoji !== false) say(`${where} turns :codes: into emoji`);
  if (typeof text !== 'string' || !text.trim() || text.length > most)
    say(`${where} text of ${typeof text === 'string' ? text.length : 'none'}`);
}

function judgeButton(button: Loose, say: Say): void {
  if (button['type'] !== 'button') say(`an action of type ${String(button['type'])}`);
  judgePlain(button['text'], 75, say, 'button');
  const actionId = button['action_id'];
  if (typeof actionId !== 'string' || !actionId || actionId.length > 255)
    say('action_id missing or too long');
  const value = button['value'];
  if (typeof value !== 'string' || !value || value.length > 2_000) say('button value missing or too long');
  const url = button['url'];
  if (url !== undefined && (typeof url !== 'string' || url.length > 3_000)) say('button url');
}

function judgeRichPart(part: Loose, say: Say, mayName: string | null): void {
  const elements = list(part['elements']);
  if (!elements.length) say(`an empty ${String(part['type'])}`);
  switch (part['type']) {
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      for (const element of elements) judgeRun(element, say, mayName);
      return;
    case 'rich_text_list':
      if (part['style'] !== 'bullet' && part['style'] !== 'ordered') say('a list without style');
      for (const element of elements) {
        if (element['type'] !== 'rich_text_section') say(`a ${String(element['type'])} in a list`);
        judgeRichPart(element, say, mayName);
      }
      return;
    default:
      say(`a rich text part of type ${String(part['type'])}`);
  }
}

function judgeRun(run: Loose, say: Say, mayName: string | null): void {
  switch (run['type']) {
    case 'text':
      if (typeof run['text'] !== 'string' || !run['text']) say('an empty text element');
      return;
    case 'link': {
      const { url, text } = run;
      if (typeof url !== 'string' || url.length > 3_000 || !/^https?:\/\/[^\s<>|]+$/.test(url))
        say(`link to ${String(url)}`);
      if (text === '') say('a link without a label');
      if (typeof text === 'string' && /:\/\//.test(text)) say('a link whose label is an address');
      return;
    }
    case 'user':
      if (run['user_id'] !== mayName) say(`a mention of ${String(run['user_id'])}`);
      return;
    default:
      say(`a run of type ${String(run['type'])}`);
  }
}

function judgeIds(blocks: readonly Loose[], say: Say): void {
  const ids = blocks
    .filter((block) => block['type'] === 'actions')
    .flatMap((block) => list(block['elements']))
    .map((element) => element['action_id']);
  if (new Set(ids).size !== ids.length) say('an action_id twice');
  const blockIds = blocks.map((block) => block['block_id']).filter((id) => id !== undefined);
  if (new Set(blockIds).size !== blockIds.length) say('a block_id twice');
}

function judgeCharacters(text: string, say: Say): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
  if (/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/.test(text))
    say('a control or bidirectional character');
  if (!text.isWellFormed()) say('half a surrogate pair');
}

/** Every string anywhere in a value. */
export function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

function list(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? (value as Loose[]) : [];
}

/** All third-party stretches shown as quotations: the text of every rich_text_quote, marks around it left out. */
export function quotesIn(payload: Payload): string[] {
  const parts = ((payload.blocks ?? []) as readonly unknown[] as readonly Loose[])
    .filter((block) => block['type'] === 'rich_text')
    .flatMap((block) => list(block['elements']));
  return parts
    .filter((part) => part['type'] === 'rich_text_quote')
    .map((part) => list(part['elements']).map((run) => String(run['text'] ?? '')))
    .map((runs) => (runs[0] === '“' && runs.at(-1) === '”' ? runs.slice(1, -1) : runs).join(''));
}

/** A payload as a reader sees it, roughly: for looking at and for searching. */
export function readable(payload: Payload): string {
  return ((payload.blocks ?? []) as readonly unknown[] as readonly Loose[]).map(readableBlock).join('\n');
}

function readableBlock(block: Loose): string {
  const text = (object: unknown) => String((object as Loose)?.['text'] ?? '');
  switch (block['type']) {
    case 'divider':
      return '────────';
    case 'image':
      return `{picture: ${String(block['alt_text'])}}`;
    case 'header':
      return `# ${text(block['text'])}`;
    case 'section':
      return text(block['text']);
    case 'context':
      return `  (${list(block['elements']).map(text).join(' ')})`;
    case 'actions':
      return list(block['elements'])
        .map((element) => `[ ${text(element['text'])} ]`)
        .join(' ');
    default:
      return list(block['elements']).map(readablePart).join('\n');
  }
}

function readablePart(part: Loose): string {
  if (part['type'] === 'rich_text_list')
    return list(part['elements'])
      .map((item) => `  • ${readablePart(item)}`)
      .join('\n');
  const line = list(part['elements']).map(readableRun).join('');
  return part['type'] === 'rich_text_quote' ? line.replace(/^/gm, '▍ ') : line;
}

function readableRun(run: Loose): string {
  if (run['type'] === 'user') return `@${String(run['user_id'])}`;
  const style = (run['style'] ?? {}) as Loose;
  const mark = style['bold'] ? '**' : style['italic'] ? '_' : style['code'] ? '`' : '';
  const label = `${mark}${String(run['text'] ?? '')}${mark}`;
  return run['type'] === 'link' ? `[${label}](${String(run['url'])})` : label;
}
