import { describe, expect, it } from 'vitest';
import { differingSpans } from '../../../src/quotes/check/align-words.ts';
import { gatherUtterances } from '../../../src/quotes/join/gather-utterances.ts';
import { type HeldWording, joinUtterance } from '../../../src/quotes/join/join-utterances.ts';
import { processorTime } from '../../builders/processor-time.ts';

const held = (words: string, speakerId: string | null = 'nicholas-burns', utteranceId = 'u1') => ({
  words,
  speakerId,
  utteranceId,
});
const found = (words: string, speakerId: string, candidates: readonly HeldWording[] = []) => ({
  words,
  speakerId,
  candidates,
});
const newId = (first: number) => `new ${first}`;
const said = (words: string, speakerId: string | null = 'nicholas-burns') => ({ words, speakerId });

describe('wordings of one utterance', () => {
  it('join when one outlet changed a word and left out an end', () => {
    // Nicholas Burns, as two outlets printed him.
    const long =
      'The diplomatic problem is that the Chinese refuse to have a sustained conversation with us for how we can work to prevent Chinese companies from exporting precursor chemicals';
    const other =
      'The diplomatic problem is that the Chinese refused, as of now, to have a sustained conversation with us';
    expect(joinUtterance(said(other), [held(long)])).toEqual(['u1']);
    expect(joinUtterance(said(long), [held(other)])).toEqual(['u1']);
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
      expect(joinUtterance(said(half, 'chuck-schumer'), [whole])).toEqual(['u1']);
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
    for (const [a, b] of pairs) expect(joinUtterance(said(a), [held(b)])).toEqual([]);
  });

  it('stay apart when somebody else said them', () => {
    expect(
      joinUtterance(said('We will keep talking until the boats run on time'), [
        held('We will keep talking until the boats run on time', 'x'),
      ]),
    ).toEqual([]);
  });

  it('join the nearest of several', () => {
    const candidates = [
      held('The boats will run on time from the first of May, come what may', 'nicholas-burns', 'a'),
      held('The boats will run on time from the first of June', 'nicholas-burns', 'b'),
    ];
    expect(joinUtterance(said('The boats will run on time from the first of June.'), candidates)).toEqual([
      'b',
    ]);
  });
});

