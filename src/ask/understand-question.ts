import { DateTime } from 'luxon';
import type { Ask, AskValues } from '../kernel/ask.ts';
import type { Command } from './command.ts';
import { type DayContext, resolveDay } from './resolve-day.ts';
import type { TypedToken } from './split-line.ts';
import { takeFilters } from './take-filters.ts';

/** A question in plain English, parsed into a command and its values. */
export interface Understood {
  readonly command: Ask['kind'];
  readonly values: AskValues;
  /** False when no shape matched, so the command is a plain search for the words. */
  readonly sure: boolean;
}

const POLITE =
  /^(?:(?:hi|hey|hello|ok|okay|so|and|please|pls|verbatim)[,!]?\s+)*(?:(?:can|could|would|will) (?:you|we|i)\s+(?:please\s+)?|(?:please|pls)\s+)?(?:(?:tell|show|give) (?:me|us)\s+(?!about\b)|find out\s+|do (?:you|we) know\s+|i(?:['’]d| would) like to know\s+|i(?:['’]m| am) looking for\s+|(?:remind me|let me know)\s+)?(?:please\s+)?/iu;

/**
 * Parses a question in plain English into a command and its values; null when there is nothing to search for.
 * When no shape matches, a quoted part of several words becomes `who said`, and any other text `find` with
 * `sure` false.
 */
export function understandQuestion(
  tokens: readonly TypedToken[],
  context: DayContext & { readonly commands: readonly Pick<Command, 'name' | 'questions'>[] },
): Understood | null {
  const { plain, filters } = takeFilters(tokens, context);
  const typed = plain.map((token) => token.text).join(' ');
  const question = typed.replace(/[\s?!.…]+$/u, '').replace(POLITE, '');
  const { text, days } = takeDays(question, context);
  for (const { shape, command } of questionsOf(context.commands)) {
    const match = shape.exec(text);
    if (match) return { command, values: { ...named(match.groups), ...days, ...filters }, sure: true };
  }
  const quoted = plain.filter((token) => token.quoted);
  const values = { ...days, ...filters };
  if (quoted.length && quoted.some((token) => token.text.includes(' ')))
    return {
      command: 'who said',
      values: { words: quoted.map((token) => token.text).join(' '), ...values },
      sure: true,
    };
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  return { command: 'find', values: { words: text, ...values }, sure: false };
}

interface Asked {
  readonly command: Ask['kind'];
  readonly rank: number;
  readonly shape: RegExp;
}

/** The questions of all commands, in the order in which they are tried. */
export function questionsOf(commands: readonly Pick<Command, 'name' | 'questions'>[]): Asked[] {
  return commands
    .flatMap(({ name, questions }) => questions.map((question) => ({ command: name, ...question })))
    .sort((a, b) => a.rank - b.rank);
}

/** Drops `by` when it is a pronoun: “Did he really say …” names no speaker that the archive could know. */
function named(groups: Record<string, string> | undefined): Record<string, string> {
  const { by, ...others } = groups ?? {};
  return by && !/^(?:he|she|it|they|we|any(?:one|body)|some(?:one|body))$/iu.test(by)
    ? { ...others, by }
    : others;
}

interface Dated {
  readonly text: string;
  readonly days: { readonly since?: string; readonly until?: string };
}

/** Takes days at the end of a question as filters: “… since Monday”, “… before October 2023”. */
function takeDays(question: string, context: DayContext): Dated {
  const match = /^(.*?)\s*\b(since|after|from|until|till|before|up to)\s+([^\s].{0,40})$/iu.exec(question);
  if (!match) return { text: question, days: {} };
  const [, text = '', word = '', when = ''] = match;
  const edge = /since|after|from/i.test(word) ? 'since' : 'until';
  const beyond = /after|before/i.test(word);
  // “before November” ends on the day before its first; “after Monday” begins on the day after it.
  const day = resolveDay(when, beyond === (edge === 'since') ? 'until' : 'since', context);
  if (!day) return { text: question, days: {} };
  const shift = edge === 'since' ? 1 : -1;
  const kept = beyond ? DateTime.fromISO(day, { zone: 'utc' }).plus({ days: shift }).toISODate() : day;
  return kept ? { text, days: { [edge]: kept } } : { text: question, days: {} };
}
