import type { Reply } from '../../src/desk/desk.ts';

/** An answer to a typed line, and what is needed to judge it. */
export interface Judged {
  readonly reply: Reply;
  /** The answer as the terminal prints it. */
  readonly text: string;
  /** Whether the schedules, watches and sources are as before. */
  readonly isUnchanged: boolean;
  /** Answers another line on a desk in the state of before. */
  readonly meant: (line: string) => Promise<Reply>;
  readonly textOf: (reply: Reply) => string;
}

/** Whether an answer meets one expectation of chat.tsv; chat-platform.md says what each means. Throws RangeError for an unknown one. */
export async function judgeReply(expected: string, judged: Judged): Promise<boolean> {
  const { reply, text, isUnchanged } = judged;
  const at = expected.indexOf(':');
  const [kind, value] = at < 0 ? [expected, ''] : [expected.slice(0, at), expected.slice(at + 1)];
  const isShortfall = reply.answer.kind === 'shortfall';
  switch (kind) {
    case 'line':
      return meansLine(value, judged);
    case 'verdict':
      return isVerdict(value, reply);
    case 'speaker':
      return new RegExp(value, 'iu').test(firstSpeaker(reply));
    case 'asks':
      return isShortfall && isUnchanged && new RegExp(value, 'imu').test(text);
    case 'refused':
      return isUnchanged && new RegExp(value, 'imu').test(text);
    case 'says':
      return new RegExp(value, 'imu').test(text);
    case 'unchanged':
      return isUnchanged;
    default:
      throw new RangeError(`No expectation is called “${kind}”.`);
  }
}

async function meansLine(line: string, { reply, text, meant, textOf }: Judged): Promise<boolean> {
  const other = await meant(line);
  if (reply.ask === null || other.ask === null) return false;
  return JSON.stringify(reply.ask) === JSON.stringify(other.ask) || text === textOf(other);
}

function isVerdict(kind: string, { answer }: Reply): boolean {
  return answer.kind !== 'shortfall' && answer.verdict === kind;
}

function firstSpeaker({ card }: Reply): string {
  for (const block of card.blocks) if (block.kind === 'quotation') return block.speaker?.name ?? '';
  return '';
}
