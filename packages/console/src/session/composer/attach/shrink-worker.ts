/** Decodes and shrinks pictures beside the page: a photo takes half a second. */
import { drawFitting, type Fitted } from './draw-image.ts'

export type ShrinkAnswer = { ok: true; fitted: Fitted } | { ok: false }

addEventListener('message', (event: MessageEvent<Blob>) => {
  const answer = (answer: ShrinkAnswer) => postMessage(answer)
  drawFitting(event.data).then(
    (fitted) => answer({ ok: true, fitted }),
    () => answer({ ok: false }),
  )
})
