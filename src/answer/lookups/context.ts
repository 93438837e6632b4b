import { SHOW } from '../../ask/command.ts';
import { fromParams } from '../../ask/read-given.ts';
import { writeWords } from '../../ask/write-parts.ts';
import type { Answer } from '../../kernel/answer.ts';
import { cite } from '../../kernel/article.ts';
import type { AskOf } from '../../kernel/ask.ts';
import { paragraphsOf } from '../../text/cut-passage.ts';
import type { Span } from '../../text/span.ts';
import type { AnswerDeps, CommandModule } from '../show/answer-deps.ts';
import { found } from '../show/found.ts';

type Context = AskOf<'context'>;

export const context: CommandModule<Context> = {
  ...SHOW,
  name: 'context',
  summary: 'The paragraphs around a quotation',
  params: [
    {
      name: 'quotation',
      summary: 'The quotation’s reference',
      required: true,
      lead: null,
      completes: null,
    },
  ],
  hidden: true,
  questions: [],
  build: fromParams(({ value }) => ({ kind: 'context', quotation: value('quotation') })),
  write: writeContext,
  answer: answerContext,
};

function writeContext({ quotation }: Context): string {
  return `context ${writeWords(quotation)}`;
}

/** Answers `context`: shows the paragraphs around a quotation and marks its words. */
async function answerContext(ask: Context, deps: AnswerDeps): Promise<Answer> {
  const hit = await deps.archive.search.quotation(ask.quotation);
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
  const passage = {
    kind: 'passage',
    paragraphs: around.map(({ text, start }) => ({ text, quoted: within(span, start, text.length) })),
    source: cite(hit.article),
  } as const;
  const evidence = { utterances: [{ wordings: [hit] }], articles: [] };
  return found('In context', [passage], deps, { line: writeContext(ask), evidence });
}

/** The part of a span inside a paragraph, relative to the start of the paragraph. */
function within({ start, end }: Span, from: number, length: number): Span[] {
  const part = { start: Math.max(0, start - from), end: Math.min(length, end - from) };
  return part.start < part.end ? [part] : [];
}
