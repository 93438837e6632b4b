import { createHash } from 'node:crypto';

/** A literal or quoted name, a comment, a word, or any other single character (https://sqlite.org/lang.html). */
const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[\p{L}\p{N}_$]+|\S/gu;

const isComment = (token: string) => token.startsWith('--') || token.startsWith('/*');

/** SHA-256 of SQL, hex: comments and the white space between tokens do not change it. */
export function hashSql(sql: string): string {
  const tokens = (sql.match(TOKEN) ?? []).filter((token) => !isComment(token));
  return createHash('sha256').update(tokens.join(' ')).digest('hex');
}
