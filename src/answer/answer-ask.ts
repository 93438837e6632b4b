import { parseLine } from '../ask/parse-line.ts';
import type { Answer } from '../kernel/answer.ts';
import type { Ask } from '../kernel/ask.ts';
import { refuseReader } from './refuse-reader.ts';
import type { AnswerDeps } from './show/answer-deps.ts';
import { answerOnce } from './show/answer-once.ts';

/** Suggestions of an empty answer, at most. */
const SUGGESTIONS = 3;

/**
 * Answers an Ask, if the asker may use its command. Each line that an empty answer suggests has been run and
 * finds something. Throws the archive's errors.
 */
export async function answerAsk(ask: Ask, deps: AnswerDeps): Promise<Answer> {
  const refused = refuseReader(ask, deps.asker, deps.commands);
  if (refused) return refused;
  const answer = await answerOnce(ask, deps);
  if (answer.kind !== 'nothing') return answer;
  const { commands, desk, now } = deps;
  const context = { commands, deskCommand: desk.command, now, zone: desk.zone };
  const suggestions: string[] = [];
  for (const line of [...answer.suggestions, 'latest']) {
    if (suggestions.length === SUGGESTIONS || (line === 'latest' && suggestions.length)) break;
    const offered = parseLine(line, context);
    if (offered.kind === 'shortfall') continue;
    if ((await answerOnce(offered, deps)).kind === 'found') suggestions.push(line);
  }
  return { ...answer, suggestions };
}
