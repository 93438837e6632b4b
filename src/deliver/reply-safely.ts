import type { Answer } from '../kernel/answer.ts';
import { Fault } from '../kernel/fault.ts';
import type { Log } from '../kernel/log.ts';

/**
 * Generates a reference of six letters and digits, which a reader can quote and an editor can find in the
 * log.
 */
function reference(random: () => number): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  return Array.from({ length: 6 }, () => letters[Math.floor(random() * letters.length)]).join('');
}

/**
 * The only fault boundary for replies. Converts any error to a shortfall: one plain sentence with a reference
 * that is also in the log.
 */
export async function replySafely(
  answer: () => Promise<Answer>,
  { log, random }: { readonly log: Log; readonly random: () => number },
): Promise<Answer> {
  try {
    return await answer();
  } catch (error) {
    const ref = reference(random);
    log.error({ ref, err: error }, 'a question could not be answered');
    const say =
      error instanceof Fault
        ? `${error.message} ${error.remedy} (reference ${ref})`
        : `Something went wrong on our side, and it has been noted (reference ${ref}). Please try again.`;
    return { kind: 'shortfall', code: 'fault', say, example: null };
  }
}
