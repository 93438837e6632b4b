/** System error codes of file access, with what they mean. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read by this user',
  EPERM: 'it may not be read by this user',
  EISDIR: 'it is a folder',
  ELOOP: 'a link that leads to itself',
};

/** The system's code of an error, such as `ENOENT`; null when it has none. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}

/** Why the system did not read a file or folder, as a clause without a full stop. */
export function whyUnreadable(error: unknown): string {
  const code = systemCode(error);
  if (code === null) return 'it cannot be read';
  return REASONS[code] ?? `it cannot be read (${code})`;
}
