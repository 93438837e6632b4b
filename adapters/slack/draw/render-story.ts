import type { KnownBlock, RichTextLink, RichTextText } from '@slack/types';
import type { Citation } from '../../../src/kernel/article.ts';
import type { Block } from '../../../src/kernel/card.ts';
import { alsoIn } from '../../../src/render/also-in.ts';
import { citationText } from '../../../src/render/cite.ts';
import { andMore } from '../../../src/text/count.ts';
import { FIT } from './limits.ts';
import { fitJson, leftOut, linked, quote, richText, run, section, shortLine } from './rich-text.ts';

type Story = Extract<Block, { kind: 'story' }>;

/** Renders an article in a list: headline, outlet and date, extract, and the other outlets with the story. */
export function renderStory({ extract, source, also }: Story): KnownBlock[] {
  const { outlet, date, headline, link } = citationText(source);
  const title = linked(shortLine(headline, FIT.headline), link, { bold: true });
  const place = `${shortLine(outlet, FIT.outlet)} · ${shortLine(date, FIT.date)}`;
  const { text, left } = fitJson(extract, FIT.extract);
  return richText([
    ...section([...title, ...run(title.length ? `\n${place}` : place)]),
    ...quote(run(text)),
    ...section(leftOut(left)),
    ...section(alsoRuns(also, source)),
  ]);
}

/** The other outlets with the story, each linked to its copy. */
function alsoRuns(also: Story['also'], source: Citation): (RichTextText | RichTextLink)[] {
  const elsewhere = alsoIn(also, source);
  if (!elsewhere) return [];
  const names = elsewhere.named.flatMap(({ outlet, link }, at) => [
    ...run(at ? ' · ' : ' '),
    ...linked(shortLine(outlet, FIT.outlet), link && link.length <= FIT.alsoLink ? link : null),
  ]);
  const more = elsewhere.left ? run(` ${andMore(elsewhere.left)}`) : [];
  return [...run(`${elsewhere.say}:`, { italic: true }), ...names, ...more];
}
