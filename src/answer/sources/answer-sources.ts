import type { Answer } from '../../kernel/answer.ts';
import type { Block, Card } from '../../kernel/card.ts';
import type { Source, SourceAsk } from '../../kernel/source.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { showAdded, showHeld, showReadIn } from './show-added.ts';
import { nameOf, sourceRows } from './show-sources.ts';

/** What the desk reads: shown, added to, taken from. */
export async function answerSources(ask: SourceAsk, tools: AnswerDeps): Promise<Answer> {
  switch (ask.kind) {
    case 'add':
      return answerAdd(ask, tools);
    case 'remove':
      return answerRemove(ask, tools);
    case 'sources':
      return answerList(tools);
    default:
      return ask satisfies never;
  }
}

function found(card: Omit<Card, 'more' | 'asOf'>, { now }: Pick<AnswerDeps, 'now'>): Answer {
  const shown = { ...card, more: null, asOf: now.toISOString() };
  return { kind: 'found', card: shown, evidence: { utterances: [], articles: [] } };
}

const refused = (say: string, example: string | null = null): Answer => ({
  kind: 'shortfall',
  code: 'refused',
  say,
  example,
});

async function answerAdd(
  { url, all }: Extract<SourceAsk, { kind: 'add' }>,
  tools: AnswerDeps,
): Promise<Answer> {
  const added = await tools.sources.add(url, all, tools.asker);
  switch (added.kind) {
    case 'followed':
      return found({ ...showAdded(added, tools), line: null }, tools);
    case 'read':
      return found({ ...showReadIn(added), line: null }, tools);
    case 'held':
      return found({ ...showHeld(added.source, tools), line: null }, tools);
    case 'refused':
      return refused(`Nothing was added. ${added.reason}`);
    default:
      return added satisfies never;
  }
}

async function answerRemove(ask: Extract<SourceAsk, { kind: 'remove' }>, tools: AnswerDeps): Promise<Answer> {
  const meant = matching(ask.source, await tools.sources.list());
  const [source] = meant;
  if (!source) return refused(`The desk reads nothing called “${ask.source}”.`, 'sources');
  if (meant.length > 1) {
    const named = meant.slice(0, 5).map((each) => `${each.number} (${nameOf(each)})`);
    return refused(`More than one source is called so: ${named.join(', ')}.`, `remove ${source.number}`);
  }
  if (!(await tools.sources.remove(source))) return refused(`${nameOf(source)} was removed already.`);
  const again: Block[] = tools.sources.isConfigured(source)
    ? [
        {
          kind: 'text',
          text: 'The desk’s configuration names it: take it out there too, or it comes back at the next start.',
          tone: 'note',
        },
      ]
    : [];
  const { articles } = source;
  const kept =
    articles === 1
      ? 'The article that came from it stays.'
      : `The ${articles} articles that came from it stay.`;
  const text = articles ? kept : 'No article had come from it.';
  return found(
    {
      title: `No longer read: ${nameOf(source)}`,
      blocks: [{ kind: 'text', text, tone: 'plain' }, ...again],
      line: null,
    },
    tools,
  );
}

/** The sources a reader may mean: by number, by address, by name, or by a part of a name or address. */
function matching(typed: string, sources: readonly Source[]): Source[] {
  const number = /^#?(\d{1,9})$/u.exec(typed)?.[1];
  if (number !== undefined) return sources.filter((source) => source.number === Number(number));
  const wanted = fold(typed);
  const names = ({ url, state, name }: Source) =>
    [url, state.url, name, state.feed?.title].flatMap((text) => (text ? [fold(text)] : []));
  const exact = sources.filter((source) => names(source).includes(wanted));
  return exact.length || !wanted
    ? exact
    : sources.filter((source) => names(source).some((name) => name.includes(wanted)));
}

function fold(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^<|>$/gu, '')
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/\/$/u, '');
}

async function answerList(tools: AnswerDeps): Promise<Answer> {
  const sources = await tools.sources.list();
  if (!sources.length)
    return found(
      {
        title: 'What the desk reads',
        blocks: [
          {
            kind: 'text',
            text: 'Only what was handed in: no feed is followed. An editor follows one with “add” and its address.',
            tone: 'plain',
          },
        ],
        line: 'sources',
      },
      tools,
    );
  const ill = sources.filter(({ state }) => state.trouble !== null).length;
  const note = ill ? `${ill} of ${sources.length} cannot be read now.` : 'None of them is in trouble.';
  return found(
    {
      title: 'What the desk reads',
      blocks: [
        { kind: 'text', text: note, tone: 'note' },
        { kind: 'facts', rows: sourceRows(sources, tools.now) },
      ],
      line: 'sources',
    },
    tools,
  );
}
