import type { DiffRun } from '../kernel/verdict.ts';

// Chinese, Japanese and their marks are set without spaces.
const UNSPACED = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

/** What stands between two runs of a diff when they are drawn: nothing in a script without spaces, a new line where the print was broken off. */
export function spaceBetween(before: DiffRun, after: DiffRun): '' | ' ' | '\n' {
  if (before.kind === 'same' && after.kind === 'same') return '\n';
  return UNSPACED.test(before.text.slice(-1)) && UNSPACED.test(after.text.slice(0, 1)) ? '' : ' ';
}

/** How struck and added words look, for the ones there are: “struck words: claimed, not printed · …”; empty when all is the same. */
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
