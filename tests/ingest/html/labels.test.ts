import { describe, expect, it } from 'vitest';
import { labelByHand, markOf } from '../../../src/ingest/html/train/label-by-hand.ts';

const BLOCKS = {
  menu: 'Home, weather and the tides of the week',
  first: 'The harbour board agreed on Tuesday to pay for a second ferry to the islands.',
  open: 'Correction: an earlier version of this story gave the wrong day.',
};
const html = Object.values(BLOCKS)
  .map((text) => `<p>${text}</p>`)
  .join('');
const page = { id: 'ferry', html };
const told = (labels: { text?: string; unsure?: string }) =>
  labelByHand(page, { id: 'ferry', text: '', unsure: '', ...labels });

describe('pages labelled by hand', () => {
  it('say of each block that it is text, that it is none, or nothing where the person was unsure', () => {
    const labelled = told({ text: markOf(BLOCKS.first), unsure: markOf(BLOCKS.open) });
    expect(labelled?.blocks.map(({ isText }) => isText)).toEqual([false, true, null]);
    expect(labelled?.body).toBe(BLOCKS.first);
  });

  it('know a block by its words, whatever its white space', () => {
    expect(markOf(' The  ferry\nsails. ')).toBe(markOf('The ferry sails.'));
    expect(markOf('The ferry sails.')).not.toBe(markOf('The ferry sailed.'));
  });

  it('teach nothing when their text is not found again', () => {
    expect(told({ text: markOf('A page that has changed since.') })).toBeNull();
  });
});
