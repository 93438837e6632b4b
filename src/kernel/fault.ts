export type FaultCode =
  | 'config-invalid'
  | 'desk-invalid'
  | 'archive-locked'
  | 'archive-corrupt'
  | 'archive-newer'
  | 'archive-unwritable'
  | 'disk-full'
  | 'input-unreadable'
  | 'token-refused'
  | 'platform-unreachable'
  | 'port-taken'
  | 'altered-quotation';

/** An error on our side: a code, one plain sentence, and a remedy. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly remedy: string;
  readonly retryable: boolean;

  constructor(
    code: FaultCode,
    say: string,
    { remedy, retryable = false, cause }: { remedy: string; retryable?: boolean; cause?: unknown },
  ) {
    super(say, { cause });
    this.name = 'Fault';
    this.code = code;
    this.remedy = remedy;
    this.retryable = retryable;
  }
}
