import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeText } from '../../adapters/slack/listen/decode-text.ts';
import type { Reply } from '../../src/desk/desk.ts';
import { OWNER } from '../../src/kernel/asker.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { type OpenedDesk, openSampleDesk } from '../builders/a-desk.ts';
import { judgeReply } from './judge-reply.ts';

// How typed lines are understood, on the sample desk: the schedule phrases of ../shared/cases with our readings beside
// them, and the lines of chat.tsv. A line is right, refused (asked about where it should have been read) or misread.
// `--bars` fails where a phrase or a line is misread, where fewer than 95 % of the phrases or any line of chat.tsv is
// not right. `--all` prints every line that is not right.

const LEAST_OF_PHRASES = 95;

const { values } = parseArgs({
  options: { bars: { type: 'boolean', default: false }, all: { type: 'boolean', default: false } },
});
const say = (line: string) => process.stdout.write(`${line}\n`);

type Score = 'right' | 'misread' | 'refused';

interface Case {
  readonly door: string;
  readonly before: readonly string[];
  readonly typed: string;
  readonly right: readonly string[];
}

/** The rows of a file of tab-separated values, without its header. */
function rowsOf(file: string): string[][] {
  const [, ...lines] = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => line.split('\t'));
}

function phrases(): Case[] {
  return rowsOf(resolve('tests/eval/schedule-readings.tsv')).map(([phrase = '', reading = '']) => ({
    door: 'any',
    before: [],
    typed: `schedule ${phrase}`,
    right: reading.split(' || ').map((each) => (each.startsWith('asks:') ? each : `line:${each}`)),
  }));
}

function chatLines(file: string): Case[] {
  return rowsOf(file).map(([door = '', before = '', typed = '', right = '']) => ({
    door,
    before: before ? before.split(' ⏎ ') : [],
    typed: withEscapes(typed),
    right: right.split(' || '),
  }));
}

/** `\n` is a new line, and `\u200b` and the like a character. */
function withEscapes(typed: string): string {
  return typed
    .replace(/\\u([0-9a-f]{4})/giu, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\\n', '\n');
}

/** The line as the desk gets it from a platform's adapter. */
function through(door: string, typed: string): string {
  return door === 'slack' ? decodeText(typed, 'U0BOT') : typed;
}

const SHOWN_BY = ['schedules', 'watches', 'sources'] as const;

async function shownOf({ desk }: OpenedDesk): Promise<string> {
  const shown: string[] = [];
  for (const line of SHOWN_BY) shown.push(textOf(await desk.reply(line, OWNER)));
  return shown.join('\n');
}

function textOf({ card }: Reply): string {
  return plainText(card, { width: 200, colour: false });
}

/** Each line is typed on a desk of its own, and so is the line that it must mean. */
async function scoreCase({ door, before, typed, right }: Case): Promise<{ score: Score; said: string }> {
  const opened = await openSampleDesk();
  try {
    for (const line of before) await opened.desk.reply(line, OWNER);
    const was = await shownOf(opened);
    const reply = await opened.desk.reply(through(door, typed), OWNER);
    const isUnchanged = (await shownOf(opened)) === was;
    const meant = async (line: string) => {
      const other = await openSampleDesk();
      try {
        for (const each of before) await other.desk.reply(each, OWNER);
        return await other.desk.reply(line, OWNER);
      } finally {
        await other.close();
      }
    };
    const text = textOf(reply);
    for (const expected of right)
      if (await judgeReply(expected, { reply, text, isUnchanged, meant, textOf }))
        return { score: 'right', said: text };
    const isRefused = reply.answer.kind === 'shortfall' && isUnchanged;
    return { score: isRefused ? 'refused' : 'misread', said: text };
  } finally {
    await opened.close();
  }
}

async function evaluate(name: string, cases: readonly Case[], least: number): Promise<void> {
  const counts: Record<Score, number> = { right: 0, misread: 0, refused: 0 };
  for (const each of cases) {
    const { score, said } = await scoreCase(each);
    counts[score] += 1;
    if (score !== 'right' && values.all)
      say(
        `${score}: ${JSON.stringify(each.typed)} (${each.door})\n  right: ${each.right.join(' || ')}\n  said:  ${said.split('\n').filter(Boolean).slice(0, 6).join('\n         ')}`,
      );
  }
  const share = (100 * counts.right) / cases.length;
  say(
    `${name}: ${cases.length} lines, right ${share.toFixed(1)} %, misread ${counts.misread}, refused ${counts.refused}`,
  );
  if (values.bars && (share < least || counts.misread)) {
    process.stderr.write(`eval:lines: ${name} needs ${least} % right and nothing misread.\n`);
    process.exitCode = 1;
  }
}

const shared = resolve('..', 'shared', 'cases', 'chat.tsv');
await evaluate('schedule phrases', phrases(), LEAST_OF_PHRASES);
if (existsSync(shared)) await evaluate('chat', chatLines(shared), 100);
else say('eval:lines: ../shared/cases/chat.tsv is not here; its lines were not scored.');
