/**
 * Parses JSON that may contain comments, trailing commas, raw line breaks in strings or a missing end. JSON
 * cut off inside a list loses only the last element of that list. Null when the text is not JSON.
 */
export function parseLooseJson(text: string): { readonly value: unknown; readonly cutOff: boolean } | null {
  const strict = parse(text);
  if (strict !== undefined) return { value: strict, cutOff: false };
  const { json, open, resume } = tidy(text);
  const whole = open.length ? undefined : parse(json);
  if (whole !== undefined) return { value: whole, cutOff: false };
  // Try the latest cut first: it keeps the most. A few cuts are enough.
  for (const { at, closing } of resume.toReversed()) {
    const value = parse(json.slice(0, at) + closing);
    if (value !== undefined) return { value, cutOff: true };
  }
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Tidied {
  readonly json: string;
  /** The closing brackets for those still open at the end. */
  readonly open: readonly string[];
  /**
   * The last positions at which a list element was complete, each with the brackets that close the JSON
   * there.
   */
  readonly resume: readonly { readonly at: number; readonly closing: string }[];
}

const DEEPEST = 100;
const KEPT_PLACES = 3;

function tidy(text: string): Tidied {
  const parts: string[] = [];
  const open: string[] = [];
  const resume: { at: number; closing: string }[] = [];
  let length = 0;
  let last = -1;
  const token = /"(?:[^"\\]|\\[\s\S])*"?|\/\/[^\n]*|\/\*|[[\]{},]|[^"/,[\]{}]+|\//gu;
  for (let found = token.exec(text); found && open.length <= DEEPEST; found = token.exec(text)) {
    const part = found[0];
    const closing = part === '}' || part === ']';
    if (part === '/*') {
      const end = text.indexOf('*/', token.lastIndex);
      token.lastIndex = end < 0 ? text.length : end + 2;
    }
    if (part.startsWith('//') || part === '/*') continue;
    // Replace a trailing comma with a space, so that later positions stay the same.
    if (closing && parts[last] === ',') parts[last] = ' ';
    if (part === '{' || part === '[') open.push(part === '{' ? '}' : ']');
    const kept = part.startsWith('"') ? escapeBreaks(part) : part;
    parts.push(kept);
    length += kept.length;
    if (kept.trim()) last = parts.length - 1;
    if (closing && open.pop() !== undefined && open.at(-1) === ']') {
      resume.push({ at: length, closing: open.toReversed().join('') });
      if (resume.length > KEPT_PLACES) resume.shift();
    }
  }
  return { json: parts.join(''), open, resume };
}

/** Escapes raw line breaks and tabs inside a string. */
function escapeBreaks(string: string): string {
  return string.replace(/[\n\r\t]/gu, (one) => ({ '\n': '\\n', '\r': '\\r' })[one] ?? '\\t');
}
