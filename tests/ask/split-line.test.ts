import { describe, expect, it } from 'vitest';
import { joinMarked, joinTokens, splitLine } from '../../src/ask/split-line.ts';

const plain = (text: string) => ({ text, quoted: false, filter: null });
const quoted = (text: string) => ({ text, quoted: true, filter: null });
const filter = (name: string, text: string, isQuoted = false) => ({ text, quoted: isQuoted, filter: name });

describe('a typed line as tokens', () => {
  it.each([
    ['said Ines Okafor', [plain('said'), plain('Ines'), plain('Okafor')]],
    ['who said “run on time”', [plain('who'), plain('said'), quoted('run on time')]],
    ['"left open to the end', [quoted('left open to the end')]],
    [
      'latest by:Okafor IN:"Coast Daily"',
      [plain('latest'), filter('by', 'Okafor'), filter('in', 'Coast Daily', true)],
    ],
    ['latest in: page:2', [plain('latest'), filter('in', ''), filter('page', '2')]],
    ['about:ferry', [plain('about:ferry')]],
    ['“” ""', []],
    ['', []],
  ])('%s', (line, tokens) => {
    expect(splitLine(line)).toEqual(tokens);
  });

  it('join with their marks, except where one pair stands around everything', () => {
    expect(joinMarked(splitLine('said "run on time" by:Okafor'))).toBe('said “run on time” by:Okafor');
    expect(joinMarked(splitLine('"run on time"'))).toBe('run on time');
    expect(joinTokens(splitLine('said "run on time"'))).toBe('said run on time');
  });
});
