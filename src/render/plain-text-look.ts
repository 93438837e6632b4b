/** The width and colour of the stream that plain text is written to. */
export interface Look {
  /** In columns; Infinity breaks no line. */
  readonly width: number;
  readonly colour: boolean;
}

/** The variables of the environment that decide about colour. */
export interface LookSettings {
  readonly NO_COLOR?: string | undefined;
  readonly FORCE_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
}

/** Longest line, in columns, however wide the window; longer lines are hard to read. */
const WIDEST = 100;

/**
 * The look of plain text on a stream. A terminal gets its own width and colour; a pipe gets unbroken lines,
 * which can be searched, and no colour. Follows NO_COLOR, FORCE_COLOR and TERM=dumb (https://no-color.org,
 * https://force-color.org).
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
