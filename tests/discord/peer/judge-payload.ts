import * as spec from 'discord-api-spec/zod';

type Json = Readonly<Record<string, unknown>>;
type Schema = typeof spec.MessageCreateRequestSchema;

const V2 = 1 << 15;

/** What Discord would object to in a request, from its own schemas and from what they are known to miss; empty when all is well. */
export function judgeRequest(
  method: string,
  path: string,
  body: unknown,
  files: readonly string[] = [],
): string[] {
  if (method === 'PUT' && /^\/applications\/\d+(\/guilds\/\d+)?\/commands$/.test(path)) {
    const commands = asList(body);
    const complaints = commands.flatMap((command) =>
      bySchema(spec.ApplicationCommandUpdateRequestSchema, command),
    );
    return [...complaints, ...commands.flatMap((command) => judgeCommand(asObject(command)))];
  }
  if (method === 'POST' && /^\/interactions\/\d+\/[^/]+\/callback$/.test(path))
    return judgeCallback(asObject(body));
  const schema = messageSchema(method, path);
  return schema
    ? [...bySchema(schema, body), ...judgeMessage(asObject(body)), ...judgeFiles(asObject(body), files)]
    : [];
}

function messageSchema(method: string, path: string): Schema | null {
  if (method === 'POST' && /^\/channels\/\d+\/messages$/.test(path)) return spec.MessageCreateRequestSchema;
  if (method === 'PATCH' && /^\/channels\/\d+\/messages\/\d+$/.test(path))
    return spec.MessageEditRequestPartialSchema;
  if (method === 'POST' && /^\/webhooks\/\d+\/[^/]+$/.test(path))
    return spec.IncomingWebhookRequestPartialSchema;
  if (method === 'PATCH' && /^\/webhooks\/\d+\/[^/]+\/messages\/[^/]+$/.test(path))
    return spec.IncomingWebhookUpdateRequestPartialSchema;
  return null;
}

function judgeCallback(body: Json): string[] {
  const data = asObject(body['data']);
  switch (body['type']) {
    case 4:
      return [...bySchema(spec.CreateMessageInteractionCallbackRequestSchema, body), ...judgeMessage(data)];
    case 5:
      return bySchema(spec.CreateMessageInteractionCallbackRequestSchema, body);
    case 6:
      return bySchema(spec.UpdateMessageInteractionCallbackRequestSchema, body);
    case 8:
      return [
        ...bySchema(spec.ApplicationCommandAutocompleteCallbackRequestSchema, body),
        ...judgeChoices(data),
      ];
    default:
      return [`an interaction callback of type ${String(body['type'])}`];
  }
}

function bySchema(schema: Schema, value: unknown): string[] {
  const judged = schema.safeParse(value);
  if (judged.success) return [];
  return judged.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`);
}

function judgeChoices(data: Json): string[] {
  const choices = asList(data['choices']).map(asObject);
  const tooMany = choices.length > 25 ? [`${choices.length} choices`] : [];
  return [
    ...tooMany,
    ...choices.flatMap(({ name, value }) => [
      ...within('choice name', name, 1, 100),
      ...within('choice value', value, 1, 100),
    ]),
  ];
}

/** Limits on a message that the schemas do not state or state too wide. */
export function judgeMessage(body: Json): string[] {
  const complaints: string[] = [];
  const flags = Number(body['flags'] ?? 0);
  const content = String(body['content'] ?? '');
  const embeds = asList(body['embeds']).map(asObject);
  const top = asList(body['components']).map(asObject);
  const all = top.flatMap(allComponents);
  if (content.length > 2_000) complaints.push(`content of ${content.length} characters`);
  complaints.push(...judgeEmbeds(embeds), ...judgeMentions(body), ...all.flatMap(judgeComponent));
  if (flags & V2) {
    if (content || embeds.length) complaints.push('content or embeds beside components');
    if (!all.length) complaints.push('an empty message');
    if (all.length > 40) complaints.push(`${all.length} components`);
    const texts = all.reduce((sum, { content: text, label }) => sum + String(text ?? label ?? '').length, 0);
    if (texts > 4_000) complaints.push(`${texts} characters of text in components`);
  } else {
    if (top.length > 5) complaints.push(`${top.length} rows`);
    if (top.some(({ type }) => type !== 1)) complaints.push('components without the flag for them');
    if (!content && !embeds.length && !top.length) complaints.push('an empty message');
  }
  const ids = all.map((component) => component['custom_id']).filter((id) => id !== undefined);
  if (new Set(ids).size !== ids.length) complaints.push('the same custom_id twice');
  const numbers = all.map((component) => component['id']).filter((id) => id !== undefined);
  if (new Set(numbers).size !== numbers.length) complaints.push('the same component id twice');
  for (const id of numbers)
    if (!Number.isInteger(id) || Number(id) < 1 || Number(id) >= 2 ** 31)
      complaints.push(`a component id of ${String(id)}`);
  const { nonce } = body;
  if (nonce !== undefined && String(nonce).length > 25) complaints.push(`nonce ${String(nonce)}`);
  return [...complaints, ...judgeText(body)];
}

/** Every file is shown, and every picture shown came along. */
function judgeFiles(body: Json, files: readonly string[]): string[] {
  const shown = asList(body['components'])
    .map(asObject)
    .flatMap(allComponents)
    .flatMap(({ items }) => asList(items).map((item) => String(asObject(asObject(item)['media'])['url'])));
  const came = files.map((name) => `attachment://${name}`);
  return [
    ...shown.filter((url) => !came.includes(url)).map((url) => `a picture of ${url}`),
    ...came.filter((url) => !shown.includes(url)).map((url) => `${url} is not shown`),
  ];
}

