import { announce } from './announce.tsx'

/** How long a button says that it has copied. Milliseconds. */
export const COPIED_MS = 1600

/** Puts the text on the clipboard and says so; false where that is not allowed: it can still be marked by hand. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    announce('Copied')
    return true
  } catch {
    announce('Copying is not allowed here')
    return false
  }
}
