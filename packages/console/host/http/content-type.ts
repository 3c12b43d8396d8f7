/**
 * PURE: the type that an engine's answer is passed on with. One of ours, written by us: nothing that a browser would run, style with or show as a
 * page of the console's origin, whoever links to it. With `nosniff` a script that is called text stays text.
 */

const JSON_TYPE = 'application/json; charset=utf-8'
const TEXT = 'text/plain; charset=utf-8'
/** Pictures without script (no SVG), sound and film. */
const MEDIA = /^(image\/(png|jpeg|gif|webp|avif|bmp)|(audio|video)\/[a-z0-9][a-z0-9.+-]{0,40})$/

export function passedType(given: string): string {
  const [essence = ''] = given.toLowerCase().split(';', 1)
  const type = essence.trim()
  if (type === 'application/json' || /^application\/[a-z0-9.-]{1,40}\+json$/.test(type)) return JSON_TYPE
  if (type === 'text/event-stream') return type
  if (type.startsWith('text/')) return TEXT
  return MEDIA.test(type) ? type : 'application/octet-stream'
}
