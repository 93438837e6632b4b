import { SHOW } from '../../ask/command.ts';
import type { Answer } from '../../kernel/answer.ts';
import type { AskOf } from '../../kernel/ask.ts';
import type { Block } from '../../kernel/card.ts';
import { count } from '../../text/count.ts';
import type { AnswerDeps, CommandModule } from '../show/answer-deps.ts';
import { found } from '../show/found.ts';
import { forKnownPeople, quietText, seenWatches } from './seen-watches.ts';
import { describeWanted, watchLine } from './watch-names.ts';

export const watches: CommandModule<AskOf<'watches'>> = {
  ...SHOW,
  name: 'watches',
  summary: 'What is watched for, here and for you',
  params: [],
  questions: [
    {
      rank: 110,
      shape: /^what(?:['’]s| is| am i| are we)(?: being)? watch(?:ed|ing)(?: for)?(?: here)?$/iu,
    },
  ],
  build: () => ({ kind: 'watches' }),
  write: () => 'watches',
  answer: forKnownPeople((_ask, deps) => listWatches(deps)),
};

async function listWatches(deps: AnswerDeps): Promise<Answer> {
  const all = await seenWatches(deps);
  const example = deps.commands.find(({ name }) => name === 'watch')?.examples ?? [];
  if (!all.length)
    return found(
      'Nothing is watched here yet',
      [{ kind: 'choices', intro: 'For example:', lines: example.slice(0, 3) }],
      deps,
    );
  const rows = all.map(({ number, wanted, destination, quiet, madeBy, stopped }) => ({
    label: String(number),
    value: [
      describeWanted(wanted),
      `alerts to ${destination.name}`,
      ...(quiet ? [`quiet ${quietText(quiet)}`] : []),
      ...(madeBy.id === deps.asker.id ? [] : [`set by ${madeBy.name}`]),
      ...(stopped === null ? [] : [`stopped: ${stopped}`]),
    ].join(' · '),
  }));
  const stopped = all.filter((watch) => watch.stopped !== null);
  const again: Block[] = stopped.length
    ? [
        {
          kind: 'choices',
          intro: 'Once that is mended, start it again where its alerts go:',
          lines: stopped.map(watchLine),
        },
      ]
    : [];
  return found(count(all.length, 'watch', 'watches'), [{ kind: 'facts', rows }, ...again], deps);
}
