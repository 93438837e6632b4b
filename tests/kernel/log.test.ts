import { describe, expect, it } from 'vitest';
import { maskSecrets, openLog } from '../../src/kernel/log.ts';

describe('the log', () => {
  it('holds no configured secret, wherever it stands', () => {
    const lines: string[] = [];
    const log = openLog('debug', ['s3cret-signing'], (line) => lines.push(line));
    log.error(
      { err: new Error('bad s3cret-signing'), url: 'https://x/?t=s3cret-signing' },
      'refused s3cret-signing',
    );
    expect(lines.join('')).not.toContain('s3cret-signing');
    expect(lines.join('')).toContain('[secret]');
  });

  it.each([
    `xoxb-${'1'.repeat(12)}-abcdef`,
    `xapp-1-A0-${'2'.repeat(10)}`,
    `${'M'.repeat(24)}.${'G'.repeat(6)}.${'x'.repeat(38)}`,
  ])('masks what is shaped like a token even when it is not ours', (token) => {
    expect(maskSecrets(`the token ${token} was refused`, [])).toBe('the token [secret] was refused');
  });

  it('writes one JSON object a line', () => {
    const lines: string[] = [];
    openLog('info', [], (line) => lines.push(line)).info({ n: 1 }, 'two\nlines');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ n: 1, msg: 'two\nlines' });
  });
});
