import type { Block, Wording } from '../../../src/kernel/card.ts';
import { leadOfWording } from '../../../src/render/lead-of-wording.ts';
import { cleanLine } from '../../../src/text/clean-text.ts';
import { andMore, count } from '../../../src/text/count.ts';
import { escapedLine } from './escape-markdown.ts';
import { ROOM } from './limits.ts';
import { renderSource, renderSources } from './render-source.ts';
import { renderWords } from './render-words.ts';

type Quotation = Extract<Block, { kind: 'quotation' }>;

const SOURCES_OF_FIRST = 6;
const SOURCES_OF_OTHERS = 4;
/** Minimum UTF-16 units worth spending on the words of a further wording. */
const LEAST_WORDS = 160;

/** Renders a quotation in at most `room` UTF-16 units: words, speaker, sources and other wordings. */
export function renderQuotation(block: Quotation, room: number): string {
  const [first, ...others] = block.wordings;
  const marks = block.quotationKind !== 'indirect';
  const who = drawSpeaker(block);
  const around = block.speaker ? [] : drawSentence(block);
  const named = [...(marks ? [] : ['-# Reported speech, not a quotation']), who, ...around];
  const note = block.note ? [`-# ${escapedLine(block.note, ROOM.sentence)}`] : [];
  const kept =
    length(note) +
    length(named) +
    renderSource(first.printed[0]).length +
    leftNote(first.words.length).length +
    80;
  const words = renderWords(first.words, { room: room - kept, marked: [], marks });
  const lines = marks ? [] : [named.shift() ?? ''];
  lines.push(words.drawn, ...noteOfLeft(words.left), ...named);
  lines.push(
    renderSources(first.printed, room - length(lines) - length(note) - 60, SOURCES_OF_FIRST),
    ...note,
  );
  if (others.length) lines.push('', ...drawOthers(others, marks, room - length(lines) - 1));
  return lines.join('\n');
}

function drawSpeaker({ speaker }: Quotation): string {
  if (!speaker) return '**Unattributed in the text**';
  const name = escapedLine(speaker.name, ROOM.name) || 'unnamed';
  return `**${name}**${speaker.role ? `, ${escapedLine(speaker.role, ROOM.role)}` : ''}`;
}

function drawSentence({ sentence, wordings }: Quotation): string[] {
  if (!sentence || cleanLine(sentence) === cleanLine(wordings[0].words)) return [];
  const { drawn, left } = renderWords(sentence, { room: ROOM.sentence, marked: [], marks: false });
  return ['-# It reads:', drawn, ...noteOfLeft(left)];
}

function drawOthers(others: readonly Wording[], marks: boolean, room: number): string[] {
  const lines: string[] = [];
  let drawn = 0;
  for (const wording of others) {
    const lead = leadOfWording(others, drawn, ' (what differs is bold)');
    const leads = lead ? [`-# ${lead}`] : [];
    const kept =
      length([...lines, ...leads]) +
      renderSource(wording.printed[0]).length +
      leftNote(wording.words.length).length +
      80;
    if (room - kept < Math.min(LEAST_WORDS, 2 * wording.words.length)) break;
    const words = renderWords(wording.words, { room: room - kept, marked: wording.differs, marks });
    lines.push(...leads, words.drawn, ...noteOfLeft(words.left));
    lines.push(renderSources(wording.printed, room - length(lines) - 60, SOURCES_OF_OTHERS));
    drawn += 1;
  }
  const more = others.length - drawn;
  if (!drawn) return [`-# Also printed in ${count(more, 'other wording')}`];
  return more ? [...lines, `-# ${andMore(more, 'wording')}`] : lines;
}

/** The note of omitted characters, which stands outside the quotation. */
export function noteOfLeft(left: number): string[] {
  return left ? [leftNote(left)] : [];
}

function leftNote(left: number): string {
  return `-# … ${andMore(left, 'character')} in the article`;
}

function length(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
