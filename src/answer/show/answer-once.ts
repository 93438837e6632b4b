import type { Answer } from '../../kernel/answer.ts';
import type { Ask } from '../../kernel/ask.ts';
import { commandOf } from '../../kernel/command.ts';
import type { AnswerDeps } from './answer-deps.ts';

/** Answers an Ask, whoever asks. An empty answer's suggestions are not tried. Throws what the archive throws. */
export function answerOnce(ask: Ask, deps: AnswerDeps): Promise<Answer> {
  return commandOf(ask.kind, deps.commands).answer(ask, deps);
}
