import type { Ask, AskOf, FilteredAsk } from '../kernel/ask.ts';
import { brief } from './briefing/brief.ts';
import { check } from './check/check.ts';
import { figures } from './figures/figures.ts';
import { help } from './help.ts';
import { context } from './lookups/context.ts';
import { find } from './lookups/find.ts';
import { latest } from './lookups/latest.ts';
import { said } from './lookups/said.ts';
import { whoIs } from './lookups/who-is.ts';
import { whoSaid } from './lookups/who-said.ts';
import { pause } from './schedules/pause.ts';
import { preview } from './schedules/preview.ts';
import { resume } from './schedules/resume.ts';
import { schedule } from './schedules/schedule.ts';
import { schedules } from './schedules/schedules.ts';
import { sendNow } from './schedules/send-now.ts';
import { unschedule } from './schedules/unschedule.ts';
import type { CommandModule, LookupModule } from './show/answer-deps.ts';
import { add } from './sources/add.ts';
import { remove } from './sources/remove.ts';
import { sources } from './sources/sources.ts';
import { unwatch } from './watches/unwatch.ts';
import { watch } from './watches/watch.ts';
import { watches } from './watches/watches.ts';

/**
 * A lookup must define `news`, its rule for what is new in an answer. A filtered command that shows or
 * changes something need not.
 */
type ModuleOf<A extends Ask> = A extends FilteredAsk
  ? LookupModule<A> | (CommandModule<A> & { readonly does: 'show' | 'change' })
  : CommandModule<A>;

/** All commands, in the order of the help. Every desk has them. */
export const COMMANDS = {
  'who said': whoSaid,
  said,
  'who is': whoIs,
  check,
  find,
  latest,
  brief,
  figures,
  watch,
  watches,
  unwatch,
  schedule,
  schedules,
  pause,
  resume,
  unschedule,
  'send now': sendNow,
  preview,
  add,
  remove,
  sources,
  help,
  context,
} as const satisfies { readonly [Kind in Ask['kind']]: ModuleOf<AskOf<Kind>> };
