/** Long enough for the browser to have begun to write it. Milliseconds. */
const KEEP_MS = 60_000

/** Has the browser save it, where it saves what is downloaded. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS)
}
