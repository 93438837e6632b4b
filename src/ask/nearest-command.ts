import { distance } from 'fastest-levenshtein';
import type { CommandDefinition } from '../kernel/command.ts';
import { joinTokens, type TypedToken } from './split-line.ts';

export interface NearCommand {
  readonly command: CommandDefinition;
  /** The typed words that were taken for the command. */
  readonly typed: string;
  /**
   * The typed line with the command corrected. When nothing follows a command that needs a value, its first
   * example.
   */
  readonly corrected: string;
}

/**
 * Whether a word can be a typing error: one edit in up to five letters, two in more, or two letters swapped.
 */
function slip(typed: string, meant: string): boolean {
  const edits = distance(typed, meant);
  const swapped = edits === 2 && [...typed].sort().join('') === [...meant].sort().join('');
  return edits <= (meant.length > 5 ? 2 : 1) || swapped;
}

/** Finds the command that a mistyped line most likely means; null when none is near. */
export function nearestCommand(
  tokens: readonly TypedToken[],
  commands: readonly CommandDefinition[],
): NearCommand | null {
  const near = commands
    // Names of three letters are skipped, because too many words are one edit away: “and” does not mean
    // “add”.
    .filter(({ hidden, name }) => !hidden && name.length > 3)
    .flatMap((command) => {
      const meant = command.name.split(' ');
      const apart = tokens.slice(0, meant.length).map((token) => token.text.toLowerCase());
      const joined = apart[0] ?? '';
      if (apart.length === meant.length && meant.every((word, i) => slip(apart[i] ?? '', word)))
        return [{ command, taken: meant.length, edits: distance(apart.join(' '), command.name) }];
      return meant.length > 1 && slip(joined, meant.join(''))
        ? [{ command, taken: 1, edits: distance(joined, meant.join('')) }]
        : [];
    })
    .sort((a, b) => a.edits - b.edits || b.taken - a.taken)[0];
  if (!near) return null;
  const { command, taken } = near;
  const rest = tokens
    .slice(taken)
    .map((token) => {
      const text = token.quoted ? `"${token.text}"` : token.text;
      return token.filter ? `${token.filter}:${text}` : text;
    })
    .join(' ');
  const needsMore = command.params.some((param) => param.required);
  return {
    command,
    typed: joinTokens(tokens.slice(0, taken)),
    corrected: rest || !needsMore ? `${command.name} ${rest}`.trim() : (command.examples[0] ?? command.name),
  };
}
