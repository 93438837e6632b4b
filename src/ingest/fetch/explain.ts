import { type FetchRefusal, type ResponseFacts, refuse } from './refusal.ts';

const STATUSES: Readonly<Record<number, string>> = {
  304: 'The site says that nothing has changed since a time it was not asked about (304).',
  401: 'The page is only for those who sign in (401).',
  402: 'The page is only for those who pay (402).',
  404: 'The site has no page at this address (404).',
  406: 'The site cannot send this page in a readable format (406).',
  407: 'The page is only for those who sign in (407).',
  410: 'The page was taken down for good (410).',
  429: 'The site says that it was asked too often (429).',
  451: 'The page is withheld for legal reasons (451).',
};

/** The refusal for a status other than 200. */
export function explainStatus(facts: ResponseFacts): FetchRefusal {
  const { status, botWall } = facts;
  const say = (reason: string): FetchRefusal => refuse('http-status', reason, facts);
  if (status === 403 || botWall) return say(`The site turns automated readers away (${status}).`);
  const known = STATUSES[status];
  if (known !== undefined) return say(known);
  if (status >= 500) return say(`The site is out of order (${status}).`);
  if (status >= 400) return say(`The site refused the request (${status}).`);
  return status === 204 || status === 205
    ? refuse('empty', 'The page is empty.', facts)
    : say(`The site’s response is not a page (${status}).`);
}

const TIMEOUTS = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_ABORTED',
  'ETIMEDOUT',
  'ABORT_ERR',
]);
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'EHOSTDOWN',
  'ENETDOWN',
  'EACCES',
  'EPERM',
]);
const BROKEN_OFF = new Set([
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'ECONNABORTED',
]);
/** Node's names of OpenSSL verification errors, with how messages call them. */
const CERTIFICATES: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'has expired',
  CERT_NOT_YET_VALID: 'is not valid yet',
  CERT_REVOKED: 'was revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'was signed by the site itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'was signed by nobody known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'cannot be verified',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'was signed by nobody known',
  UNABLE_TO_GET_ISSUER_CERT: 'was signed by nobody known',
  ERR_TLS_CERT_ALTNAME_INVALID: 'belongs to another site',
};

/** The refusal for a failed connection or HTTP exchange, by its error code; `begun`: headers had arrived. */
export function explainFailure(error: unknown, host: string, begun: boolean): FetchRefusal {
  const code = codeOf(error);
  const certificate = CERTIFICATES[code];
  if (certificate !== undefined)
    return refuse('tls', `The connection to ${host} is not secure: its certificate ${certificate}.`);
  if (code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS'))
    return refuse('tls', `A secure connection to ${host} could not be made.`);
  if (TIMEOUTS.has(code)) return refuse('timed-out', `The site ${host} took too long.`);
  if (UNREACHABLE.has(code)) return refuse('unreachable', `The site ${host} does not answer.`);
  if (begun || BROKEN_OFF.has(code)) return refuse('cut-off', `The site ${host} broke off in the middle.`);
  return refuse('bad-response', `The site ${host} answered in a way that is not HTTP.`);
}

/** The code of the innermost cause that has one; the empty string when none has. */
function codeOf(error: unknown): string {
  let code = '';
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1)
    if ('code' in at && typeof at.code === 'string') code = at.code;
  return code;
}
