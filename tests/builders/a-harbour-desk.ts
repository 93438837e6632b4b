import type { Archive, NewQuotation } from '../../src/archive/port.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { openDesk } from '../../src/desk/open-desk.ts';
import type { CleanArticle } from '../../src/kernel/article.ts';
import { openLog } from '../../src/kernel/log.ts';
import type { DeskConfig } from '../../src/kernel/settings/desk-config.ts';
import type { Clock } from '../../src/kernel/time/clock.ts';
import { aQuotation, aSpeaker } from './a-quotation.ts';
import { anArticle } from './an-article.ts';

export const HARBOUR: DeskConfig = {
  name: 'Harbour desk',
  command: 'harbour',
  summary: 'What was said about the harbour.',
  zone: 'Europe/London',
  tryLines: ['who said run on time'],
  examples: {
    'who said': ['who said run on time'],
    said: ['said Okafor'],
    check: ['check "We will keep walking until the boats run on time" by Okafor'],
  },
  roster: [
    { name: 'Ines Okafor', kind: 'person', aliases: ['Mayor Okafor'], role: 'mayor', pronoun: 'she' },
    { name: 'Tom Sandoval', kind: 'person', aliases: ['Tommy Sandoval'], role: null, pronoun: 'he' },
  ],
  articles: [],
  topic: [],
  sources: [],
  archive: { kind: 'file', path: ':memory:' },
};

interface Printed {
  readonly article: Partial<CleanArticle>;
  readonly said: readonly {
    readonly words: string;
    readonly by: string | null;
    readonly given?: Partial<NewQuotation>;
  }[];
}

const MAYOR = 'mayor of Port Ellis';

/** Three outlets on one harbour: two wordings of the mayor's promise, one unattributed line, one body as speaker. */
const ARTICLES: readonly Printed[] = [
  {
    article: {
      url: 'https://harbour-post.example/ferry',
      body: [
        'The harbour council agreed on Friday to buy a second ferry after a winter of cancelled crossings.',
        '“We will keep talking until the boats run on time,” said Mayor Ines Okafor.',
        'Nobody on the quay believed it.',
      ].join('\n\n'),
    },
    said: [
      {
        words: 'We will keep talking until the boats run on time,',
        by: 'Ines Okafor',
        given: { utteranceId: 'u-boats' },
      },
    ],
  },
  {
    article: {
      url: 'https://coast-daily.example/ferry',
      outlet: 'Coast Daily',
      headline: 'Mayor promises boats on time',
      publishedAt: '2024-04-24',
      body: '“We shall keep talking until all the boats run on time,” Ms. Okafor said.\n\nA placard read “No more cancelled crossings.”',
    },
    said: [
      {
        words: 'We shall keep talking until all the boats run on time,',
        by: 'Ines Okafor',
        given: { utteranceId: 'u-boats' },
      },
      { words: 'No more cancelled crossings.', by: null, given: { confidence: 0.2 } },
    ],
  },
  {
    article: {
      url: null,
      outlet: null,
      headline: 'Dredging of the bar put off',
      publishedAt: null,
      body: 'The port authority said the bar “cannot be dredged before the herring leave.”\n\n“Dredging is a promise we keep,” Okafor said.',
    },
    said: [
      {
        words: 'cannot be dredged before the herring leave.',
        by: 'the port authority',
        given: { kind: 'mixed' },
      },
      { words: 'Dredging is a promise we keep,', by: 'Ines Okafor' },
    ],
  },
];

export interface HarbourDesk {
  readonly desk: Desk;
  readonly archive: Archive;
}

/** A desk of invented articles over an in-memory archive. Its quotations are given; no engine finds them. */
export async function aHarbourDesk(
  over: { now?: Date; clock?: Clock; random?: () => number; write?: (line: string) => void } = {},
): Promise<HarbourDesk> {
  const archive = openSqliteArchive({ file: ':memory:' });
  const now = over.now ?? new Date('2024-05-01T10:00:00Z');
  for (const { article, said } of ARTICLES) {
    const clean = anArticle(article);
    const quotations = said.map(({ words, by, given }) =>
      aQuotation(clean.body, words, {
        speaker: by ? aSpeaker(by, by === 'Ines Okafor' ? MAYOR : null) : null,
        ...given,
      }),
    );
    await archive.writer.store(clean, quotations, now);
  }
  const desk = await openDesk({
    config: HARBOUR,
    archive,
    findQuotations: () => [],
    clock: over.clock ?? (() => now),
    random: over.random ?? (() => 0.5),
    log: openLog(over.write ? 'info' : 'silent', [], over.write ?? (() => {})),
  });
  return { desk, archive };
}
