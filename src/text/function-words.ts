/**
 * English words that carry grammar, not meaning; a search drops them unless nothing else is left. Lower case,
 * without apostrophes.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all also am an and any are arent as at be because been before being below between both but by
  can cant cannot could couldnt did didnt do does doesnt doing dont down during each either else ever few for from further get gets got
  had hadnt has hasnt have havent having he hed hell her here heres hers herself hes him himself his how however i id if ill im in into
  is isnt it itd itll its itself ive just lets like may me might more most much must my myself neither no nor not now of off on once one
  only or other our ours ourselves out over own per really said same say says shall she shed shell shes should shouldnt so some such than
  that thats the their theirs them themselves then there theres these they theyd theyll theyre theyve this those though through thus to
  too under until up upon us very was wasnt we wed well were werent weve what whats when where whether which while who whom whos whose
  why will with within without wont would wouldnt yes yet you youd youll your youre yours yourself youve`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether a lower-case word, with or without its apostrophe, is an English function word. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word.replace(/['’]/g, ''));
}
