const FUNCTION_WORDS = new Set(
  `a about above after again against all also am an and any are as at be because been before being below between both but by
  can cannot could did do does doing done down during each either else ever every few for from further had has have having he
  her here hers herself him himself his how however i if in into is it its itself just let may me might mine more most much must my
  myself neither no nor not now of off on once one only or other our ours ourselves out over own per same say says said shall
  she should since so some such than that the their theirs them themselves then there these they this those through thus to too
  under until up upon us very via was we were what when where whether which while who whom whose why will with within without
  would yet you your yours yourself yourselves`.split(/\s+/u),
);

const CONTRACTION = /'(?:t|re|ve|ll|d|m)$/u;

/** Whether a lower-case English word carries grammar rather than meaning, so that matching it would match everything. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word) || CONTRACTION.test(word);
}
