import { SHOW } from '../ask/command.ts';
import { fromParams } from '../ask/read-given.ts';
import { writeWords } from '../ask/write-parts.ts';
import type { Answer } from '../kernel/answer.ts';
import type { AskOf } from '../kernel/ask.ts';
import type { Block, Card } from '../kernel/card.ts';
import { type CommandDefinition, usage } from '../kernel/command.ts';
import { count } from '../text/count.ts';
import type { AnswerDeps, CommandModule } from './show/answer-deps.ts';
import { foundCard } from './show/found.ts';
import { note } from './show/note.ts';

type Help = AskOf<'help'>;

export const help: CommandModule<Help> = {
  ...SHOW,
  name: 'help',
  summary: 'What you can ask, with examples that run',
  params: [{ name: 'command', summary: 'One command', required: false, lead: null, completes: 'commands' }],
  questions: [
    {
      rank: 10,
      shape:
        /^(?:help(?: me| us)?|what can (?:you|i|we) (?:do|ask)(?: (?:you|here))?|how (?:does this|do you) work|how (?:do|can) i use (?:this|you)|(?:who|what) are you|commands?|hi|hello|hey|good (?:morning|afternoon|evening)|thanks|thank you)(?:,? there|,? everyone|,? verbatim| a lot| so much| very much)?$/iu,
    },
  ],
  build: fromParams(({ value }) => ({ kind: 'help', command: value('command') || null })),
  write: ({ command }) => (command ? `help ${writeWords(command)}` : 'help'),
  answer: answerHelp,
};

/** Answers `help`: all commands with a usage line, or one command with its params and examples. */
async function answerHelp(ask: Help, deps: AnswerDeps): Promise<Answer> {
  const shown = deps.commands.filter((command) => !command.hidden);
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
  const card = one ? helpOf(one, deps) : await helpOfAll(shown, deps);
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
  return foundCard(command.name, blocks, { now });
}

const FILTER_HELP =
  'by:<person>  in:<outlet>  since:2023-10-01  until:2023-10 (any of them, anywhere in the line)';

async function helpOfAll(commands: readonly CommandDefinition[], deps: AnswerDeps): Promise<Card> {
  const card = await holdings(deps);
  return {
    ...card,
    title: `${deps.desk.name}: what you can ask`,
    blocks: [
      { kind: 'facts', rows: commands.map((command) => ({ label: usage(command), value: command.summary })) },
      note(`Narrow any of them: ${FILTER_HELP}.`),
      note('Plain English works too: “what did … say about …?”, “anything new since Monday?”'),
      ...card.blocks,
    ],
  };
}

/** Shows what the desk holds, and lines to try. */
export async function holdings({ archive, desk, now }: Omit<AnswerDeps, 'commands'>): Promise<Card> {
  const { articles, quotations, newest } = await archive.directory.totals();
  const held = `${count(articles, 'article')}, ${count(quotations, 'quotation')}${newest ? `, the newest of ${newest}` : ''}`;
  return foundCard(
    desk.name,
    [
      { kind: 'text', text: desk.summary, tone: 'plain' },
      note(`The desk holds ${held}.`),
      { kind: 'choices', intro: 'Try:', lines: desk.tryLines },
    ],
    { now },
  );
}
