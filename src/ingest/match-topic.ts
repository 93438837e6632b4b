import { wordsOf } from '../text/words.ts';

function stemsOf(text: string): string[] {
  return wordsOf(text).map(({ stem }) => stem);
}

/**
 * Makes a test of whether a text holds any of the topic's words or phrases, in any of their forms; a phrase's
 * words stand side by side. Every text passes the test of an empty topic.
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
