import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readQuiet } from '../answer/watches/quiet-hours.ts';
import { readZone } from '../ask/read-zone.ts';
import { CADENCES } from '../ask/when/choose-cadence.ts';
import { readWhole } from '../ask/when/read-when.ts';
import { OWNER } from '../kernel/asker.ts';
import { Fault } from '../kernel/fault.ts';
import type { DestinationSyntax } from '../kernel/platform.ts';
import type { RosterEntry } from '../kernel/roster.ts';
import { readArchivePlace } from '../kernel/settings/archive-place.ts';
import type { DeskConfig } from '../kernel/settings/desk-config.ts';
import { explainIssue } from '../kernel/settings/explain-issue.ts';
import { destinationExamples, readDestination } from '../kernel/settings/read-destination.ts';
import { whyUnreadable } from '../kernel/settings/why-unreadable.ts';

const line = z.string().trim().min(1);

const sourceSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  name: line.nullable().default(null),
  topic: z.boolean().default(true),
});

const scheduleSchema = (platforms: readonly DestinationSyntax[]) =>
  z.strictObject({
    when: line.refine((when) => {
      const read = readWhole(when, { now: new Date(0), zone: 'UTC', country: null });
      return read !== null && read.cadence.kind !== 'once';
    }, `does not say when, as one of these do: ${CADENCES}`),
    line,
    zone: line
      .refine((zone) => readZone(zone) !== null, 'is not an IANA time zone')
      .nullable()
      .default(null),
    quiet: z.boolean().default(false),
    to: line.transform((to, context) => {
      const destination = readDestination(to, platforms);
      if (!destination) context.addIssue(`is no place such as ${destinationExamples(platforms)}`);
      return destination ?? OWNER.at;
    }),
  });

const deskSchema = (platforms: readonly DestinationSyntax[]) =>
  z.strictObject({
    name: line,
    command: z.string().regex(/^[a-z0-9_-]{1,32}$/, 'takes lower-case letters, digits, _ and -, at most 32'),
    summary: line,
    zone: line.refine(
      (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
      'is not an IANA time zone',
    ),
    try: z.array(line).min(1).max(5),
    examples: z.record(z.string(), z.array(line).min(1)),
    roster: line,
    articles: z.array(line),
    archive: line,
    topic: z.array(line).default([]),
    sources: z.array(sourceSchema).default([]),
    schedules: z.array(scheduleSchema(platforms)).default([]),
    quiet: line
      .refine((hours) => readQuiet(hours) !== null, 'is not two times of day such as 22:00-07:00')
      .optional(),
  });

const rosterSchema = z.array(
  z.strictObject({
    name: line,
    kind: z.enum(['person', 'body']),
    aliases: z.array(line).default([]),
    role: line.nullable().default(null),
    pronoun: z.enum(['he', 'she', 'they']).nullable().default(null),
  }),
);

/**
 * Reads a desk's configuration (YAML; paths are relative to the file); its schedules may name destinations of the platforms.
 * Throws Fault `desk-invalid` with every complaint in one message.
 */
export function loadDesk(file: string, platforms: readonly DestinationSyntax[]): DeskConfig {
  const desk = readYaml(file, deskSchema(platforms));
  const here = (path: string) => resolve(dirname(file), path);
  const roster: readonly RosterEntry[] = readYaml(here(desk.roster), rosterSchema);
  const missing = desk.articles.map(here).filter((path) => !existsSync(path));
  if (missing.length) throw invalid(file, [`articles: there is nothing at ${missing.join(', ')}`]);
  const { name, command, summary, zone, examples, topic, sources, schedules, quiet } = desk;
  const archive = readArchivePlace(desk.archive);
  return {
    name,
    command,
    summary,
    zone,
    examples,
    topic,
    sources,
    schedules,
    quiet,
    roster,
    tryLines: desk.try,
    articles: desk.articles.map(here),
    archive: archive.kind === 'file' ? { kind: 'file', path: here(archive.path) } : archive,
  };
}

function readYaml<T>(file: string, schema: z.ZodType<T>): T {
  let read: unknown;
  try {
    read = parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw invalid(file, [whyUnusable(cause)], cause);
  }
  const parsed = schema.safeParse(read, { error: explainIssue });
  if (!parsed.success)
    throw invalid(
      file,
      parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`),
    );
  return parsed.data;
}

/** Why the file was not read, or the first line of what its YAML parser says. */
function whyUnusable(cause: unknown): string {
  if (cause instanceof Error && 'syscall' in cause) return whyUnreadable(cause);
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.split('\n')[0] ?? message;
}

function invalid(file: string, complaints: readonly string[], cause?: unknown): Fault {
  return new Fault('desk-invalid', `The desk file ${file} cannot be used: ${complaints.join('; ')}.`, {
    remedy:
      'Fix it as described in data/README.md, or leave out --desk and VERBATIM_DESK to use the sample desk.',
    cause,
  });
}
