import { parseLine } from '../ask/parse-line.ts';
import type { Answer } from '../kernel/answer.ts';
import type { Ask } from '../kernel/ask.ts';
import { answerHelp } from './answer-help.ts';
import { answerBrief } from './briefing/answer-brief.ts';
import { answerCheck } from './check/answer-check.ts';
import { answerFigures } from './figures/answer-figures.ts';
import { answerArticles } from './lookups/answer-articles.ts';
import { answerContext } from './lookups/answer-context.ts';
import { answerSaid } from './lookups/answer-said.ts';
import { answerWhoIs } from './lookups/answer-who-is.ts';
import { answerWhoSaid } from './lookups/answer-who-said.ts';
import { refuseReader } from './refuse-reader.ts';
import { answerSchedules } from './schedules/answer-schedules.ts';
import type { AnswerDeps } from './show/answer-deps.ts';
import { answerSources } from './sources/answer-sources.ts';
import { answerWatch } from './watches/answer-watch.ts';

/** An empty answer offers at most so many lines. */
const SUGGESTIONS = 3;

/** An Ask → its Answer; every line an empty answer offers has been tried and finds something. Throws what the archive throws. */
export async function answerAsk(ask: Ask, tools: AnswerDeps): Promise<Answer> {
  const refused = refuseReader(ask, tools.asker, tools.commands);
  if (refused) return refused;
  const answer = await answerOnce(ask, tools);
  if (answer.kind !== 'nothing') return answer;
  const { commands, desk, now } = tools;
  const context = { commands, deskCommand: desk.command, now, zone: desk.zone };
  const suggestions: string[] = [];
  for (const line of [...answer.suggestions, 'latest']) {
    if (suggestions.length === SUGGESTIONS || (line === 'latest' && suggestions.length)) break;
    const offered = parseLine(line, context);
    if (offered.kind === 'shortfall') continue;
    if ((await answerOnce(offered, tools)).kind === 'found') suggestions.push(line);
  }
  return { ...answer, suggestions };
}

function answerOnce(ask: Ask, tools: AnswerDeps): Promise<Answer> {
  switch (ask.kind) {
    case 'who said':
      return answerWhoSaid(ask, tools);
    case 'said':
      return answerSaid(ask, tools);
    case 'who is':
      return answerWhoIs(ask, tools);
    case 'check':
      return answerCheck(ask, tools);
    case 'find':
    case 'latest':
      return answerArticles(ask, tools);
    case 'figures':
      return answerFigures(ask, tools);
    case 'brief':
      return answerBrief(ask, tools);
    case 'add':
    case 'remove':
    case 'sources':
      return answerSources(ask, tools);
    case 'watch':
    case 'watches':
    case 'unwatch':
      return answerWatch(ask, tools);
    case 'schedule':
    case 'schedules':
    case 'pause':
    case 'resume':
    case 'unschedule':
    case 'send now':
    case 'preview':
      return answerSchedules(ask, tools, answerOnce);
    case 'context':
      return answerContext(ask, tools);
    case 'help':
      return answerHelp(ask, tools);
    default:
      return ask satisfies never;
  }
}
