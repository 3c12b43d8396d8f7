const KI = 1024
const MI = 1024 * KI

/**
 * Bounds on attachments. They stand as `data:` in every answer that has their message in it, a third longer than the file; one event, and one part, may
 * have 4 MB (engine/edge/limits.ts).
 */
export const attachLimits = {
  count: 20,
  /** Nothing larger is looked at: photos of today's cameras. */
  readBytes: 40 * MI,
  /** Of a picture, a PDF. */
  fileBytes: 2.8 * MI,
  /** Of a text: a model reads a quarter million letters. */
  textBytes: 1 * MI,
  /** Of those that were refused, as many are told of one by one. */
  refusals: 3,
  /** Of all of them as `data:`. */
  totalSize: 12 * MI,
  /** Pixels: the engine would make larger ones smaller itself, one by one, on the way to the model. */
  imageSide: 2000,
} as const
