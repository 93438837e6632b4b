import type { Answer } from '../../kernel/answer.ts';
import type { AskOf } from '../../kernel/ask.ts';
import { cleanLine } from '../../text/clean-text.ts';
import type { AnswerDeps, CommandModule } from '../show/answer-deps.ts';
import { found } from '../show/found.ts';
import { refused } from '../show/refused.ts';
import { forKnownPeople, isOwn, seenWatches, WATCHING } from './seen-watches.ts';
import { describeWanted } from './watch-names.ts';

export const unwatch: CommandModule<AskOf<'unwatch'>> = {
  ...WATCHING,
  name: 'unwatch',
  summary: 'Ends a watch',
  params: [
    {
      name: 'number',
      summary: 'Its number, as “watches” shows it',
      required: true,
      lead: null,
      completes: null,
    },
  ],
  questions: [],
  build: (values, { command }) => {
    const number = Number(cleanLine(values['number'] ?? '').replace(/^(?:watch\s*)?#?/iu, ''));
    if (Number.isSafeInteger(number) && number > 0) return { kind: 'unwatch', number };
    return {
      kind: 'shortfall',
      code: 'usage',
      say: '“unwatch” needs the number that “watches” shows.',
      example: command.examples[0] ?? null,
    };
  },
  write: ({ number }) => `unwatch ${number}`,
  answer: forKnownPeople(({ number }, deps) => removeWatch(number, deps)),
};

async function removeWatch(number: number, deps: AnswerDeps): Promise<Answer> {
  const { asker, archive } = deps;
  const watch = (await seenWatches(deps)).find((each) => each.number === number);
  if (!watch) return refused(`There is no watch ${number} here.`, 'watches');
  if (!isOwn(watch, asker) && !asker.editor)
    return refused(
      `Watch ${number} is ${watch.madeBy.name}’s, for ${watch.destination.name}. Ask ${asker.editors}.`,
    );
  await archive.watches.remove(number);
  return found(`No longer watched: ${describeWanted(watch.wanted)}`, [], deps);
}
