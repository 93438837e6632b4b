import type { Block } from '../../../src/kernel/card.ts';
import { citationText } from '../../../src/render/cite.ts';
import { cleanLine, cleanText } from '../../../src/text/clean-text.ts';
import { andMore, numberText } from '../../../src/text/count.ts';
import { fitText } from '../../../src/text/fit-text.ts';
import type { Span } from '../../../src/text/span.ts';
import { escapedLine, escapedText, escapeMarkdown } from './escape-markdown.ts';
import { ROOM } from './limits.ts';
import { renderDiff } from './render-diff.ts';
import { noteOfLeft, renderQuotation } from './render-quotation.ts';
import { renderAlso, renderHeadline, renderSource } from './render-source.ts';
import { renderWords } from './render-words.ts';

type Passage = Extract<Block, { kind: 'passage' }>;
type Facts = Extract<Block, { kind: 'facts' }>;

/**
 * Renders a block as Discord markdown of at most `room` UTF-16 units; `room` must be at least 1,500. Buttons
 * are drawn in `renderCard`.
 */
export function renderBlock(block: Block, room: number): string {
  switch (block.kind) {
    case 'quotation':
      return renderQuotation(block, room);
    case 'passage':
      return renderPassage(block, room);
    case 'story': {
      const cited = citationText(block.source);
      const printed = `-# ${escapedLine(cited.outlet, ROOM.outlet)} · ${escapedLine(cited.date, ROOM.outlet)}`;
      const head = `**${renderHeadline(cited)}**\n${printed}`;
      const also = renderAlso(block.also, block.source);
      if (!cleanLine(block.extract)) return [head, ...also].join('\n');
      const { drawn, left } = escapedText(block.extract, room - head.length - also.join().length - 80);
      return [head, drawn, ...noteOfLeft(left), ...also].join('\n');
    }
    case 'diff':
      return renderDiff(block.runs, room);
    case 'facts':
      return drawFacts(block, room);
    case 'text':
      return drawText(block.text, block.tone, room);
    case 'choices':
      return drawChoices(block.intro, block.lines, room);
    case 'picture':
      return drawText(block.alt, 'note', room);
    default:
      return block satisfies never;
  }
}

/**
 * Renders suggested typed lines as a list. A reader types one in a direct message or fills in the options of
 * the slash command.
 */
function drawChoices(intro: string, lines: readonly string[], room: number): string {
  const drawn = [escapedLine(intro, ROOM.title)];
  for (const [index, line] of lines.entries()) {
    const next = `- ${escapedLine(line, ROOM.title)}`;
    if (drawn.join('\n').length + next.length + 40 > room) {
      drawn.push(`-# ${andMore(lines.length - index)}`);
      break;
    }
    drawn.push(next);
  }
  return drawn.join('\n');
}

function drawFacts({ rows }: Facts, room: number): string {
  const drawn: string[] = [];
  let left = room - 40;
  for (const [index, { label, value }] of rows.entries()) {
    const line = `**${escapedLine(label, ROOM.name) || '—'}** ${escapedLine(value, 900)}`;
    left -= line.length + 1;
    if (left < 0) {
      drawn.push(`-# ${andMore(rows.length - index)}`);
      break;
    }
    drawn.push(line);
  }
  return drawn.join('\n');
}

/**
 * Renders a passage with the words asked about in bold. A passage that is too long starts at those words when
 * they lie further in than FAR.
 */
function renderPassage({ paragraphs, source }: Passage, room: number): string {
  const foot = `-# ${renderSource(source)}`;
  const { text, quoted } = joinParagraphs(paragraphs);
  const look = { room: room - foot.length - 160, marks: false };
  const whole = renderWords(text, { ...look, marked: quoted });
  const asked = quoted[0]?.start ?? 0;
  const from = whole.left && asked > FAR ? asked : 0;
  if (!from) return [whole.drawn, ...noteOfLeft(whole.left), foot].join('\n');
  const shifted = quoted.map(({ start, end }) => ({ start: start - from, end: end - from }));
  const words = renderWords(text.slice(from), { ...look, marked: shifted });
  const before = `-# ${numberText(from)} characters before this are in the article`;
  return [before, words.drawn, ...noteOfLeft(words.left), foot].join('\n');
}

/**
 * In a passage that does not fit: largest offset of the words asked about at which the passage still starts
 * at its beginning. In UTF-16 units.
 */
const FAR = 1_000;

function joinParagraphs(paragraphs: Passage['paragraphs']): { text: string; quoted: Span[] } {
  const quoted: Span[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    if (text) text += '\n\n';
    const at = text.length;
    quoted.push(...paragraph.quoted.map(({ start, end }) => ({ start: at + start, end: at + end })));
    text += paragraph.text;
  }
  return { text, quoted };
}

function drawText(text: string, tone: 'plain' | 'note', room: number): string {
  const draw = tone === 'note' ? smallPrint : escapeMarkdown;
  const clean = cleanText(text);
  const { text: fitted, left } = fitText(clean, room - 60, draw);
  return [draw(fitted), ...(left ? [`-# … ${andMore(left, 'character')}`] : [])].join('\n');
}

function smallPrint(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.trim() ? `-# ${escapeMarkdown(line)}` : line))
    .join('\n');
}
