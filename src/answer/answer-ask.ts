import type { Answer } from '../kernel/answer.ts';
import type { Ask } from '../kernel/ask.ts';
import { answerArticles } from './answer-articles.ts';
import { answerCheck } from './answer-check.ts';
import { answerContext } from './answer-context.ts';
import { answerHelp } from './answer-help.ts';
import { answerSaid } from './answer-said.ts';
import { answerWhoIs } from './answer-who-is.ts';
import { answerWhoSaid } from './answer-who-said.ts';
import type { AnswerTools } from './tools.ts';

/** An Ask → its Answer; throws what the archive throws. */
export function answerAsk(ask: Ask, tools: AnswerTools): Promise<Answer> {
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
    case 'context':
      return answerContext(ask, tools);
    case 'help':
      return answerHelp(ask, tools);
    default:
      return ask satisfies never;
  }
}
