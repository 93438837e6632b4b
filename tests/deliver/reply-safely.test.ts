import { expect, it } from 'vitest';
import { replySafely } from '../../src/deliver/reply-safely.ts';
import type { Answer } from '../../src/kernel/answer.ts';
import { Fault } from '../../src/kernel/fault.ts';
import { openLog } from '../../src/kernel/log.ts';

async function replied(answer: () => Promise<Answer>) {
  const lines: string[] = [];
  const log = openLog('error', [], (line) => lines.push(line));
  return { answer: await replySafely(answer, { log, random: () => 0.5 }), lines };
}

it('passes on an answer and logs nothing', async () => {
  const given: Answer = { kind: 'shortfall', code: 'usage', say: 'Say what.', example: null };
  expect(await replied(async () => given)).toEqual({ answer: given, lines: [] });
});

it('turns a fault into its sentence and remedy, with a reference that the log has', async () => {
  const { answer, lines } = await replied(async () => {
    throw new Fault('disk-full', 'The disk is full.', { remedy: 'Free some space.' });
  });
  expect(answer).toEqual({
    kind: 'shortfall',
    code: 'fault',
    say: 'The disk is full. Free some space. (reference SSSSSS)',
    example: null,
  });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ ref: 'SSSSSS', err: { message: 'The disk is full.' } });
});

it('shows nothing of an unexpected error to the reader, and logs all of it', async () => {
  const { answer, lines } = await replied(async () => {
    throw new TypeError('x is not a function');
  });
  expect(answer).toMatchObject({ code: 'fault', say: expect.stringContaining('(reference SSSSSS)') });
  expect(JSON.stringify(answer)).not.toContain('is not a function');
  expect(lines.join('')).toContain('x is not a function');
});
