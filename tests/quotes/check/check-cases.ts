import { ALTERED_ORDER } from './cases/altered-order.ts';
import { ALTERED_WORDS } from './cases/altered-words.ts';
import type { CheckCase } from './cases/check-case.ts';
import { CUT } from './cases/cut.ts';
import { NOT_FOUND } from './cases/not-found.ts';
import { SAME_EDITING } from './cases/same-editing.ts';
import { SAME_TYPING } from './cases/same-typing.ts';
import { SPEAKERS } from './cases/speakers.ts';

export const CHECK_CASES: readonly CheckCase[] = [
  ...SAME_TYPING,
  ...SAME_EDITING,
  ...ALTERED_WORDS,
  ...ALTERED_ORDER,
  ...CUT,
  ...SPEAKERS,
  ...NOT_FOUND,
];
