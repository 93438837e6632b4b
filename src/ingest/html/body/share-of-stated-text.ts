/** Characters compared of a block's text, and of the page's stated text. */
const ENOUGH = 4_000;
const ENOUGH_TOLD = 200_000;

const split = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a text's beginning, lower case. */
export function wordsOf(text: string): string[] {
  return split(text.slice(0, ENOUGH));
}

/** Four words from `at`; fewer at the end. */
const runAt = (words: readonly string[], at: number): string =>
  at + 4 <= words.length
    ? `${words[at]} ${words[at + 1]} ${words[at + 2]} ${words[at + 3]}`
    : words.slice(at, at + 4).join(' ');

/** Returns a function that gives the share (0 to 1) of a text's four-word runs that occur in `told`. */
export function shareOfStatedText(told: string): (text: string) => number {
  const all = split(told.slice(0, ENOUGH_TOLD));
  const runs = new Set(all.map((_, at) => runAt(all, at)));
  const whole = ` ${all.join(' ')} `;
  return (text) => {
    const own = wordsOf(text);
    if (!own.length) return 0;
    if (own.length < 4) return whole.includes(` ${own.join(' ')} `) ? 1 : 0;
    let found = 0;
    for (let at = 0; at + 4 <= own.length; at += 1) if (runs.has(runAt(own, at))) found += 1;
    return found / (own.length - 3);
  };
}
