import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { Citation } from '../../../src/kernel/article.ts';
import type { Block, Wording } from '../../../src/kernel/card.ts';
import { citationText } from '../../../src/render/cite.ts';
import { leadOfWording } from '../../../src/render/lead-of-wording.ts';
import { count } from '../../../src/text/count.ts';
import { FIT } from './limits.ts';
import {
  fitJson,
  leftOut,
  linked,
  markedRuns,
  quote,
  richText,
  run,
  section,
  shortLine,
} from './rich-text.ts';

type Quotation = Extract<Block, { kind: 'quotation' }>;
type Part = RichTextBlock['elements'][number];

/**
 * Renders a quotation as one rich_text block of at most `room` characters of JSON: the words, the speaker,
 * the citations, then the other wordings. Slack parses no markup in rich_text, so text from articles needs no
 * escaping.
 */
export function renderQuotation(block: Quotation, room: number): RichTextBlock[] {
  const [first, ...others] = block.wordings;
  const parts: Part[] = [...wordsParts(block, first, FIT.words), ...speakerParts(block)];
  const note = block.note ? section(run(shortLine(block.note, FIT.value), { italic: true })) : [];
  let unshown = addSources(parts, first.printed, room - weigh(note));
  parts.push(...note);
  let shown = 0;
  for (const wording of others) {
    const lead = leadOfWording(others, shown, ' (differences in bold)');
    const more = [
      ...(lead ? section(run(lead, { bold: true })) : []),
      ...wordsParts(block, wording, FIT.wordingWords),
    ];
    const left = addSources(more, wording.printed, room - weigh(parts));
    if (weigh(parts) + weigh(more) > room) break;
    parts.push(...more);
    unshown += left;
    shown += 1;
  }
  const hidden = others.length - shown;
  const notes = [
    ...(hidden ? [count(hidden, 'more wording')] : []),
    ...(unshown ? [count(unshown, 'more article')] : []),
  ];
  if (notes.length) parts.push(...section(run(`and ${notes.join(' and ')}`, { italic: true })));
  return richText(parts);
}

/** The words of one wording. Only direct and mixed quotations get quotation marks; only `differs` is bold. */
function wordsParts({ quotationKind }: Quotation, { words, differs }: Wording, limit: number): Part[] {
  const { text, left } = fitJson(words, limit);
  const inside = markedRuns(text, differs);
  const marks = quotationKind === 'indirect' ? { open: [], close: [] } : { open: run('“'), close: run('”') };
  return [...quote([...marks.open, ...inside, ...marks.close]), ...section(leftOut(left))];
}

function speakerParts({ quotationKind, speaker, sentence, wordings }: Quotation): Part[] {
  const reported = quotationKind === 'indirect' ? ' · reported speech, in the article’s words' : '';
  if (speaker) {
    const name = run(shortLine(speaker.name, FIT.name), { bold: true });
    const role = run(`${speaker.role ? `, ${shortLine(speaker.role, FIT.role)}` : ''}${reported}`);
    return section([...name, ...role]);
  }
  const unattributed = run('Unattributed in the text', { bold: true });
  const words = wordings[0].words;
  if (!sentence || sentence === words) return section([...unattributed, ...run(reported)]);
  const { text, left } = fitJson(sentence, FIT.sentence);
  const start = text.indexOf(words);
  const spans = start < 0 ? [] : [{ start, end: start + words.length }];
  return [
    ...section([...unattributed, ...run(`${reported}; it stands in:`)]),
    ...quote(markedRuns(text, spans)),
    ...section(leftOut(left)),
  ];
}

/**
 * Adds the articles that printed the words: at least one, and as many as fit. Returns how many are left out.
 */
function addSources(parts: Part[], printed: Wording['printed'], room: number): number {
  const items = [section(sourceRuns(printed[0]))];
  let spent = weigh(parts) + weigh(items);
  for (const source of printed.slice(1)) {
    const item = section(sourceRuns(source));
    spent += weigh(item);
    if (spent > room) break;
    items.push(item);
  }
  const sections = items.flat();
  if (sections.length === 1) parts.push(...sections);
  else parts.push({ type: 'rich_text_list', style: 'bullet', elements: sections });
  return printed.length - items.length;
}

/** `Outlet · 10 Oct 2023 · Headline`, with the headline linked if the article has a link. */
export function sourceRuns(source: Citation): RichTextElement[] {
  const { outlet, date, headline, link } = citationText(source);
  const place = `${shortLine(outlet, FIT.outlet)} · ${shortLine(date, FIT.date)}`;
  const title = shortLine(headline, FIT.headline);
  return [...run(title ? `${place} · ` : place), ...linked(title, link)];
}

export function weigh(parts: unknown): number {
  return JSON.stringify(parts).length;
}
