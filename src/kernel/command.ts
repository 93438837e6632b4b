import type { Ask } from './ask.ts';

/** What a reader may give a command: the same for a typed line and for Discord's options. */
export interface CommandParam {
  readonly name: string;
  readonly summary: string;
  readonly required: boolean;
  /** The typed word that opens this part of the line ("about"); the first param has none. */
  readonly lead: string | null;
  /** The lead word alone is the whole of it: it is typed or not. */
  readonly bare?: true;
  /** Quotation marks inside it mean something and are kept (as “ ”); elsewhere they only group words. */
  readonly keepsMarks?: boolean;
  /** What a platform with type-ahead completes it from. */
  readonly completes:
    | 'people'
    | 'outlets'
    | 'quotations'
    | 'commands'
    | 'cadences'
    | 'zones'
    | 'lookups'
    | 'schedules'
    | null;
}

/** One command, defined once: help, usage hints, registrations, the README table and a test for each example come from it. */
export interface CommandDefinition {
  /** As typed: "who said". */
  readonly name: Ask['kind'];
  readonly summary: string;
  readonly params: readonly CommandParam[];
  /** Whether it changes what the desk reads or sends, so that only editors may use it. */
  readonly editors: boolean;
  /** Whether `by:` `in:` `since:` `until:` narrow it, and whether it pages. */
  readonly filtered: boolean;
  /** Typed lines that find something on the desk at hand; the desk's configuration gives them. */
  readonly examples: readonly string[];
  /** Buttons may use it, a reader is not told of it. */
  readonly hidden: boolean;
}

/** The params every filtered command takes besides its own, typed as `by:Burns`. */
export const FILTER_PARAMS = [
  { name: 'by', summary: 'Only this speaker', completes: 'people' },
  { name: 'in', summary: 'Only this outlet', completes: 'outlets' },
  { name: 'since', summary: 'From this day on: 2023-10-01, 2023-10 or “last Monday”', completes: null },
  { name: 'until', summary: 'Up to this day', completes: null },
] as const;

/** Everything a command takes: its own params, and the filters that no param of its own stands for. */
export function optionsOf({
  params,
  filtered,
}: Pick<CommandDefinition, 'params' | 'filtered'>): readonly (
  | CommandParam
  | (typeof FILTER_PARAMS)[number]
)[] {
  const own = new Set(params.map(({ name }) => name));
  return [...params, ...(filtered ? FILTER_PARAMS.filter(({ name }) => !own.has(name)) : [])];
}

/** How one param is typed: `<words>`, `about <words>`, `by <person>`, `since <date>`. */
function slotOf({ name, lead, bare, completes }: CommandParam): string {
  if (lead && bare) return lead;
  if (!lead) return `<${name}>`;
  const what = name === 'since' ? 'date' : name === 'quiet' ? 'hours' : 'words';
  return `${lead} <${completes === 'people' ? 'person' : what}>`;
}

/** How a command is typed: `said <person> [about <words>]`. */
export function usage({ name, params }: CommandDefinition): string {
  const parts = params.map((param) => {
    const slot = slotOf(param);
    return param.required ? slot : `[${slot}]`;
  });
  return [name, ...parts].join(' ');
}
