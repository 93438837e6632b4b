import { parseDocument } from 'yaml';
import {
  isHardWrapped,
  type LabelledLine,
  type LineLabel,
  type Paragraph,
  splitLines,
  toParagraphs,
} from '../lines/lines.ts';
import { isRecord, NOTHING_STATED, readStated, type Stated } from '../lines/stated.ts';

export interface MarkdownArticle {
  readonly stated: Stated;
  /** The labelled lines of the front matter, which is not part of the text. */
  readonly matter: readonly LabelledLine[];
  readonly paragraphs: readonly Paragraph[];
  /** What is wrong with the front matter; the text is complete regardless. */
  readonly complaint: string | null;
}

const FENCE = /^---[ \t]*$/u;
const FIELD_LABELS: readonly (readonly [RegExp, LineLabel])[] = [
  [/^(?:headline|title)\s*:/iu, 'headline'],
  [/^(?:byline|authors?)\s*:/iu, 'byline'],
  [/^(?:date|published(?:_?at)?)\s*:/iu, 'date'],
];

/** Parses front matter, and the text below it with its headings, quotes and lists. */
export function readMarkdown(content: string): MarkdownArticle {
  const all = content.split(/\r\n|\n|\r/u);
  const close = FENCE.test(all[0] ?? '') ? all.findIndex((line, at) => at > 0 && FENCE.test(line)) : -1;
  const lines = splitLines(content);
  const below = lines.filter(({ number }) => number > close + 1);
  const paragraphs = readBlocks(below);
  if (close < 0) return { stated: NOTHING_STATED, matter: [], paragraphs, complaint: null };
  const matter = lines
    .filter(({ number }) => number <= close + 1)
    .map((line) => ({
      ...line,
      label: FIELD_LABELS.find(([field]) => field.test(line.line))?.[1] ?? ('furniture' as const),
    }));
  const { record, complaint } = readMatter(all.slice(1, close).join('\n'));
  return { stated: readStated(record), matter, paragraphs, complaint };
}

function readMatter(source: string): { record: Record<string, unknown>; complaint: string | null } {
  const document = parseDocument(source, { logLevel: 'silent' });
  const error = document.errors[0];
  if (error) {
    const line = source.slice(0, error.pos[0]).split('\n').length + 1;
    return { record: {}, complaint: `its front matter is not YAML (line ${line}); kept without it` };
  }
  try {
    const record: unknown = document.toJS({ maxAliasCount: 20 });
    return isRecord(record)
      ? { record, complaint: null }
      : {
          record: {},
          complaint: record == null ? null : 'its front matter is not a list of fields; kept without it',
        };
  } catch {
    return { record: {}, complaint: 'its front matter cannot be resolved; kept without it' };
  }
}

const HEADING = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/u;

/** Paragraphs between blank lines and headings, without the marks of quotes and lists. */
function readBlocks(lines: ReturnType<typeof splitLines>): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let titled = false;
  let open: { number: number; line: string }[] = [];
  const close = () => {
    for (const { text, source } of toParagraphs(open, isHardWrapped(open, 1))) {
      const bare = text.replace(/^(?:>\s?)+/u, '').replace(/^[*+-]\s+(?=\S)/u, '');
      if (/^(?:[-*_]\s*){3,}$/u.test(text.slice(0, 200)))
        paragraphs.push({ text, source, stated: 'furniture' });
      else if (/^!\[[^\]]*\]\([^)]*\)$/u.test(text.slice(0, 2_000)))
        paragraphs.push({ text, source, stated: 'caption' });
      else paragraphs.push({ text: bare, source, stated: null });
    }
    open = [];
  };
  for (const line of lines) {
    const heading = line.line.length <= 500 ? HEADING.exec(line.line) : null;
    if (!heading) {
      open.push(line);
      continue;
    }
    close();
    const stated: LineLabel = !titled && heading[1] === '#' ? 'headline' : 'subhead';
    titled ||= stated === 'headline';
    paragraphs.push({ text: heading[2] ?? '', source: [line], stated });
  }
  close();
  return paragraphs.filter(({ text }) => text);
}
