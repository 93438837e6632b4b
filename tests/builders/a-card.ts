import type { Citation } from '../../src/kernel/article.ts';
import type { Block, Card, Wording } from '../../src/kernel/card.ts';

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

export function aCitation(over: Partial<Citation> = {}): Citation {
  return {
    articleId: 'a1b2c3',
    headline: 'Second ferry agreed after a winter of cancellations',
    outlet: 'Harbour Post',
    publishedAt: '2024-04-19',
    url: 'https://harbour-post.example/ferry',
    origin: 'harbour-post.example',
    ...over,
  };
}

export function aWording(over: Partial<Wording> = {}): Wording {
  return {
    words: 'We will keep talking until the boats run on time,',
    differs: [],
    apart: false,
    printed: [aCitation()],
    ...over,
  };
}

export function aQuotationBlock(over: Partial<Of<'quotation'>> = {}): Of<'quotation'> {
  return {
    kind: 'quotation',
    quotationKind: 'direct',
    speaker: { name: 'Ines Okafor', role: 'mayor of Port Ellis' },
    sentence: null,
    wordings: [aWording()],
    context: { kind: 'context', line: 'context a1b2c3.98' },
    ...over,
  };
}

export function aPassageBlock(over: Partial<Of<'passage'>> = {}): Of<'passage'> {
  const text = '“We will keep talking until the boats run on time,” said Mayor Ines Okafor.';
  return {
    kind: 'passage',
    paragraphs: [
      { text: 'The council agreed on Friday to buy a second ferry.', quoted: [] },
      { text, quoted: [{ start: 1, end: 50 }] },
      { text: 'Nobody on the quay believed it.', quoted: [] },
    ],
    source: aCitation(),
    ...over,
  };
}

export function aStoryBlock(over: Partial<Of<'story'>> = {}): Of<'story'> {
  return {
    kind: 'story',
    extract: 'The council agreed on Friday to buy a second ferry.',
    source: aCitation(),
    also: [],
    ...over,
  };
}

export function aPictureBlock(over: Partial<Of<'picture'>> = {}): Of<'picture'> {
  return {
    kind: 'picture',
    alt: 'Articles a day, 19 to 21 Apr 2024: Harbour Post 4, Coast Daily 2.',
    chart: {
      unit: 'day',
      bins: ['2024-04-19', '2024-04-20', '2024-04-21'],
      series: [
        { name: 'Harbour Post', counts: [3, 0, 1] },
        { name: 'Coast Daily', counts: [1, 1, 0] },
      ],
    },
    ...over,
  };
}

export function aCard(over: Partial<Card> = {}): Card {
  return {
    title: 'Who said “run on time”',
    blocks: [aQuotationBlock()],
    more: null,
    line: 'who said run on time',
    asOf: '2024-05-01T10:00:00.000Z',
    ...over,
  };
}
