import { isCjk } from './fold-text.ts';
import type { Span } from './span.ts';
import { type WordInPlace, wordsInPlace } from './words.ts';

/**
 * Words to look for, in any form. The stems of one run must stand one after the other; a phrase is one run.
 */
export interface WantedWords {
  readonly runs: readonly (readonly string[])[];
}

/** What is looked for. Function words count in a phrase only, unless nothing else is left. */
export function wantedWords(typed: string, phrase: boolean): WantedWords {
  const all = wordsInPlace(typed);
  if (phrase) return { runs: all.length ? [all.map(({ word }) => word.stem)] : [] };
  const content = all.filter(({ word }) => !word.isFunctionWord);
  const runs = runsOf(content.length ? content : all);
  return { runs: [...new Map(runs.map((run) => [run.join(' '), run])).values()] };
}

/**
 * A word a run; characters of an unspaced script that touch are one run, as search looks for them side by
 * side.
 */
function runsOf(found: readonly WordInPlace[]): string[][] {
  const runs: string[][] = [];
  let touching = -1;
  for (const { word, start, end } of found) {
    if (start === touching && isCjk(word.stem)) runs.at(-1)?.push(word.stem);
    else runs.push([word.stem]);
    touching = isCjk(word.stem) ? end : -1;
  }
  return runs;
}

interface HeldText {
  readonly words: readonly WordInPlace[];
  readonly stems: ReadonlySet<string>;
}

export type ReadWords = (text: string) => HeldText;

/** The words of a text, in order. */
export function readWords(text: string): HeldText {
  const held = wordsInPlace(text);
  return { words: held, stems: new Set(held.map(({ word }) => word.stem)) };
}

/**
 * A `ReadWords` that reads each text once, for many watches on some articles. It keeps every text it has
 * read.
 */
export function rememberWords(): ReadWords {
  const read = new Map<string, HeldText>();
  return (text) => {
    const known = read.get(text) ?? readWords(text);
    read.set(text, known);
    return known;
  };
}

/** Where the wanted words stand in a text, in order; null unless all of them do. */
export function findWords({ runs }: WantedWords, text: string, read: ReadWords = readWords): Span[] | null {
  if (!runs.length) return null;
  const held = read(text);
  if (runs.some((run) => run.some((stem) => !held.stems.has(stem)))) return null;
  const places = runs.map((run) => placesOf(run, held.words));
  if (places.some(({ length }) => length === 0)) return null;
  return places.flat().sort((a, b) => a.start - b.start);
}

/** Every place where the stems of a run stand one after the other; places do not overlap. */
function placesOf(run: readonly string[], held: readonly WordInPlace[]): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i + run.length <= held.length; i += 1) {
    const last = held[i + run.length - 1];
    const first = held[i];
    if (first && last && run.every((stem, n) => held[i + n]?.word.stem === stem)) {
      spans.push({ start: first.start, end: last.end });
      i += run.length - 1;
    }
  }
  return spans;
}