describe('utterances that one wording shows to be the same', () => {
  // Chuck Schumer: one outlet printed both halves together, another apart, a third only the second.
  const whole =
    'I asked him directly to do that, and he didn’t say no. He didn’t. He could have said, ‘First, as we said before, first remove the sanctions.’ He didn’t say that,';
  const first = 'I asked him directly to do that, and he didn’t say no. He didn’t,';
  const second =
    'He could have said, ‘First, as we said before, first remove the sanctions.’ He didn’t say that.';
  const third =
    '[Xi] could have said, ‘First, as we said before, first remove the sanctions.’ He didn’t say that,';
  const by = 'chuck-schumer';

  it('are all named, the nearest first', () => {
    const ids = joinUtterance(said(whole, by), [
      held(first, by, 'a'),
      held(second, by, 'b'),
      held(third, by, 'b'),
    ]);
    expect(ids).toEqual(['b', 'a']);
  });

  it('are none where nothing bridges the halves', () => {
    expect(joinUtterance(said(second, by), [held(first, by)])).toEqual([]);
    expect(gatherUtterances([found(first, by), found(second, by)], newId)).toEqual([
      { utteranceId: null, merges: [] },
      { utteranceId: null, merges: [] },
    ]);
  });

  it('are not shown by a few words that both hold', () => {
    const ids = joinUtterance(said('a sustained conversation'), [
      held('They refuse to have a sustained conversation with us about the new lock', 'nicholas-burns', 'a'),
      held('A sustained conversation is what the harbour has never once had', 'nicholas-burns', 'b'),
    ]);
    expect(ids).toHaveLength(1);
  });

  it('are those whose few words it holds, but not with another statement that holds them', () => {
    const long =
      'Yes. We must see much greater cooperation on the lock. It is not about pointing fingers, it is about dredging.';
    const few = [
      held('greater cooperation', 'nicholas-burns', 'a'),
      held('not about pointing fingers', 'nicholas-burns', 'b'),
    ];
    expect(joinUtterance(said(long), few).sort()).toEqual(['a', 'b']);
    const elsewhere = held(
      'Greater cooperation is what I asked for in May, and I got a brass band.',
      'nicholas-burns',
      'a',
    );
    expect(joinUtterance(said(long), [...few, elsewhere])).toEqual(['b']);
    expect(joinUtterance(said(long), [elsewhere, ...few])).toEqual(['b']);
  });

  it('are one within an article: a pull quote, and halves beside the whole', () => {
    const all = [
      found(first, by),
      found(second, by),
      found(whole, by),
      found('The gulls are loud today', by),
    ];
    const [a, b, c, d] = gatherUtterances(all, newId);
    expect([a, b, c].map((each) => each?.utteranceId)).toEqual(['new 0', 'new 0', 'new 0']);
    expect(d?.utteranceId).toBeNull();
  });

  it('are not one within an article because two statements hold the same few words', () => {
    const [few, a, b] = gatherUtterances(
      [
        found('greater cooperation', by),
        found('We must see much greater cooperation on the lock before the winter comes.', by),
        found('Greater cooperation is what I asked for in May, and I got a brass band.', by),
      ],
      newId,
    );
    expect(few?.utteranceId).toBe(a?.utteranceId);
    expect(b?.utteranceId).toBeNull();
  });

  it('are not one within an article where two statements of a report share a stock phrase', () => {
    const listed =
      'the main landing places for herring and herring-related goods sold straight into the valley';
    const named =
      'Kessel remains the main landing place for herring and herring-related goods sold by rail and by post, as well as for all herring-related goods sold into the valley.';
    const apart = gatherUtterances([found(listed, by), found(named, by)], newId);
    expect(apart.map(({ utteranceId }) => utteranceId)).toEqual([null, null]);
    const pulled = gatherUtterances(
      [found('herring-related goods sold by rail and by post', by), found(named, by)],
      newId,
    );
    expect(pulled.map(({ utteranceId }) => utteranceId)).toEqual(['new 0', 'new 0']);
  });

  it('merge into a held one', () => {
    const candidates = [held(first, by, 'a'), held(second, by, 'b')];
    const joined = gatherUtterances([found(third, by, candidates), found(whole, by, candidates)], newId);
    expect(new Set(joined.map(({ utteranceId }) => utteranceId)).size).toBe(1);
    expect([joined[0]?.utteranceId, ...(joined[0]?.merges ?? [])].sort()).toEqual(['a', 'b']);
  });

  it('take no longer than a moment in an article of repetitions', async () => {
    const short = Array.from({ length: 5_000 }, (_, n) => found(`${second} ${n % 7}`, by));
    const long = Array.from({ length: 50 }, () => found('tide lock pier '.repeat(3_000), by));
    const { ms } = await processorTime(() => [short, long].map((each) => gatherUtterances(each, newId)));
    expect(ms).toBeLessThan(15_000);
  });
});

describe('words that differ', () => {
  const marked = (base: string, other: string) =>
    (differingSpans(base, other) ?? []).map(({ start, end }) => other.slice(start, end));

  it('are marked where they stand in the other wording', () => {
    expect(
      marked(
        'the Chinese refuse to have a sustained conversation',
        'the Chinese refused, as of now, to have a sustained conversation',
      ),
    ).toEqual(['refused, as of now']);
  });

  it('are none where one wording goes on, or where they print different parts', () => {
    expect(marked('the gate is shut', 'We know that the gate is shut until noon')).toEqual([]);
    expect(marked('We know that the gate is shut until noon', 'the gate is shut')).toEqual([]);
    expect(marked('we asked him on Monday', 'he could have said it to the others')).toEqual([]);
    expect(differingSpans('we asked him on Monday', 'he could have said it to the others')).toBeNull();
    expect(marked('the gate is shut', 'the gates were shut')).toEqual(['gates were']);
    expect(marked('This gate is shut', 'The gate is shut tonight')).toEqual(['The']);
  });

  it('are none when only marks, dashes, case and spacing changed', () => {
    expect(marked('We didn’t — “not once” — look back', 'we  didn\'t - "not once" – Look back')).toEqual([]);
  });
});
