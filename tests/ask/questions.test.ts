import { describe, expect, it } from 'vitest';
import { parseLine } from '../../src/ask/parse-line.ts';
import { questionsOf } from '../../src/ask/understand-question.ts';
import { aParseContext } from '../builders/a-parse-context.ts';

const context = aParseContext();

describe('questions in plain English', () => {
  it('are tried in this order', () => {
    const order = questionsOf(context.commands).map(({ rank, command }) => `${rank} ${command}`);
    expect(order).toEqual([
      '10 add',
      '10 remove',
      '10 sources',
      '10 help',
      ...Array(5).fill('20 who said'),
      ...Array(2).fill('30 check'),
      '40 said',
      '50 check',
      '60 who said',
      ...Array(6).fill('70 said'),
      ...Array(2).fill('80 who is'),
      ...Array(3).fill('90 brief'),
      '100 find',
      '110 watch',
      '110 watches',
      '120 figures',
      '130 latest',
      ...Array(2).fill('140 find'),
      '150 said',
      ...Array(2).fill('160 find'),
    ]);
  });

  it.each([
    ['who said that the wall will hold', 'who said'],
    ['did anyone say anything about dredging', 'who said'],
    ['is it true that Quay said the wall will hold', 'check'],
    ['did Quay say anything about the wall', 'said'],
    ['did Quay really say the wall will hold', 'check'],
    ['did Quay say the wall will hold', 'who said'],
    ['what did Quay say about the wall', 'said'],
    ['what’s new', 'brief'],
    ['what’s new on the wall', 'find'],
    ['what are the latest articles', 'find'],
    ['any figures on the wall', 'figures'],
    ['the latest articles', 'latest'],
    ['the latest articles on the wall', 'find'],
    ['Quay quotes', 'said'],
  ])('that several shapes fit go to the first: %j is “%s”', (line, kind) => {
    const shapes = questionsOf(context.commands).filter(({ shape }) => shape.test(line));
    expect(shapes[0]?.command ?? 'find').toBe(kind);
    expect(parseLine(line, context).kind).toBe(kind);
  });
});
