import type { DiffRun } from '../kernel/verdict.ts';

// Chinese, Japanese and their punctuation have no spaces between words.
const UNSPACED = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

/**
 * The separator between two runs of a diff: none in a script without spaces, a line break between two
 * separate stretches of print.
 */
export function spaceBetween(before: DiffRun, after: DiffRun): '' | ' ' | '\n' {
  if (before.kind === 'same' && after.kind === 'same') return '\n';
  return UNSPACED.test(before.text.slice(-1)) && UNSPACED.test(after.text.slice(0, 1)) ? '' : ' ';
}

/**
 * The legend for struck and added words, only for the kinds that the runs hold; empty where all runs are the
 * same.
 */
export function legendOf(
  runs: readonly DiffRun[],
  looks: { readonly struck: string; readonly added: string },
): string {
  const has = (kind: DiffRun['kind']) => runs.some((run) => run.kind === kind);
  return [
    ...(has('struck') ? [`${looks.struck}: claimed, not in print`] : []),
    ...(has('added') ? [`${looks.added}: in print, not in the claim`] : []),
  ].join(' · ');
}
