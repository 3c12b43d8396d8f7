import { announce } from './announce.tsx'

/** How long a button says that it has copied. Milliseconds. */
export const COPIED_MS = 1600

/**
 * Puts the text on the clipboard and says so; false where that is not allowed: it can still be marked by hand. A text that is still on its way has
 * to be promised at the press: Safari allows nothing later. Undefined: it can't be had, and somebody else says so.
 */
export async function copyText(text: string | Promise<string | undefined>): Promise<boolean> {
  try {
    const isCopied = typeof text === 'string' ? await write(text) : await promise(text)
    if (isCopied) announce('Copied')
    return isCopied
  } catch {
    announce('Copying isn’t allowed here')
    return false
  }
}

async function write(text: string): Promise<true> {
  await navigator.clipboard.writeText(text)
  return true
}

async function promise(text: Promise<string | undefined>): Promise<boolean> {
  const coming = text.catch(() => undefined)
  const blob = coming.then((known) => {
    if (known === undefined) throw new Error('there is nothing to copy')
    return new Blob([known], { type: 'text/plain' })
  })
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
    return true
  } catch (error) {
    blob.catch(() => undefined)
    const known = await coming
    if (known === undefined) return false
    // A browser that takes no promises may still take the text.
    if (error instanceof DOMException && error.name === 'NotAllowedError') throw error
    return write(known)
  }
}
