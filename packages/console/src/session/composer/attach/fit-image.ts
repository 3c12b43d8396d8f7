/** How a picture is made to fit. Pure. */
import { attachLimits } from './attach-limits.ts'

export interface Size {
  width: number
  height: number
}

/** The largest size of the same shape within the limit; `scale` makes it smaller still. */
export function fitSize({ width, height }: Size, scale = 1): Size {
  const most = attachLimits.imageSide * scale
  const factor = Math.min(1, most / Math.max(width, height, 1))
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) }
}

const MODELS_TAKE = /^image\/(?:png|jpeg|gif|webp)$/

/** Whether it can go as it is. */
export function isFine({ size, type }: Pick<Blob, 'size' | 'type'>, { width, height }: Size): boolean {
  return (
    MODELS_TAKE.test(type) &&
    size <= attachLimits.fileBytes &&
    Math.max(width, height) <= attachLimits.imageSide
  )
}

/** What is tried, one after the other, until it is small enough: drawings keep their edges as long as that goes. */
const ATTEMPTS: readonly { type: 'image/png' | 'image/jpeg'; quality?: number; scale: number }[] = [
  { type: 'image/png', scale: 1 },
  { type: 'image/jpeg', quality: 0.88, scale: 1 },
  { type: 'image/jpeg', quality: 0.75, scale: 1 },
  { type: 'image/jpeg', quality: 0.75, scale: 0.6 },
]

/** A photo is not tried as a drawing: that takes seconds and is ten times as large. */
export const attemptsFor = (type: string) =>
  ATTEMPTS.filter((attempt) => type !== 'image/jpeg' || attempt.type === 'image/jpeg')
