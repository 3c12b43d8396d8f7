/** Makes a picture fit, on the page or in a worker: both have what it takes. */
import { attachLimits } from './attach-limits.ts'
import { attemptsFor, fitSize, isFine, type Size } from './fit-image.ts'

export interface Fitted {
  blob: Blob
  shrunk: boolean
}

/** Rejects for what is no picture. */
export async function drawFitting(blob: Blob): Promise<Fitted> {
  const bitmap = await createImageBitmap(blob)
  try {
    if (isFine(blob, bitmap)) return { blob, shrunk: false }
    let smallest: Blob | undefined
    for (const { type, quality, scale } of attemptsFor(blob.type)) {
      smallest = await draw(bitmap, fitSize(bitmap, scale), type, quality)
      if (smallest.size <= attachLimits.fileBytes) return { blob: smallest, shrunk: true }
    }
    throw new Error('no picture of this is small enough')
  } finally {
    bitmap.close()
  }
}

async function draw(
  bitmap: ImageBitmap,
  { width, height }: Size,
  type: string,
  quality?: number,
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('there is no canvas')
  if (type === 'image/jpeg') {
    // What is seen through would be black.
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
  }
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  return canvas.convertToBlob({ type, ...(quality !== undefined && { quality }) })
}
