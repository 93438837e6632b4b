import type { Cadence } from '../../kernel/schedule.ts';
import type { ParseContext } from '../command.ts';
import { nearestZone } from '../read-zone.ts';
import { splitLine, type TypedToken } from '../split-line.ts';
import { type ChosenCadence, chooseCadence } from './choose-cadence.ts';
import { gatherParts, splitTimes } from './gather-parts.ts';
import { readPart } from './read-part.ts';
import { splitWhen, type WhenWord } from './split-when.ts';
import type { WhenContext, WhenPart } from './when-part.ts';

/** A time that the words can mean. `zone`: as a line states it; null for the asker's own. */
export interface WhenOffer {
  readonly cadence: Cadence;
  readonly zone: string | null;
}

/** The whole meaning of the parts of a schedule's time, or why they have none, with what they can mean. */
export type WhenMeaning =
  | ({ readonly kind: 'when' } & WhenOffer)
  | { readonly kind: 'unclear'; readonly say: string; readonly offers: readonly WhenOffer[] };

/** A run of parts at the start of a line. */
export interface WhenRun {
  readonly parts: readonly WhenPart[];
  /** The number of tokens that the run takes. */
  readonly used: number;
}

/** What a schedule's time is relative to: the asker's own zone, else the desk's. */
export function whenContext({
  now,
  zone,
  asker,
}: Omit<ParseContext, 'commands' | 'deskCommand'>): WhenContext {
  return { now, zone: asker?.zone ?? zone, country: asker?.country ?? null };
}

/** Reads as many parts as stand at the start of the tokens. A token is taken whole or not at all. */
export function readRun(tokens: readonly TypedToken[], context: WhenContext): WhenRun {
  const words = splitWhen(tokens);
  const text = { tokens, words };
  const parts: WhenPart[] = [];
  let whole: WhenRun = { parts: [], used: 0 };
  let next = 0;
  for (let read = readPart(text, next, context); read; read = readPart(text, next, context)) {
    parts.push(read.part);
    next = read.next;
    if (endsToken(words, next)) whole = { parts: [...parts], used: tokensUpTo(words, next) };
  }
  return whole;
}

function endsToken(words: readonly WhenWord[], next: number): boolean {
  return words[next - 1]?.ends ?? false;
}

function tokensUpTo(words: readonly WhenWord[], next: number): number {
  return (words[next - 1]?.token ?? -1) + 1;
}

/** The meaning of a text that holds a schedule's time and nothing else; null where it holds more or is not clear. */
export function readWhole(when: string, context: WhenContext): Extract<WhenMeaning, { kind: 'when' }> | null {
  const tokens = splitLine(when);
  const run = readRun(tokens, context);
  if (!tokens.length || run.used < tokens.length || !namesTime(run)) return null;
  const meaning = meaningOf(run.parts, context);
  return meaning.kind === 'when' ? meaning : null;
}

/** Whether a run names a time, not only a zone, “quiet” or a place. */
export function namesTime({ parts }: Pick<WhenRun, 'parts'>): boolean {
  return parts.some(({ kind }) => !/^(?:zone|zone unclear|quiet|to|politeness)$/u.test(kind));
}

/** Combines the parts of a schedule's time into a cadence and a zone. */
export function meaningOf(parts: readonly WhenPart[], context: WhenContext): WhenMeaning {
  const wrong = parts.find((part) => part.kind === 'wrong');
  if (wrong) return { kind: 'unclear', say: wrong.say, offers: [] };
  const zone = parts.find((part) => part.kind === 'zone');
  const unsure = parts.find((part) => part.kind === 'zone unclear');
  const zones = new Set(parts.flatMap((part) => (part.kind === 'zone' ? [part.zone] : [])));
  const own = { ...context, zone: zone?.zone ?? context.zone };
  const groups = splitTimes(parts).map((group) => chooseCadence(gatherParts(group), own));
  const [choice] = groups;
  const typed = unsure?.typed ?? zone?.zone ?? null;
  if (!choice) return { kind: 'unclear', say: 'That does not say when.', offers: [] };
  if (groups.length > 1) return severalTimes(groups, typed);
  if (choice.kind === 'unclear')
    return { ...choice, offers: choice.cadences.map((cadence) => ({ cadence, zone: typed })) };
  const { cadence } = choice;
  if (unsure) return unclearZone(unsure, cadence);
  if (zones.size > 1)
    return {
      kind: 'unclear',
      say: 'A schedule has one time zone.',
      offers: [...zones].map((each) => ({ cadence, zone: each })),
    };
  return { kind: 'when', cadence, zone: zone?.zone ?? null };
}

function severalTimes(groups: readonly ChosenCadence[], zone: string | null): WhenMeaning {
  const cadences = groups.flatMap((group) =>
    group.kind === 'cadence' ? [group.cadence] : group.cadences.slice(0, 1),
  );
  return {
    kind: 'unclear',
    say: 'A schedule has the same times on each of its days. Make one for each:',
    offers: cadences.map((cadence) => ({ cadence, zone })),
  };
}

function unclearZone(
  { zones, typed }: Extract<WhenPart, { kind: 'zone unclear' }>,
  cadence: Cadence,
): WhenMeaning {
  if (zones.length)
    return {
      kind: 'unclear',
      say: `“${typed}” can be one of several time zones.`,
      offers: zones.map((zone) => ({ cadence, zone })),
    };
  const near = nearestZone(typed);
  return {
    kind: 'unclear',
    say: `There is no time zone “${typed}”. Did you mean ${near}?`,
    offers: [{ cadence, zone: near }],
  };
}
