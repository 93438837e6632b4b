import type { Writable } from 'node:stream';

/** Writes text and waits until the stream has taken it; rejects with the stream's own error (EPIPE when nobody reads any more). */
export function write(output: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

export const writeJson = (output: Writable, value: unknown) =>
  write(output, `${JSON.stringify(value, null, 2)}\n`);

/** One value, one line. */
export const writeJsonLine = (output: Writable, value: unknown) =>
  write(output, `${JSON.stringify(value)}\n`);
