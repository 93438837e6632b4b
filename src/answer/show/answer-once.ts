import type { Answer } from '../../kernel/answer.ts';
import type { Ask } from '../../kernel/ask.ts';
import { commandOf } from '../../kernel/command.ts';
import type { AnswerDeps } from './answer-deps.ts';

/**
 * Answers an Ask without checking the asker's rights or running the suggestions of an empty answer. Throws
 * the archive's errors.
 */
export function answerOnce(ask: Ask, deps: AnswerDeps): Promise<Answer> {
  return commandOf(ask.kind, deps.commands).answer(ask, deps);
}
