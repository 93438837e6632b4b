import { type Client, Events } from 'discord.js';

/**
 * Closes a client for good. A shard that is between two attempts to connect does not notice `destroy` and would dial on for
 * ever; before each attempt it asks for its session, and one that never comes holds it there without a timer.
 */
export async function hangUp(client: Client): Promise<void> {
  const never = new Promise<never>(() => undefined);
  for (const shard of client.ws.shards.values()) Object.assign(shard, { sessionInfo: never });
  // discord.js announces a reconnection for every close, ours too.
  client.removeAllListeners(Events.ShardReconnecting);
  await client.destroy();
}
