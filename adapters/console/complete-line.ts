import { commandsFor } from '../../src/answer/command-list.ts';
import type { Conversation } from '../../src/desk/desk.ts';
import { FILTER_PARAMS } from '../../src/kernel/command.ts';

type Completing = Pick<Conversation, 'complete' | 'config'>;

/**
 * Completions for the end of a typed line, and the text that they replace: the result that a node:readline
 * completer must return.
 */
export function completeLine(desk: Completing, line: string): [string[], string] {
  const [offers, typed] =
    completeFilter(desk, line) ?? completeParam(desk, line) ?? completeCommand(desk, line);
  // Prefer completions that start with the typed text: “sai” completes to “said”, although “who said”
  // contains it too.
  const goesOn = offers.filter((offer) => offer.toLowerCase().startsWith(typed.toLowerCase()));
  return [goesOn.length ? goesOn : offers, typed];
}

/** `by:Bur` → `by:Nicholas Burns`. */
function completeFilter(desk: Completing, line: string): [string[], string] | null {
  const names = FILTER_PARAMS.filter((param) => param.completes).map((param) => param.name);
  const open = new RegExp(`(?:^|\\s)((${names.join('|')}):["“]?([^:"“”]*))$`, 'iu').exec(line);
  const [, whole = '', name = '', typed = ''] = open ?? [];
  const param = FILTER_PARAMS.find((each) => each.name === name.toLowerCase());
  if (!open || !param?.completes) return null;
  return [desk.complete(param.completes, typed).map((value) => `${name}:${asFilterValue(value)}`), whole];
}

/** A filter's value extends over all following capitalized words; any other value needs quotation marks. */
function asFilterValue(value: string): string {
  return value.split(' ').every((word) => /^\p{Lu}/u.test(word)) ? value : `"${value}"`;
}

/**
 * `said Bur` → `said Nicholas Burns`; `help wh` → `help who said`. Quotations are not completed: they are too
 * long.
 */
function completeParam(desk: Completing, line: string): [string[], string] | null {
  for (const { name, params, hidden } of commandsFor(desk.config)) {
    const [first] = params;
    if (hidden || !line.toLowerCase().startsWith(`${name} `)) continue;
    if (first?.completes !== 'people' && first?.completes !== 'commands') return null;
    const typed = line.slice(name.length).trimStart();
    const led = params.some(({ lead }) => lead && typed.toLowerCase().includes(` ${lead} `));
    return led ? null : [desk.complete(first.completes, typed), typed];
  }
  return null;
}

function completeCommand(desk: Completing, line: string): [string[], string] {
  const typed = line.trimStart();
  const known = commandsFor(desk.config).some(({ name }) => typed.toLowerCase().startsWith(`${name} `));
  return [known ? [] : desk.complete('commands', typed).map((name) => `${name} `), typed];
}
