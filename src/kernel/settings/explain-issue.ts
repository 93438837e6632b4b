import type { z } from 'zod';

/** Names of value kinds for people who write settings. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of settings',
  record: 'a group of settings',
};

/**
 * What is wrong with a setting, in plain words, as an error map for zod's `safeParse`; undefined for what the
 * schema words itself. No value is repeated: it may be a secret.
 */
export function explainIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing';
      return `is not ${KINDS[issue.expected] ?? issue.expected}`;
    case 'too_small':
      if (issue.origin === 'string') return 'is empty';
      return `${issue.origin === 'array' ? 'has fewer' : 'is less'} than ${issue.minimum}`;
    case 'too_big':
      return `${issue.origin === 'array' ? 'has' : 'is'} more than ${issue.maximum}`;
    case 'invalid_value':
      return `is none of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'url' ? 'is no http or https address' : undefined;
    case 'unrecognized_keys':
      return `unknown setting: ${issue.keys.join(', ')}`;
    default:
      return undefined;
  }
}
