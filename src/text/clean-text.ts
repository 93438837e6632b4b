/**
 * Characters that can hide, reorder or break words and that no article needs: controls other than tab and
 * newline, bidirectional embeddings, overrides and isolates, byte-order and interlinear marks, tag
 * characters.
 */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters to strip
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;

/**
 * Makes a text safe to store and show: line ends become `\n`, unsafe characters and lone surrogates are
 * removed or replaced. Ingest stores bodies in this form, so that an answer shows exactly the stored
 * characters.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNSAFE, '')
    .toWellFormed();
}

/** A clean text on one line: every run of white space becomes one space, and the ends are trimmed. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim();
}
