import { describe, expect, it } from 'vitest';
import { differingSpans } from '../../src/quotes/align-words.ts';
import { joinUtterance } from '../../src/quotes/join-utterances.ts';

const held = (words: string, speakerId: string | null = 'nicholas-burns', utteranceId = 'u1') => ({
  words,
  speakerId,
  utteranceId,
});
const said = (words: string, speakerId: string | null = 'nicholas-burns') => ({ words, speakerId });

describe('wordings of one utterance', () => {
  it('join when one outlet changed a word and left out an end', () => {
    // Nicholas Burns, as two outlets printed him.
    const long =
      'The diplomatic problem is that the Chinese refuse to have a sustained conversation with us for how we can work to prevent Chinese companies from exporting precursor chemicals';
    const other =
      'The diplomatic problem is that the Chinese refused, as of now, to have a sustained conversation with us';
    expect(joinUtterance(said(other), [held(long)])).toBe('u1');
    expect(joinUtterance(said(long), [held(other)])).toBe('u1');
  });

  it('join the halves of a statement to the whole', () => {
    // Chuck Schumer, as two outlets printed him.
    const whole = held(
      'I asked him directly to do that, and he didn’t say no. He didn’t. He could have said, ‘First, as we said before, first remove the sanctions.’ He didn’t say that,',
      'chuck-schumer',
    );
    for (const half of [
      'I asked him directly to do that, and he didn’t say no. He didn’t,',
      'He could have said, ‘First, as we said before, first remove the sanctions.’ He didn’t say that.',
      '[Xi] could have said, ‘First, as we said before, first remove the sanctions.’ He didn’t say that,',
    ])
      expect(joinUtterance(said(half, 'chuck-schumer'), [whole])).toBe('u1');
  });

  it('stay apart when they merely share a topic', () => {
    const pairs = [
      [
        'We will keep working with the harbour on the new ferry.',
        'The ferry and the harbour have kept us working for years.',
      ],
      [
        'The crossing was closed because the wind was too strong on Friday.',
        'The crossing was open because the crew was strong enough on Monday.',
      ],
      [
        'We need to see real cooperation on the pier.',
        'We have seen some cooperation in the past on the quay, and it went well.',
      ],
    ] as const;
    for (const [a, b] of pairs) expect(joinUtterance(said(a), [held(b)])).toBeNull();
  });

  it('stay apart when somebody else said them', () => {
    expect(
      joinUtterance(said('We will keep talking until the boats run on time'), [
        held('We will keep talking until the boats run on time', 'x'),
      ]),
    ).toBeNull();
  });

  it('join the nearest of several', () => {
    const candidates = [
      held('The boats will run on time from the first of May, come what may', 'nicholas-burns', 'a'),
      held('The boats will run on time from the first of June', 'nicholas-burns', 'b'),
    ];
    expect(joinUtterance(said('The boats will run on time from the first of June.'), candidates)).toBe('b');
  });
});

describe('words that differ', () => {
  const marked = (base: string, other: string) =>
    differingSpans(base, other).map(({ start, end }) => other.slice(start, end));

  it('are marked where they stand in the other wording', () => {
    expect(
      marked(
        'the Chinese refuse to have a sustained conversation',
        'the Chinese refused, as of now, to have a sustained conversation',
      ),
    ).toEqual([expect.stringMatching(/^refused/), ...marked('x', '').map(String)]);
  });

  it('are none when only marks, dashes, case and spacing changed', () => {
    expect(marked('We didn’t — “not once” — look back', 'we  didn\'t - "not once" – Look back')).toEqual([]);
  });
});
