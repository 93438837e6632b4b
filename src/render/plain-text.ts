import pc from 'picocolors';
import stringWidth from 'string-width';
import type { Citation } from '../kernel/article.ts';
import type { Block, Card, Wording } from '../kernel/card.ts';
import type { DiffRun } from '../kernel/verdict.ts';
import { cleanLine, cleanText } from '../text/clean-text.ts';
import { andMore } from '../text/count.ts';
import { cut, type Span } from '../text/span.ts';
import { alsoIn } from './also-in.ts';
import { chartRows } from './chart-rows.ts';
import { citationText } from './cite.ts';
import { leadOfWording } from './lead-of-wording.ts';
import { wrapLines } from './plain-text-wrap.ts';
import { legendOf, spaceBetween } from './space-runs.ts';

type Quotation = Extract<Block, { kind: 'quotation' }>;
type Passage = Extract<Block, { kind: 'passage' }>;
type Story = Extract<Block, { kind: 'story' }>;

/** How lines are drawn. `width` is in columns; Infinity breaks no line. */
interface Pen {
  readonly width: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly typed: (text: string) => string;
  readonly marked: (text: string) => string;
}

const MARGIN = '  ';

/**
 * A card as text for a terminal or a pipe; a chat button becomes a typed line to try. `width` is in columns;
 * Infinity breaks no line, so that `grep` finds the words. `colour` adds ANSI codes.
 */
