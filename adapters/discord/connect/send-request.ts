import { DefaultRestOptions, type RESTOptions } from 'discord.js';

/**
 * Sends a discord.js request; a multipart form is serialised to bytes first. discord.js passes its form to
 * the process-wide undici dispatcher. If another package loaded its own undici first, that dispatcher’s
 * version does not recognise the form and every picture upload fails.
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
