import type { Answer } from '../../kernel/answer.ts';
import { cite } from '../../kernel/article.ts';
import type { Ask } from '../../kernel/ask.ts';
import { paragraphsOf } from '../../text/cut-passage.ts';
import type { Span } from '../../text/span.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';

type Context = Extract<Ask, { kind: 'context' }>;

/** The paragraphs around a quotation, its words marked. */
export async function answerContext(ask: Context, tools: AnswerDeps): Promise<Answer> {
  const hit = await tools.archive.search.quotation(ask.quotation);
  if (!hit)
    return {
      kind: 'shortfall',
      code: 'refused',
      say: 'That quotation is not in the archive any more; its article may have been read again since. Ask for it anew.',
      example: null,
    };
  const { span } = hit.quotation;
  const paragraphs = paragraphsOf(hit.article.body);
  const at = paragraphs.findIndex(({ text, start }) => start + text.length > span.start);
  const around = paragraphs.slice(Math.max(0, at - 1), at + 2);
  return {
    kind: 'found',
    card: {
      title: 'In context',
      blocks: [
        {
          kind: 'passage',
          paragraphs: around.map(({ text, start }) => ({ text, quoted: within(span, start, text.length) })),
          source: cite(hit.article),
        },
      ],
      more: null,
      line: `context ${ask.quotation}`,
      asOf: tools.now.toISOString(),
    },
    evidence: { utterances: [{ wordings: [hit] }], articles: [] },
  };
}

/** The part of a span inside a paragraph, counted from the paragraph's beginning. */
function within({ start, end }: Span, from: number, length: number): Span[] {
  const part = { start: Math.max(0, start - from), end: Math.min(length, end - from) };
  return part.start < part.end ? [part] : [];
}
