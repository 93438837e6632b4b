import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapedLine, escapeMarkdown } from '../../adapters/discord/draw/escape-markdown.ts';
import { HOSTILE, hostileText } from './peer/hostile-text.ts';
import { liveMarkdown } from './peer/read-message.ts';

const withoutEscapes = (text: string) => text.replace(/\\([^0-9A-Za-z\s])/g, '$1');

describe('escaping for Discord', () => {
  test.each(HOSTILE)('leaves nothing that acts in %j, also at a line’s start in a quote', (text) => {
    for (const shown of [escapeMarkdown(text), `a\n${escapeMarkdown(text)}`, `> ${escapeMarkdown(text)}`])
      expect(liveMarkdown(shown)).toEqual([]);
  });

  test('adds backslashes and changes nothing else', () => {
    fc.assert(fc.property(hostileText, (text) => withoutEscapes(escapeMarkdown(text)) === text));
  });

  test('lets nothing act in any text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(liveMarkdown(escapeMarkdown(text))).toEqual([]);
      }),
    );
  });

  test('the reader of markdown sees what acts when nothing is escaped', () => {
    const kinds = liveMarkdown(
      '<@1> [a](https://b.example) :x: https://c.example\n# h\n- i\n`c` ||s|| ~~t~~ _e_',
    );
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(
      new Set([
        'mention',
        'link',
        'emoji',
        'bare link',
        'heading',
        'list',
        'code',
        'spoiler',
        'struck',
        'italic',
      ]),
    );
  });

  test('says that a line’s end was left out, and stays within its room', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 4, max: 80 }), (text, room) => {
        const line = escapedLine(text, room);
        expect(line.length).toBeLessThanOrEqual(room);
        expect(line).not.toContain('\n');
      }),
    );
    expect(escapedLine('one two three four', 10)).toBe('one two…');
  });
});
