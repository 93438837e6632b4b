import { z } from 'zod';

/** Text with its outer spaces removed; may be left out. */
export const text = z.string().trim().min(1).optional();

/** A TCP port; 0 lets the system pick a free one. */
export const port = z.coerce.number().int().min(0).max(65_535);

export const httpUrl = z.url({ protocol: /^https?$/ }).optional();

/**
 * Ids with commas between, each of the given shape; `wanted` names them in the complaint. May be left out.
 */
export const idList = (shape: RegExp, wanted: string) =>
  z
    .string()
    .transform((given) => given.split(/[\s,]+/u).filter(Boolean))
    .refine(
      (given) => given.length > 0 && given.every((id) => shape.test(id)),
      `takes ${wanted}, with commas between`,
    )
    .optional();
