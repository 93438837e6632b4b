import { EDITORS_CHANGE } from '../../ask/command.ts';
import { fromParams } from '../../ask/read-given.ts';
import { writeWords } from '../../ask/write-parts.ts';
import type { Answer } from '../../kernel/answer.ts';
import type { AskOf } from '../../kernel/ask.ts';
import type { AnswerDeps, CommandModule } from '../show/answer-deps.ts';
import { found } from '../show/found.ts';
import { refused } from '../show/refused.ts';
import { showAdded, showHeld, showReadIn } from './show-added.ts';

type Add = AskOf<'add'>;

export const add: CommandModule<Add> = {
  ...EDITORS_CHANGE,
  name: 'add',
  summary: 'Follows a feed, or reads a page in',
  params: [
    {
      name: 'address',
      summary: 'The address of a feed, of a site that has one, or of an article',
      required: true,
      lead: null,
      completes: null,
    },
    {
      name: 'all',
      summary: 'Everything in the feed, not only what touches the desk’s topic',
      required: false,
      lead: 'all',
      bare: true,
      completes: null,
    },
  ],
  questions: [
    {
      rank: 10,
      shape:
        /^(?:follow|subscribe to|start (?:following|reading))\s+(?<address>(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[:/]\S*)?)$/iu,
    },
  ],
  build: fromParams(({ value, isSet }) => ({ kind: 'add', url: value('address'), all: isSet('all') })),
  write: ({ url, all }) => ['add', writeWords(url, 'all'), ...(all ? ['all'] : [])].join(' '),
  answer: answerAdd,
};

async function answerAdd({ url, all }: Add, deps: AnswerDeps): Promise<Answer> {
  const added = await deps.sources.add(url, all, deps.asker);
  switch (added.kind) {
    case 'followed': {
      const { title, blocks } = showAdded(added, deps);
      return found(title, blocks, deps);
    }
    case 'read': {
      const { title, blocks } = showReadIn(added);
      return found(title, blocks, deps);
    }
    case 'held': {
      const { title, blocks } = showHeld(added.source, deps);
      return found(title, blocks, deps);
    }
    case 'refused':
      return refused(`Nothing was added. ${added.reason}`);
    default:
      return added satisfies never;
  }
}
