import { renderParts } from '../../adapters/discord/draw/render-card.ts';
import { renderPictures } from '../../adapters/discord/draw/render-pictures.ts';
import type { Card } from '../../src/kernel/card.ts';
import type { Component } from '../discord/peer/read-message.ts';

/** A delivered card as it stands in Discord: message by message, its markdown, pictures and buttons in brackets. */
export async function showDiscord(card: Card): Promise<string> {
  const look = { share: 'none', above: null, tokenOf: () => 'token' } as const;
  const parts = renderParts(card, { ...look, pictures: await renderPictures(card) }, 5);
  return parts
    .map((components, i) => [`── message ${i + 1} ──`, ...(components as Component[]).map(show)].join('\n\n'))
    .join('\n\n');
}

function show({ content, label, items, components = [], accessory }: Component): string {
  if (content !== undefined) return content;
  if (label !== undefined) return `[${label}]`;
  if (items) return items.map(({ description }) => `[picture] ${description}`).join('\n');
  const inside = [...components, ...(accessory ? [accessory] : [])];
  const isRow = inside.every((each) => each.label !== undefined);
  return inside
    .map(show)
    .filter(Boolean)
    .join(isRow ? ' ' : '\n\n');
}
