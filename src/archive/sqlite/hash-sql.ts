import { createHash } from 'node:crypto';

/** An SQL token: a literal, quoted name, comment, word or single character (https://sqlite.org/lang.html). */
const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[\p{L}\p{N}_$]+|\S/gu;

const isComment = (token: string) => token.startsWith('--') || token.startsWith('/*');

/** SHA-256 of SQL without comments and white space, hex. */
export function hashSql(sql: string): string {
  const tokens = (sql.match(TOKEN) ?? []).filter((token) => !isComment(token));
  return createHash('sha256').update(tokens.join(' ')).digest('hex');
}
