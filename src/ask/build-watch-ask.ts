import type { Shortfall } from '../kernel/answer.ts';
import type { AskValues } from '../kernel/ask.ts';
import type { WatchAsk } from '../kernel/watch.ts';
import { cleanLine } from '../text/clean-text.ts';
import type { DayContext } from './resolve-day.ts';
import { joinTokens, splitLine, type TypedToken } from './split-line.ts';
import { takeFilters } from './take-filters.ts';

const LONGEST = 200;
const PRIVATE_LAST = /\s(?:privately|in private|by (?:dms?|direct messages?)|to me)$/iu;
const HOURS = /\squiet(?: hours)?:?\s+(none|off|\d{1,2}(?::?\d{2})?\s?(?:-|–|to)\s?\d{1,2}(?::?\d{2})?)$/iu;

/** The values of a typed `watch …`: endings such as “by dm” and “quiet 22:00-07:00”, then `by:` and “about”, then what is watched for. */
export function readWatchValues(tokens: readonly TypedToken[], context: DayContext): AskValues {
  const values: Record<string, string> = {};
  const rest = takeEndings(tokens, values);
  const { plain, filters } = takeFilters(rest, context);
  const polite = plain.at(-1)?.text.toLowerCase() === 'please' ? plain.slice(0, -1) : plain;
  const words = polite[0]?.text.toLowerCase() === 'for' && polite.length > 1 ? polite.slice(1) : polite;
  const about = words.findIndex(({ text, quoted }) => !quoted && text.toLowerCase() === 'about');
  const own = about < 0 ? words : words.slice(0, about);
  const [only, ...others] = own;
  return {
    ...values,
    ...filters,
    words: only?.quoted && !others.length ? `“${only.text}”` : joinTokens(own),
    ...(about < 0 ? {} : { about: joinTokens(words.slice(about + 1)) }),
  };
}

/** Takes “privately” and “quiet …” off the end, in either order, each once. */
function takeEndings(tokens: readonly TypedToken[], values: Record<string, string>): readonly TypedToken[] {
  let rest = tokens;
  for (let n = 0; n < 2; n += 1) {
    // Only the last unquoted words can be an ending; six hold the longest of them.
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

/** What is asked of the watches, from a typed line or a platform's options, or what is wrong with it. */
export function buildWatchAsk(
  kind: WatchAsk['kind'],
  values: AskValues,
  example: string | null,
): WatchAsk | Shortfall {
  const given = (name: string) => cleanLine(values[name] ?? '');
  const bare = (name: string) =>
    given(name)
      .replace(/["“”„«»]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() || null;
  const wrong = (say: string): Shortfall => ({ kind: 'shortfall', code: 'usage', say, example });
  switch (kind) {
    case 'watch': {
      const marked = /^["“„«].*["”»]$/u.test(given('words'));
      const words = bare('words') ?? '';
      const by = bare('by');
      if (['in', 'since', 'until', 'page'].some((name) => given(name)))
        return wrong(
          'A watch can be narrowed by a speaker (by:) and by words (about), not by outlet or day.',
        );
      if (Object.values(values).some((value) => (value?.length ?? 0) > LONGEST))
        return wrong(`That is too long to watch for: at most ${LONGEST} characters.`);
      if (!/[\p{L}\p{N}]/u.test(words) && by === null)
        return wrong('“watch” needs a name or words after it.');
      const privately = given('privately') !== '' && !/^(?:no|false|off|0)$/iu.test(given('privately'));
      return {
        kind,
        words: marked ? `“${words}”` : words,
        by,
        about: bare('about'),
        quiet: bare('quiet'),
        privately,
      };
    }
    case 'watches':
      return { kind };
    case 'unwatch': {
      const number = Number(given('number').replace(/^(?:watch\s*)?#?/iu, ''));
      return Number.isSafeInteger(number) && number > 0
        ? { kind, number }
        : wrong('“unwatch” needs the number that “watches” shows.');
    }
    default:
      return kind satisfies never;
  }
}

/** The typed line that reads back as it. */
export function writeWatchLine(ask: WatchAsk): string {
  if (ask.kind === 'watches') return ask.kind;
  if (ask.kind === 'unwatch') return `unwatch ${ask.number}`;
  const { words, by, about, quiet, privately } = ask;
  return [
    'watch',
    ...(words ? [/^“/u.test(words) || !needsMarks(words) ? words : `"${words}"`] : []),
    ...(by ? [`by:"${by}"`] : []),
    ...(about ? ['about', about] : []),
    ...(quiet ? ['quiet', quiet] : []),
    ...(privately ? ['privately'] : []),
  ].join(' ');
}

function needsMarks(words: string): boolean {
  return splitLine(words).some(({ filter, text }) => filter !== null || text.toLowerCase() === 'about');
}
