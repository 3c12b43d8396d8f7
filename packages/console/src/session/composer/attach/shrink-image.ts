import type { Fitted } from './draw-image.ts'
import type { ShrinkAnswer } from './shrink-worker.ts'

/** The largest photo takes seconds on an old phone. Milliseconds. */
const PATIENCE_MS = 30_000

/** The picture itself, or a smaller one. Rejects for what can't be decoded. One worker a picture: what a hostile one costs goes with it. */
export function shrinkImage(blob: Blob): Promise<Fitted> {
  const worker = new Worker(new URL('./shrink-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Fitted>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('this picture takes too long')), PATIENCE_MS)
    worker.addEventListener('message', ({ data }: MessageEvent<ShrinkAnswer>) => {
      clearTimeout(timer)
      if (data.ok) resolve(data.fitted)
      else reject(new Error('this is no picture'))
    })
    worker.addEventListener('error', () => {
      clearTimeout(timer)
      // A browser without canvases in workers: the page does it, and stands still for a moment.
      import('./draw-image.ts').then(({ drawFitting }) => drawFitting(blob)).then(resolve, reject)
    })
    worker.postMessage(blob, [])
  }).finally(() => worker.terminate())
}
