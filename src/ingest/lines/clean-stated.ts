import { assemble, foldHeadline, isText, labelOf, type PageArticle } from './clean-page.ts';
import { foldLine, type LineLabel, type Paragraph } from './lines.ts';
import { type ShapedLine, shapeLines } from './shape-line.ts';

/** Cleans a text that is known to be one article: everything is article text except obvious furniture. */
export function cleanStated(paragraphs: readonly Paragraph[], headline: string | null): PageArticle {
  const lines = shapeLines(paragraphs);
  const named = headline === null ? null : foldLine(foldHeadline(headline));
  const firstText = lines.findIndex((line) => line.paragraph.stated === null && isText(line));
  const seen = new Set<string>();
  const labels = lines.map((line, at): LineLabel => {
    const again = line.words > 3 && seen.has(line.folded);
    seen.add(line.folded);
    if (at < Math.max(firstText, 1) && line.folded === named) return 'headline';
    if (line.paragraph.stated !== null) return line.paragraph.stated;
    if (again) return labelOf(line);
    return labelStated(line, at < firstText, lines[at + 1]);
  });
  const article = assemble(paragraphs, labels);
  const kept = article.body
    ? article
    : assemble(
        paragraphs,
        lines.map(({ paragraph }) => paragraph.stated ?? 'body'),
      );
  return { ...kept, headline: headline === null ? kept.headline : foldHeadline(headline) };
}

function labelStated(line: ShapedLine, aboveText: boolean, next: ShapedLine | undefined): LineLabel {
  switch (line.shape) {
    case 'prose':
    case 'sentence':
    case 'lead-in':
    case 'item':
    case 'teaser':
      return 'body';
    case 'short':
      return next && isText(next) && line.words <= 15 ? 'subhead' : 'body';
    case 'byline':
    case 'date':
      return aboveText ? line.shape : 'body';
    case 'caption':
    case 'credit':
      return line.shape;
    case 'ago':
    case 'control':
    case 'invitation':
    case 'list':
    case 'comments':
      return 'furniture';
    default:
      return line.shape satisfies never;
  }
}
