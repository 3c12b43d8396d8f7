/** What a real engine said, recorded by `npm run record`. Nothing of it is made up. */
import corpus from './engine-corpus.json' with { type: 'json' }

/** Frames of its event stream, one of each shape. */
export const frames: readonly { payload: { type: string } }[] = corpus.frames

/** Answers by route; those of `{id}` of all sessions together. */
export const answers: Readonly<Record<string, unknown>> = corpus.answers
