import type { PlainTextOption } from '@slack/types';
import type { ButtonLines, Conversation } from '../../../src/desk/desk.ts';
import { cleanLine } from '../../../src/text/clean-text.ts';
import { LIMITS } from '../draw/limits.ts';
import { shortLine } from '../draw/rich-text.ts';

const KEPT = /^line:([0-9a-f]{16})$/;

/**
 * Encodes a lookup as an option's value: the typed line itself, or `line:` and its button token if the line
 * is too long.
 */
export async function nameLookup(line: string, desk: Pick<ButtonLines, 'keepLine'>): Promise<string> {
  return line.length <= LIMITS.optionValue ? line : `line:${await desk.keepLine(line)}`;
}

/** The lookup that an option's value stands for. */
export async function lookupOf(value: string, desk: Pick<ButtonLines, 'lineOf'>): Promise<string> {
  const token = KEPT.exec(value)?.[1];
  return (token && (await desk.lineOf(token))) || value;
}

/** Lookups to offer while somebody types: the desk's completions, then the typed text itself. */
export async function offerLookups(
  typed: string,
  desk: Pick<Conversation, 'complete' | 'keepLine'>,
): Promise<PlainTextOption[]> {
  const own = cleanLine(typed);
  const offered = desk.complete('lookups', own, LIMITS.options - 1).map(cleanLine);
  const lines = [...new Set([...offered, own])].filter((line) => line && line.length <= LIMITS.line);
  return Promise.all(lines.map(async (line) => lookupOption(line, await nameLookup(line, desk))));
}

export function lookupOption(line: string, value: string): PlainTextOption {
  return { text: { type: 'plain_text', text: shortLine(line, LIMITS.optionText), emoji: false }, value };
}
