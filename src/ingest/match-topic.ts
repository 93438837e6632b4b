import { stemmer } from 'stemmer';

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’](?=\p{L}))*/gu;

/** The stems of a text's words in order, accents gone; each Chinese or Japanese character counts as a word. */
function stemsOf(text: string): string[] {
  return (text.match(WORD) ?? []).map((word) =>
    stemmer(
      word
        .normalize('NFKD')
        .replace(/[\p{M}'’]/gu, '')
        .toLowerCase(),
    ),
  );
}

/**
 * Whether a text holds any of the topic's words or phrases, in any of their forms (Porter); a phrase's words stand side by side. With no
 * topic every text matches.
 */
export function topicMatcher(topic: readonly string[]): (text: string) => boolean {
  const phrases = topic.map(stemsOf).filter((stems) => stems.length > 0);
  if (!phrases.length) return () => true;
  const beginning = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const first = phrase[0] ?? '';
    beginning.set(first, [...(beginning.get(first) ?? []), phrase]);
  }
  return (text) => {
    const stems = stemsOf(text);
    return stems.some((stem, at) =>
      (beginning.get(stem) ?? []).some((phrase) => phrase.every((word, n) => stems[at + n] === word)),
    );
  };
}
