/** What plain text needs to know of the place it is written to. */
export interface Look {
  /** Columns; Infinity where nothing is to be broken. */
  readonly width: number;
  readonly colour: boolean;
}

/** The part of the environment that speaks of colour. */
export interface LookSettings {
  readonly NO_COLOR?: string | undefined;
  readonly FORCE_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
}

/** Lines longer than this tire the eye, however wide the window. */
const WIDEST = 100;

/**
 * How plain text should look on a stream. A terminal gets its own width and colour; a pipe gets whole lines, so that words can be
 * searched for, and no colour. NO_COLOR, FORCE_COLOR and TERM=dumb are obeyed (https://no-color.org, https://force-color.org).
 */
export function lookOf(
  output: { readonly isTTY?: boolean; readonly columns?: number },
  env: LookSettings,
): Look {
  const terminal = output.isTTY === true;
  const width = terminal ? Math.min(WIDEST, Math.max(20, output.columns || 80)) : Number.POSITIVE_INFINITY;
  return { width, colour: wantsColour(terminal, env) };
}

function wantsColour(terminal: boolean, env: LookSettings): boolean {
  if (env.NO_COLOR) return false;
  const force = env.FORCE_COLOR;
  if (force !== undefined) return !['0', 'false'].includes(force);
  return terminal && env.TERM !== 'dumb';
}
