/**
 * Characters that can hide, reorder or break words and that no article needs: controls (tab and newline aside), bidirectional
 * embeddings, overrides and isolates, byte-order and interlinear marks, tag characters.
 */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters to strip
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;

/**
 * Text that is safe to store and to show: line ends are `\n`, no unsafe character, no half of a surrogate pair; nothing else is
 * changed. Ingest stores bodies in this form, so that what is shown is character for character what is stored.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNSAFE, '')
    .toWellFormed();
}

/** The same on one line: every run of white space is one space, ends trimmed. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim();
}
