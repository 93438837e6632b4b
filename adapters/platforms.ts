import type { Conversation } from '../src/desk/desk.ts';
import type { Platform } from '../src/kernel/platform.ts';
import { terminal } from './console/platform.ts';
import { discord } from './discord/platform.ts';
import { slack } from './slack/platform.ts';

/** Every platform of the program, and the only place that names them. */
export const PLATFORMS: readonly Platform<Conversation>[] = [slack, discord, terminal];
