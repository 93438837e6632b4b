import { distance } from 'fastest-levenshtein';
import type { CommandDefinition } from '../kernel/command.ts';
import { joinTokens, type TypedToken } from './split-line.ts';

export interface NearCommand {
  readonly command: CommandDefinition;
  /** The words that were taken for it. */
  readonly typed: string;
  /** The reader's line with the command put right, or the command's first example when nothing else was typed. */
  readonly corrected: string;
}

/** One slip of the finger in a short word, two in a long one; letters that changed places are one slip. */
function slip(typed: string, meant: string): boolean {
  const edits = distance(typed, meant);
  const swapped = edits === 2 && [...typed].sort().join('') === [...meant].sort().join('');
  return edits <= (meant.length > 5 ? 2 : 1) || swapped;
}

/** The command a mistyped line most likely meant; null when nothing is near. */
export function nearestCommand(
  tokens: readonly TypedToken[],
  commands: readonly CommandDefinition[],
): NearCommand | null {
  const near = commands
    // Three letters are within a slip of far too many words: “and” is no “add”.
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
