import type { BuildContext } from '../../ask/command.ts';
import { isNo } from '../../ask/read-given.ts';
import type { DayContext } from '../../ask/resolve-day.ts';
import { joinTokens, splitLine, type TypedToken } from '../../ask/split-line.ts';
import { takeFilters } from '../../ask/take-filters.ts';
import type { Shortfall } from '../../kernel/answer.ts';
import type { AskOf, AskValues } from '../../kernel/ask.ts';
import { cleanLine } from '../../text/clean-text.ts';

import { readQuiet } from './quiet-hours.ts';

type WatchAsk = AskOf<'watch'>;

const LONGEST = 200;
const PRIVATE_LAST = /\s(?:privately|in private|by (?:dms?|direct messages?)|to me)$/iu;
const HOURS = /\squiet(?: hours)?:?\s+(none|off|\d{1,2}(?::?\d{2})?\s?(?:-|–|to)\s?\d{1,2}(?::?\d{2})?)$/iu;

/**
 * Reads the values of a typed `watch …`. It takes endings such as “by dm” and “quiet 22:00-07:00” first, then
 * `by:` and “about”; the rest is what to watch for.
 */
export function readWatchValues(tokens: readonly TypedToken[], context: DayContext): AskValues {
  const values: Record<string, string> = {};
  const rest = takeEndings(tokens, values);
  const { plain, filters } = takeFilters(rest, context);
  const isTyped = (token: TypedToken | undefined, word: string) =>
    token !== undefined && !token.quoted && token.text.toLowerCase() === word;
  const polite = isTyped(plain.at(-1), 'please') ? plain.slice(0, -1) : plain;
  const words = isTyped(polite[0], 'for') && polite.length > 1 ? polite.slice(1) : polite;
  const about = words.findIndex((token) => isTyped(token, 'about'));
  const own = about < 0 ? words : words.slice(0, about);
  const [only, ...others] = own;
  return {
    ...values,
    ...filters,
    words: only?.quoted && !others.length ? `“${only.text}”` : joinTokens(own),
    ...(about < 0 ? {} : { about: joinTokens(words.slice(about + 1)) }),
  };
}

/**
 * Takes “privately” and “quiet …” off the end, in either order, each once. Sets them in `values` and returns
 * the other tokens.
 */
function takeEndings(tokens: readonly TypedToken[], values: Record<string, string>): readonly TypedToken[] {
  let rest = tokens;
  for (let n = 0; n < 2; n += 1) {
    // Only unquoted words at the end can be an ending, and the longest one has six.
    const firstOfEnd = rest.findLastIndex(({ quoted, filter }) => quoted || filter) + 1;
    const end = rest.slice(Math.max(firstOfEnd, rest.length - 6));
    const text = ` ${joinTokens(end)}`;
    const last = PRIVATE_LAST.exec(text) ?? HOURS.exec(text);
    if (!last) break;
    if (last[1]) values['quiet'] = last[1];
    else values['privately'] = 'yes';
    const words = text.slice(last.index).trim().split(' ').length;
    rest = rest.slice(0, rest.length - words);
  }
  return rest;
}

/**
 * Builds a watch from a typed line or a platform's options, or returns a shortfall that says what is wrong.
 */
export function buildWatch(values: AskValues, { command }: BuildContext): WatchAsk | Shortfall {
  const given = (name: string) => cleanLine(values[name] ?? '');
  const bare = (name: string) =>
    given(name)
      .replace(/["“”„«»]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() || null;
  const example = command.examples[0] ?? null;
  const wrong = (say: string): Shortfall => ({ kind: 'shortfall', code: 'usage', say, example });
  const marked = /^["“„«].*["”»]$/u.test(given('words'));
  const words = bare('words') ?? '';
  const by = bare('by');
  if (['in', 'since', 'until', 'page'].some((name) => given(name)))
    return wrong('A watch can be narrowed by a speaker (by:) and by words (about), not by outlet or day.');
  if (Object.values(values).some((value) => (value?.length ?? 0) > LONGEST))
    return wrong(`That is too long to watch for: at most ${LONGEST} characters.`);
  if (!/[\p{L}\p{N}]/u.test(words) && by === null) return wrong('“watch” needs a name or words after it.');
  const privately = given('privately') !== '' && !isNo(given('privately'));
  const quiet = typedHours(bare('quiet'));
  const ask: WatchAsk = {
    kind: 'watch',
    words: marked || isOneOddWord(words) ? `“${words}”` : words,
    by,
    about: bare('about'),
    quiet,
    privately,
  };
  return quiet === null || isOff(quiet) || readQuiet(quiet) ? ask : unreadableHours(quiet, ask);
}

/**
 * Whether this is a single word that a line would read as something else, such as a filter, unless it is in
 * quotation marks.
 */
function isOneOddWord(words: string): boolean {
  return words !== '' && !words.includes(' ') && writeWanted(words) !== words;
}

/** Quiet hours in a form that a typed line can carry. */
function typedHours(quiet: string | null): string | null {
  if (quiet !== null && /^(?:no|never)$/iu.test(quiet)) return 'none';
  return quiet?.replace(/\s*—\s*/u, '-') ?? null;
}

/** Whether the value switches quiet hours off. */
export function isOff(quiet: string): boolean {
  return /^(?:none|off)$/iu.test(quiet);
}

export function unreadableHours(hours: string, ask: WatchAsk): Shortfall {
  return {
    kind: 'shortfall',
    code: 'usage',
    say: `“${hours}” are no hours I can read.`,
    example: writeWatchLine({ ...ask, quiet: '22:00-07:00' }),
  };
}

/** Writes the typed line that parses to this watch. */
export function writeWatchLine({ words, by, about, quiet, privately }: WatchAsk): string {
  return [
    'watch',
    ...(words ? [writeWanted(words)] : []),
    ...(by ? [`by:"${by}"`] : []),
    ...(about ? ['about', readsAsWords(about) ? about : `"${about}"`] : []),
    ...(quiet ? ['quiet', quiet] : []),
    ...(privately ? ['privately'] : []),
  ].join(' ');
}

/** Quotation marks around all words would make a phrase, so words that need marks get them one by one. */
function writeWanted(words: string): string {
  if (isPhrase(words) || (readsAsWords(words) && !/^for\b|\babout\b/iu.test(words))) return words;
  return words
    .split(' ')
    .map((word) => `"${word}"`)
    .join(' ');
}

function isPhrase(words: string): boolean {
  return words.startsWith('“');
}

/** Whether a line parses these words unchanged: none is a filter, and no ending stands at their end. */
function readsAsWords(words: string): boolean {
  const tokens = splitLine(words);
  const isPolite = tokens.at(-1)?.text.toLowerCase() === 'please';
  return (
    !isPolite && takeEndings(tokens, {}).length === tokens.length && !tokens.some(({ filter }) => filter)
  );
}