/** Nobody may be mentioned, and the message must say so itself. */
function judgeMentions(body: Json): string[] {
  const allowed = body['allowed_mentions'];
  if (allowed === undefined) return ['no allowed_mentions'];
  const { parse, users, roles, replied_user: replied } = asObject(allowed);
  const open = asList(parse).length || asList(users).length || asList(roles).length || replied;
  return Array.isArray(parse) && !open ? [] : [`allowed_mentions ${JSON.stringify(allowed)}`];
}

function judgeEmbeds(embeds: readonly Json[]): string[] {
  const complaints: string[] = [];
  let total = 0;
  for (const { title, description, footer, author, fields } of embeds) {
    const rows = asList(fields).map(asObject);
    const texts = [title, description, asObject(footer)['text'], asObject(author)['name']];
    for (const text of [...texts, ...rows.flatMap(({ name, value }) => [name, value])])
      total += String(text ?? '').length;
    if (rows.length > 25) complaints.push(`${rows.length} fields`);
    for (const { name, value } of rows)
      complaints.push(...within('field name', name, 1, 256), ...within('field', value, 1, 1_024));
  }
  if (total > 6_000) complaints.push(`${total} characters of embeds`);
  return complaints;
}

function judgeComponent(component: Json): string[] {
  const children = asList(component['components']);
  switch (component['type']) {
    case 1:
      return children.length >= 1 && children.length <= 5 ? [] : [`a row of ${children.length}`];
    case 2:
      return [
        ...within('label', component['label'], 1, 80),
        ...(component['style'] === 5
          ? within('url', component['url'], 1, 512)
          : within('custom_id', component['custom_id'], 1, 100)),
      ];
    case 9:
      return children.length >= 1 && children.length <= 3 ? [] : [`a section of ${children.length}`];
    case 10:
      return [...within('text', component['content'], 1, 4_000)];
    case 12: {
      const items = asList(component['items']).map(asObject);
      const wrong = items.flatMap(({ description }) => within('picture’s words', description, 1, 1_024));
      return items.length >= 1 && items.length <= 10 ? wrong : [`a gallery of ${items.length}`];
    }
    case 14:
    case 17:
      return [];
    default:
      return [`a component of type ${String(component['type'])}`];
  }
}

function allComponents(component: Json): Json[] {
  const inside = [
    ...asList(component['components']),
    ...(component['accessory'] ? [component['accessory']] : []),
  ];
  return [component, ...inside.flatMap((child) => allComponents(asObject(child)))];
}

function judgeCommand(command: Json): string[] {
  const complaints = judgeOptions(asList(command['options']).map(asObject));
  const all = everyName(command);
  if (
    !/^[-_\p{L}\p{N}]{1,32}$/u.test(String(command['name'])) ||
    String(command['name']) !== String(command['name']).toLowerCase()
  )
    complaints.push(`command name ${String(command['name'])}`);
  complaints.push(...within('command description', command['description'], 1, 100));
  const total = all.reduce(
    (sum, { name, description }) => sum + String(name).length + String(description).length,
    0,
  );
  if (total > 8_000) complaints.push(`${total} characters of command`);
  return complaints;
}

function everyName(command: Json): Json[] {
  return [command, ...asList(command['options']).flatMap((option) => everyName(asObject(option)))];
}

function judgeOptions(options: readonly Json[]): string[] {
  const complaints: string[] = [];
  if (options.length > 25) complaints.push(`${options.length} options`);
  const names = options.map(({ name }) => String(name));
  if (new Set(names).size !== names.length) complaints.push(`the same option twice: ${names.join(' ')}`);
  let optional = false;
  for (const option of options) {
    if (!/^[-_\p{Ll}\p{N}]{1,32}$/u.test(String(option['name'])))
      complaints.push(`option name ${String(option['name'])}`);
    complaints.push(...within('option description', option['description'], 1, 100));
    if (option['required'] && optional)
      complaints.push(`required ${String(option['name'])} after an optional one`);
    if (Number(option['type']) > 2 && !option['required']) optional = true;
    complaints.push(...judgeOptions(asList(option['options']).map(asObject)));
  }
  return complaints;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly what must not be sent
const UNSAFE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;

/** Text that Discord or a reader's client would choke on or be fooled by. */
function judgeText(value: unknown): string[] {
  if (typeof value === 'string')
    return [
      ...(value.isWellFormed() ? [] : ['half a character']),
      ...(UNSAFE.test(value) ? ['control or direction characters'] : []),
    ];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(judgeText) : [];
}

function within(what: string, value: unknown, least: number, most: number): string[] {
  const text = typeof value === 'string' ? value : '';
  return text.trim().length >= least && text.length <= most ? [] : [`${what} of ${text.length} characters`];
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
