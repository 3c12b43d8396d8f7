/** A file's name out of a title that anybody may have written: letters, digits and dashes of any script, no path, no leading dot. Pure. */
export function fileNameOf(title: string, extension: string): string {
  const name = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return `${Array.from(name).slice(0, 80).join('') || 'session'}.${extension}`
}
