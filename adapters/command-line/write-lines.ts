import type { Writable } from 'node:stream';

/**
 * Writes text and waits until the stream has accepted it. Rejects with the stream’s error (EPIPE when the
 * reading end is closed).
 */
export function write(output: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

export const writeJson = (output: Writable, value: unknown) =>
  write(output, `${JSON.stringify(value, null, 2)}\n`);

/** Writes a value as one line of JSON. */
export const writeJsonLine = (output: Writable, value: unknown) =>
  write(output, `${JSON.stringify(value)}\n`);
