/** A request that reached Discord: what left the product, as it left. */
export interface SeenRequest {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  readonly body: Record<string, unknown>;
  /** Names of the files that came along. */
  readonly files?: readonly string[];
}

/** JSON, or a form with JSON and files in it. */
export async function readBody(
  raw: Buffer,
  type = 'application/json',
): Promise<{ body: Record<string, unknown>; files: string[] }> {
  const parse = (text: string) => (text ? JSON.parse(text) : {}) as Record<string, unknown>;
  if (!type.startsWith('multipart/form-data')) return { body: parse(raw.toString()), files: [] };
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const files = [...form.values()].flatMap((value) => (typeof value === 'string' ? [] : [value.name]));
  return { body: parse(String(form.get('payload_json') ?? '')), files };
}