export function plainText(card: Card, { width, colour }: { width: number; colour: boolean }): string {
  const { bold, dim, cyan, underline } = pc.createColors(colour);
  const pen: Pen = { width, bold, dim, typed: cyan, marked: underline };
  const parts = [paragraph(pen, cleanLine(card.title), { paint: bold })];
  for (const block of card.blocks) parts.push(blockLines(pen, block));
  if (card.more) parts.push([`More: ${pen.typed(cleanLine(card.more))}`]);
  return parts
    .filter((lines) => lines.length)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function blockLines(pen: Pen, block: Block): string[] {
  switch (block.kind) {
    case 'quotation':
      return quotationLines(pen, block);
    case 'passage':
      return passageLines(pen, block);
    case 'diff':
      return diffLines(pen, block.runs);
    case 'story': {
      const { headline } = citationText(block.source);
      const title = paragraph(pen, headline, { first: MARGIN, paint: pen.bold });
      const extract = block.extract ? paragraph(pen, cleanText(block.extract), { first: MARGIN }) : [];
      const source = sourceLines(pen, block.source, { withHeadline: false });
      return [...title, ...source, ...extract, ...alsoLines(pen, block)];
    }
    case 'facts':
      return factLines(pen, block.rows);
    case 'text':
      return paragraph(pen, cleanText(block.text), block.tone === 'note' ? { paint: pen.dim } : {});
    case 'choices':
      return [
        ...paragraph(pen, cleanLine(block.intro)),
        ...block.lines.map((line) => `${MARGIN}${pen.typed(cleanLine(line))}`),
      ];
    case 'picture':
      return chartRows(block.chart, pen.width - MARGIN.length).map((row) => `${MARGIN}${row}`);
    default:
      return block satisfies never;
  }
}

/** A claim against the record, with a legend; `[-struck-]` and `{+added+}` can be read without colour. */
function diffLines(pen: Pen, runs: readonly DiffRun[]): string[] {
  let text = '';
  const marks: Span[] = [];
  runs.forEach((run, i) => {
    const before = runs[i - 1];
    if (before) text += spaceBetween(before, run);
    const start = text.length;
    const clean = cleanText(run.text);
    text += run.kind === 'same' ? clean : run.kind === 'struck' ? `[-${clean}-]` : `{+${clean}+}`;
    if (run.kind !== 'same') marks.push({ start, end: text.length });
  });
  const legend = legendOf(runs, { struck: '[-…-]', added: '{+…+}' });
  return [
    ...paragraph(pen, text, { first: MARGIN, marks, marking: pen.bold }),
    ...(legend ? paragraph(pen, legend, { first: MARGIN, paint: pen.dim }) : []),
  ];
}

function quotationLines(pen: Pen, block: Quotation): string[] {
  const [first, ...others] = block.wordings;
  const lines = [
    ...wordingLines(pen, block, first),
    ...speakerLines(pen, block),
    ...first.printed.flatMap((source) => sourceLines(pen, source)),
    ...(block.note
      ? paragraph(pen, cleanLine(block.note), { first: MARGIN, rest: MARGIN, paint: pen.dim })
      : []),
  ];
  for (const [n, wording] of others.entries()) {
    const lead = leadOfWording(others, n);
    if (lead) lines.push('', `${MARGIN}${pen.bold(lead)}`);
    lines.push(...wordingLines(pen, block, wording), ...differenceLines(pen, wording));
    lines.push(...wording.printed.flatMap((source) => sourceLines(pen, source)));
  }
  if (block.context)
    lines.push(`${MARGIN}${pen.dim('Around it:')} ${pen.typed(cleanLine(block.context.line))}`);
  return lines;
}

/** The words; only a direct or mixed quotation gets marks. The opening mark hangs in the margin. */
function wordingLines(pen: Pen, block: Quotation, wording: Wording): string[] {
  const words = cleanText(wording.words);
  const marks = words === wording.words ? wording.differs : [];
  if (block.quotationKind === 'indirect') return paragraph(pen, words, { first: MARGIN, marks });
  return paragraph(pen, `${words}”`, { first: ' “', rest: MARGIN, marks });
}

function speakerLines(pen: Pen, { quotationKind, speaker, sentence }: Quotation): string[] {
  const reported = quotationKind === 'indirect' ? ' (reported speech, in the article’s words)' : '';
  const look = { first: MARGIN, rest: `${MARGIN}  ` };
  if (speaker) {
    const name = cleanLine(speaker.name);
    const role = speaker.role ? `, ${cleanLine(speaker.role)}` : '';
    const marks = [{ start: 2, end: 2 + name.length }];
    return paragraph(pen, `— ${name}${role}${reported}`, { ...look, marks, marking: pen.bold });
  }
  if (!sentence) return paragraph(pen, `— unattributed in the text${reported}`, look);
  return [
    ...paragraph(pen, `— unattributed in the text${reported}; its sentence:`, look),
    ...paragraph(pen, cleanText(sentence), { first: `${MARGIN}  ` }),
  ];
}

/**
 * The differing words again, under the wording: legible without colour, and the quotation stays as printed.
 */
function differenceLines(pen: Pen, { words, differs }: Wording): string[] {
  if (!differs.length) return [];
  const parts = differs.map((span) => `“${cleanLine(cut(words, span))}”`);
  return paragraph(pen, `differs: ${parts.join(' · ')}`, {
    first: MARGIN,
    rest: `${MARGIN}  `,
    paint: pen.dim,
  });
}

/** Renders the other outlets and days of the story, without links. */
function alsoLines(pen: Pen, { also, source }: Story): string[] {
  const elsewhere = alsoIn(also, source);
  if (!elsewhere) return [];
  const { say, named, left } = elsewhere;
  const names = named.map(({ outlet, date }) => `${outlet}, ${date}`);
  const more = left ? [andMore(left)] : [];
  return paragraph(pen, `${say}: ${[...names, ...more].join(' · ')}`, {
    first: MARGIN,
    rest: `${MARGIN}  `,
    paint: pen.dim,
  });
}

function sourceLines(pen: Pen, source: Citation, { withHeadline = true } = {}): string[] {
  const { outlet, date, headline, link } = citationText(source);
  const margin = withHeadline ? `${MARGIN}  ` : MARGIN;
  const text = withHeadline ? `${outlet} · ${date} · ${headline}` : `${outlet} · ${date}`;
  const lines = paragraph(pen, text, { first: margin, rest: `${margin}  ` });
  // A link is never broken: half of one cannot be clicked.
  return link ? [...lines, `${margin}${pen.dim(link)}`] : lines;
}

/** Renders paragraphs of an article; `>` in the margin marks lines that contain the words asked about. */
function passageLines(pen: Pen, { paragraphs, source }: Passage): string[] {
  const lines: string[] = [];
  for (const { text, quoted } of paragraphs) {
    const clean = cleanText(text);
    const marks = clean === text ? quoted : [];
    lines.push(...paragraph(pen, clean, { first: '    ', marks, pointed: '  > ' }), '');
  }
  return [...lines, ...sourceLines(pen, source)];
}

function factLines(pen: Pen, rows: readonly { readonly label: string; readonly value: string }[]): string[] {
  const label = (row: { readonly label: string }) => cleanLine(row.label);
  const widest = Math.min(24, Math.max(0, ...rows.map((row) => stringWidth(label(row)))));
  return rows.flatMap((row) => {
    const padding = ' '.repeat(Math.max(0, widest - stringWidth(label(row))));
    const value = paragraph(pen, cleanText(row.value), { first: ' '.repeat(MARGIN.length + widest + 2) });
    // A label longer than its column has a line of its own.
    if (stringWidth(label(row)) > widest)
      return [...paragraph(pen, label(row), { first: MARGIN, paint: pen.dim }), ...value];
    const [head = '', ...tail] = value;
    return [`${MARGIN}${pen.dim(label(row))}${padding}  ${head.trimStart()}`, ...tail];
  });
}

interface Look {
  readonly first?: string;
  readonly rest?: string;
  readonly paint?: (text: string) => string;
  /** Spans of the text to mark. */
  readonly marks?: readonly Span[];
  readonly marking?: (text: string) => string;
  /** The margin of lines that hold marked words. */
  readonly pointed?: string;
}

/** A text wrapped behind its margin. Each line is painted separately, so that no style runs into the next. */
function paragraph(pen: Pen, text: string, look: Look = {}): string[] {
  const {
    first = '',
    rest = first,
    paint = (part: string) => part,
    marks = [],
    marking = pen.marked,
    pointed,
  } = look;
  return wrapLines(text, pen.width - rest.length).map((line, i) => {
    const hit = marks.some((mark) => mark.start < line.end && line.start < mark.end);
    const margin = hit && pointed ? pointed : i ? rest : first;
    // A first line that is empty still shows its opening mark.
    return line.end > line.start
      ? `${margin}${paint(painted(text, line, marks, marking))}`
      : margin.trimEnd();
  });
}

function painted(
  text: string,
  line: Span,
  marks: readonly Span[],
  marking: (text: string) => string,
): string {
  let at = line.start;
  let out = '';
  for (const mark of marks) {
    const start = Math.max(at, mark.start);
    const end = Math.min(line.end, mark.end);
    if (start >= end) continue;
    out += text.slice(at, start) + marking(text.slice(start, end));
    at = end;
  }
  return out + text.slice(at, line.end);
}
