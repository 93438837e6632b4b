import type { Ask, FilteredAsk } from './ask.ts';

/** What a person may give a command, in a typed line or as an option in Discord. */
export interface CommandParam {
  readonly name: string;
  readonly summary: string;
  readonly required: boolean;
  /** The typed word that opens this part of the line (“about”); null for the first param. */
  readonly lead: string | null;
  /** What follows the lead word in a usage line: `since <date>`. Default `words`, or `person` where people complete it. */
  readonly slot?: string;
  /** The lead word takes no value: it is typed or not. */
  readonly bare?: true;
  /** Quotation marks inside the value are kept, as “ ”. By default they only group words. */
  readonly keepsMarks?: boolean;
  /** What type-ahead offers for it. */
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

/** A command as help, usage lines, registrations, completion and the README describe it. */
export interface CommandDefinition {
  /** As typed: `who said`. */
  readonly name: Ask['kind'];
  readonly summary: string;
  readonly params: readonly CommandParam[];
  /**
   * `lookup`: reads the archive and changes nothing; a schedule can send it. `show`: shows something about the desk, or
   * belongs to one answer; it cannot be scheduled. `change`: changes what the desk reads, sends or watches for.
   */
  readonly does: 'lookup' | 'show' | 'change';
  /** Whether only editors may use it. */
  readonly editors: boolean;
  /** Whether `by:` `in:` `since:` `until:` narrow it and `page:` pages it. */
  readonly filtered: boolean;
  /** Typed lines that find something on the desk at hand, from the desk's configuration. */
  readonly examples: readonly string[];
  /** Buttons use it; help and registrations leave it out. */
  readonly hidden: boolean;
}

/** The commands a schedule can send, without hidden ones. */
export function lookupsOf<Definition extends Pick<CommandDefinition, 'does' | 'hidden'>>(
  commands: readonly Definition[],
): Definition[] {
  return commands.filter(({ does, hidden }) => does === 'lookup' && !hidden);
}

/** Whether an Ask only reads the archive, so that a schedule can send it. */
export function isLookup(
  ask: Ask,
  commands: readonly Pick<CommandDefinition, 'name' | 'does'>[],
): ask is FilteredAsk {
  return commands.some(({ name, does }) => name === ask.kind && does === 'lookup');
}

/** The command of a kind. Throws RangeError where the list lacks it. */
export function commandOf<Definition extends Pick<CommandDefinition, 'name'>>(
  kind: Ask['kind'],
  commands: readonly Definition[],
): Definition {
  const command = commands.find(({ name }) => name === kind);
  if (!command) throw new RangeError(`No command is called “${kind}”.`);
  return command;
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
function slotOf({ name, lead, bare, completes, slot }: CommandParam): string {
  if (lead && bare) return lead;
  if (!lead) return `<${name}>`;
  return `${lead} <${slot ?? (completes === 'people' ? 'person' : 'words')}>`;
}

/** How a command is typed: `said <person> [about <words>]`. */
export function usage({ name, params }: Pick<CommandDefinition, 'name' | 'params'>): string {
  const parts = params.map((param) => {
    const slot = slotOf(param);
    return param.required ? slot : `[${slot}]`;
  });
  return [name, ...parts].join(' ');
}
