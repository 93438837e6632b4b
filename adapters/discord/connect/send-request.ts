import { DefaultRestOptions, type RESTOptions } from 'discord.js';

/**
 * Sends a request of discord.js; one with files as plain bytes. discord.js hands its form to the connection pool of the process, and
 * where another part loaded its own undici first, that pool is of a version that does not know this form and breaks every picture.
 */
export const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  if (!(init.body instanceof FormData)) return await DefaultRestOptions.makeRequest(url, init);
  const form = new Response(init.body);
  const headers = {
    ...(init.headers as Record<string, string>),
    'content-type': form.headers.get('content-type') ?? '',
  };
  return await DefaultRestOptions.makeRequest(url, { ...init, headers, body: await form.arrayBuffer() });
};
