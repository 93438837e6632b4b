/**
 * A short error code for a log line: Slack's (`not_in_channel`), else the library's or the system's. Never
 * the error message.
 */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { data, statusCode, code } = error as {
    data?: { error?: unknown };
    statusCode?: unknown;
    code?: unknown;
  };
  // Slack's codes are short words. Anything else, such as a proxy's error page, must not fill the log.
  if (typeof data?.error === 'string') return /^[a-z_]{1,60}$/.test(data.error) ? data.error : 'not_slack';
  if (typeof code === 'string') return typeof statusCode === 'number' ? `${code} ${statusCode}` : code;
  return error.name;
}

/** Whether Slack itself answered with an error, which means that it did nothing. */
export function refusedBySlack(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === 'slack_webapi_platform_error';
}
