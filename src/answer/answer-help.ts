import type { Answer } from '../kernel/answer.ts';
import type { Ask } from '../kernel/ask.ts';
import type { Block, Card } from '../kernel/card.ts';
import { type CommandDefinition, usage } from '../kernel/command.ts';
import { count } from '../text/count.ts';
import type { AnswerDeps } from './show/answer-deps.ts';

type Help = Extract<Ask, { kind: 'help' }>;

/** All commands with examples that run, or one of them. */
export async function answerHelp(ask: Help, tools: AnswerDeps): Promise<Answer> {
  const shown = tools.commands.filter((command) => !command.hidden);
  const typed = ask.command?.toLowerCase();
  const one = typed
    ? (shown.find(({ name }) => name === typed) ?? shown.find(({ name }) => name.includes(typed)))
    : null;
  if (typed && !one)
    return {
      kind: 'shortfall',
      code: 'usage',
      say: `There is no command “${ask.command}”. There are ${shown.map(({ name }) => name).join(', ')}.`,
      example: 'help',
    };
  const card = one ? helpOf(one, tools) : await helpOfAll(shown, tools);
  return { kind: 'found', card, evidence: { utterances: [], articles: [] } };
}

function helpOf(command: CommandDefinition, { now }: AnswerDeps): Card {
  const blocks: Block[] = [
    { kind: 'text', text: `${command.summary}.`, tone: 'plain' },
    {
      kind: 'facts',
      rows: [
        { label: 'Typed', value: usage(command) },
        ...command.params.map(({ name, lead, bare, summary }) => ({
          label: lead ? (bare ? lead : `${lead} …`) : name,
          value: summary,
        })),
        ...(command.filtered ? [{ label: 'Narrowed by', value: FILTER_HELP }] : []),
      ],
    },
    { kind: 'choices', intro: 'For example:', lines: command.examples },
  ];
  return { title: command.name, blocks, more: null, line: null, asOf: now.toISOString() };
}

const FILTER_HELP =
  'by:<person>  in:<outlet>  since:2023-10-01  until:2023-10 (any of them, anywhere in the line)';

async function helpOfAll(commands: readonly CommandDefinition[], tools: AnswerDeps): Promise<Card> {
  const card = await holdings(tools);
  return {
    ...card,
    title: `${tools.desk.name}: what you can ask`,
    blocks: [
      { kind: 'facts', rows: commands.map((command) => ({ label: usage(command), value: command.summary })) },
      { kind: 'text', text: `Narrow any of them: ${FILTER_HELP}.`, tone: 'note' },
      {
        kind: 'text',
        text: 'Plain English works too: “what did … say about …?”, “anything new since Monday?”',
        tone: 'note',
      },
      ...card.blocks,
    ],
  };
}

/** What the desk holds and lines to try. */
export async function holdings({ archive, desk, now }: Omit<AnswerDeps, 'commands'>): Promise<Card> {
  const { articles, quotations, newest } = await archive.directory.totals();
  const held = `${count(articles, 'article')}, ${count(quotations, 'quotation')}${newest ? `, the newest of ${newest}` : ''}`;
  return {
    title: desk.name,
    blocks: [
      { kind: 'text', text: desk.summary, tone: 'plain' },
      { kind: 'text', text: `The desk holds ${held}.`, tone: 'note' },
      { kind: 'choices', intro: 'Try:', lines: desk.tryLines },
    ],
    more: null,
    line: null,
    asOf: now.toISOString(),
  };
}
