import { describe, expect, it } from 'vitest';
import { answerJson } from '../../../src/render/answer-json.ts';

import { aBriefDesk, blocksOf } from './a-brief-desk.ts';

const opened = aBriefDesk();
const { report, brief } = opened;

describe('brief', () => {
  it('shows a figure that another article gives otherwise, with both sentences, and none that only repeats', async () => {
    await report('A', [
      'The port authority counted 28 cancelled crossings on the northern line this winter, and mended 12 old boats.',
    ]);
    await report(
      'B',
      [
        'This winter the northern line had 31 cancelled crossings, by the count of the port authority; 12 old boats were mended by the authority.',
      ],
      { given: { outlet: 'Harbour Post' } },
    );
    const rows = blocksOf(await brief(), 'facts').flatMap(({ rows }) => rows);
    expect(rows.map(({ label }) => label)).toEqual(['cancelled crossings']);
    expect(rows[0]?.value).toContain(
      '28 (Coast Daily, 2 May 2024): The port authority counted 28 cancelled crossings',
    );
    expect(rows[0]?.value).toContain('31 (Harbour Post, 2 May 2024): This winter the northern line had 31');
  });

  it('finds that a new number replaces one that was held long before', async () => {
    await report(
      'A',
      ['The port authority counted 28 cancelled crossings on the northern line this winter.'],
      { given: { publishedAt: '2024-03-01' }, readIn: new Date('2024-03-01T00:00:00Z') },
    );
    await report('B', ['The northern line had 31 cancelled crossings this winter, the port authority says.']);
    const rows = blocksOf(await brief(), 'facts').flatMap(({ rows }) => rows);
    expect(rows[0]?.value).toMatch(/^28 .*1 Mar 2024.*\n31 .*2 May 2024/s);
  });
});

it('gives machines the figures with what is counted, who reports them and in which sentence', async () => {
  await report('A', ['The port authority counted 28 cancelled crossings on the northern line this winter.']);
  const { answer } = await opened.desk.reply('figures crossings');
  expect(answerJson(answer)).toMatchObject({
    kind: 'found',
    figures: [
      {
        counted: 'cancelled crossings',
        unit: 'count',
        reports: [
          {
            printed: '28',
            value: 28,
            speaker: null,
            outlet: 'Coast Daily',
            publishedAt: '2024-05-02',
            sentence: 'The port authority counted 28 cancelled crossings on the northern line this winter.',
          },
        ],
      },
    ],
  });
});
