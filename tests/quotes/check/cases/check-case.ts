import type { Verdict } from '../../../../src/kernel/verdict.ts';

/** One claim against what the archive holds. */
export interface CheckCase {
  /** What was done to the words. */
  readonly what: string;
  readonly claim: string;
  /** The speaker named in the claim, else nobody. */
  readonly by?: string;
  /** Recorded words by speaker; `—` is nobody named in the text. */
  readonly held: readonly (readonly [speaker: string, words: string])[];
  readonly verdict: Verdict;
  /** `[-struck-]` `{+added+}`, the rest as recorded. */
  readonly diff?: string;
}

export const FERRY =
  'We will not sell the harbour ferry, and we will not cut the winter timetable. The islanders need 14 crossings a day, and they shall have them.';
export const BUDGET =
  'The committee found that 90 percent of the repair budget went to two yards, and nobody on the board asked why.';
export const CEASEFIRE =
  'I told the envoy directly that the cease-fire must hold through the harvest. He didn’t say no. He didn’t say yes either.';
export const POWER =
  'Our co-operation with the U.S. Coast Guard has saved 1,200 lives since 2019 – and that’s a fact.';
export const BRACKETED = '[Okafor] could have said, ‘First, open the gates.’ She didn’t say that.';
export const SHE = 'She could have said, ‘First, open the gates.’ She didn’t say that.';

export const ferry = [['okafor', FERRY]] as const;
export const budget = [['castel', BUDGET]] as const;
export const truce = [['vance', CEASEFIRE]] as const;
export const power = [['haddad', POWER]] as const;
