/** Pictures that may be shown: by type, and as data that is here already, so that nothing is loaded from anywhere (fault 41). Pure. */

/** Not SVG: it is a document, and shows what it likes. */
const TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']

/** The address of a picture in base64, or undefined where its type is none of these or it is no base64. */
export function pictureOf(mime: string | undefined, base64: string): string | undefined {
  const type = (mime ?? '').toLowerCase().split(';')[0]?.trim() ?? ''
  const data = base64.replaceAll(/\s/g, '')
  return TYPES.includes(type) && data !== '' && /^[\w+/]+={0,2}$/.test(data)
    ? `data:${type};base64,${data}`
    : undefined
}

/** The same for an attachment's address. */
export function pictureAt(url: string): string | undefined {
  const [, mime, data = ''] = /^data:([\w.+/-]{1,64})(?:;[\w=.-]{1,64})*;base64,([^]*)$/i.exec(url) ?? []
  return mime === undefined ? undefined : pictureOf(mime, data)
}
