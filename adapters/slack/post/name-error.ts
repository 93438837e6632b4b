/** A short code for a log line: Slack's own (`not_in_channel`), else the library's or the system's; never a message text. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { data, statusCode, code } = error as {
    data?: { error?: unknown };
    statusCode?: unknown;
    code?: unknown;
  };
  // What Slack says is a short word; a proxy's error page in its place is not worth a log line.
  if (typeof data?.error === 'string') return /^[a-z_]{1,60}$/.test(data.error) ? data.error : 'not_slack';
  if (typeof code === 'string') return typeof statusCode === 'number' ? `${code} ${statusCode}` : code;
  return error.name;
}

/** Whether Slack itself answered no, so that nothing was done. */
export function refusedBySlack(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === 'slack_webapi_platform_error';
}
