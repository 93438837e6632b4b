import { type BuildContext, SHOW } from '../../ask/command.ts';
import { joinTyped, splitLine } from '../../ask/split-line.ts';
import { namesTime, readRun, whenContext } from '../../ask/when/read-when.ts';
import type { Answer, Shortfall } from '../../kernel/answer.ts';
import type { AskOf, AskValues } from '../../kernel/ask.ts';
import { cleanLine } from '../../text/clean-text.ts';
import { timeText } from '../../text/time-text.ts';
import type { AnswerDeps, CommandModule } from '../show/answer-deps.ts';
import { found } from '../show/found.ts';
import { refused } from '../show/refused.ts';
import { composeScheduled } from './compose-scheduled.ts';
import { scheduleFacts } from './describe-schedule.ts';
import { noSuchSchedule, SCHEDULE } from './one-schedule.ts';
import { buildSchedule, readScheduleNumber, readScheduleValues } from './schedule-line.ts';
import { wrongLookup } from './wrong-lookup.ts';

type PreviewAsk = AskOf<'preview'>;

export const preview: CommandModule<PreviewAsk> = {
  ...SHOW,
  name: 'preview',
  summary: 'What a schedule, or a lookup, would send now, to you alone',
  params: [{ ...SCHEDULE, summary: 'The number of a schedule, or a lookup', keepsMarks: true }],
  questions: [],
  read: readScheduleValues,
  build: buildPreview,
  write: ({ what }) => `preview ${what}`,
  answer: answerPreview,
};

/**
 * Builds a preview from a schedule's number, a lookup, or a whole schedule line. Of the last, only the lookup
 * is previewed.
 */
function buildPreview(values: AskValues, context: BuildContext): PreviewAsk | Shortfall {
  const typed = cleanLine(values['schedule'] ?? '');
  const number = readScheduleNumber(typed);
  if (number !== null) return { kind: 'preview', what: number };
  const tokens = splitLine(typed);
  if (!tokens.length)
    return {
      kind: 'shortfall',
      code: 'usage',
      say: 'Say what to preview: the number of a schedule, or a lookup.',
      example: context.command.examples[0] ?? null,
    };
  const run = readRun(tokens, whenContext(context));
  if (!namesTime(run)) return { kind: 'preview', what: joinTyped(tokens) };
  const scheduled = buildSchedule({ when: typed }, context);
  return scheduled.kind === 'schedule' ? buildPreview({ schedule: scheduled.lookup }, context) : scheduled;
}

/** Composes what the schedule or lookup would send now, by the code that composes a due schedule. */
async function answerPreview({ what }: PreviewAsk, deps: AnswerDeps): Promise<Answer> {
  const { archive, asker, desk, now } = deps;
  const schedule = typeof what === 'number' ? await archive.schedules.get(what) : null;
  if (typeof what === 'number' && !schedule) return noSuchSchedule(what);
  const zone = schedule?.zone ?? asker.zone ?? desk.zone;
  const line = schedule?.line ?? String(what);
  const wrong = wrongLookup(line, zone, deps);
  if (wrong) return wrong;
  const given = { line, zone, quietWhenNothing: schedule?.quietWhenNothing ?? false };
  const coverage = { after: schedule?.lastSentUntil ?? null, until: now.toISOString() };
  const composed = await composeScheduled(given, coverage, deps);
  switch (composed.kind) {
    case 'answer':
      return composed.answer;
    case 'silent': {
      const since = coverage.after && ` since ${timeText(new Date(coverage.after), { zone, now })}`;
      return found(
        `Nothing is new${since ?? ''}, so nothing would be sent`,
        schedule ? scheduleFacts(schedule) : [],
        deps,
      );
    }
    case 'later':
    case 'refused':
      return refused(composed.reason);
    default:
      return composed satisfies never;
  }
}
