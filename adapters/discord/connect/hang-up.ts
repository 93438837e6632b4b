import { type Client, Events } from 'discord.js';

/**
 * Closes a client permanently. A shard that waits between connection attempts ignores `destroy` and would
 * reconnect for ever. It awaits its session info before each attempt, so a promise that never settles stops
 * it without a timer.
 */
export async function hangUp(client: Client): Promise<void> {
  const never = new Promise<never>(() => undefined);
  for (const shard of client.ws.shards.values()) Object.assign(shard, { sessionInfo: never });
  // discord.js emits ShardReconnecting for every close, including ours.
  client.removeAllListeners(Events.ShardReconnecting);
  await client.destroy();
}
