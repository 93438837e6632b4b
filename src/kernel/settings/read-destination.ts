import type { Destination } from '../asker.ts';
import type { DestinationSyntax } from '../platform.ts';

/** Reads a destination as any of the platforms writes it; null where none does. */
export function readDestination(text: string, platforms: readonly DestinationSyntax[]): Destination | null {
  for (const platform of platforms) {
    const destination = platform.readDestination(text.trim());
    if (destination) return destination;
  }
  return null;
}

/** Examples of every platform's destinations: “slack:C0123ABCD, … or terminal”. */
export function destinationExamples(platforms: readonly DestinationSyntax[]): string {
  const examples = platforms.flatMap((platform) => platform.destinationExamples);
  return [examples.slice(0, -1).join(', '), ...examples.slice(-1)].filter(Boolean).join(' or ');
}
