/** A file's name out of a title that anybody may have written: letters with their marks, digits and dashes of any script, no path, no leading dot. Pure. */
export function fileNameOf(title: string, extension: string): string {
  const name = title
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
    // A mark belongs to the letter before it.
    .replace(/(^|[^\p{L}\p{M}\p{N}])\p{M}+/gu, '$1')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return `${shortened(name) || 'session'}.${extension}`
}

/** A name may have 255 bytes, with its extension. */
const MOST_BYTES = 200

function shortened(name: string): string {
  const encoder = new TextEncoder()
  let kept = ''
  let bytes = 0
  for (const { segment } of new Intl.Segmenter().segment(Array.from(name).slice(0, 80).join(''))) {
    bytes += encoder.encode(segment).length
    if (bytes > MOST_BYTES) break
    kept += segment
  }
  return kept
}
