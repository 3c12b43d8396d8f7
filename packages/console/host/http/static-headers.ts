/** PURE: headers of the app's own files. */

/**
 * Everything from the host itself, nothing inline but styles: xterm's DOM renderer and virtual lists set style elements and attributes, which can't carry a
 * nonce. `blob:` workers are not allowed; the app's workers are files of their own. Images may be data or blob URLs: pasted attachments.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'self'",
  "form-action 'none'",
].join('; ')

export const pageHeaders = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-read=(self), clipboard-write=(self)',
} as const

/** A script is no page: but of a worker its own policy is asked, and this one lets it load code of the app and nothing else. */
const SCRIPT_POLICY = "default-src 'none'; script-src 'self'"

/** The one script that runs without an origin, in a sandbox of the page (app: code/diagrams): to it every origin is foreign, ours too. */
const SANDBOXED = /^assets\/diagram-frame-[\w-]+\.js$/

/** Of a file by its type. What only a page has a use for is a third of what a small script costs on the wire. */
export function headersFor(type: string, path: string): Record<string, string> {
  if (!/^(text\/(javascript|css)|font\/)/.test(type)) return pageHeaders
  return {
    'content-security-policy': SCRIPT_POLICY,
    'x-content-type-options': pageHeaders['x-content-type-options'],
    'cross-origin-resource-policy': SANDBOXED.test(path)
      ? 'cross-origin'
      : pageHeaders['cross-origin-resource-policy'],
  }
}

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
}

export function contentType(path: string): string {
  return TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
}

export function isCompressible(type: string): boolean {
  return /^(text|application\/(json|manifest|wasm)|image\/svg)/.test(type)
}

/** Built files carry a hash of their content in their name. */
export function isHashed(path: string): boolean {
  return /^assets\/.*-[\w-]{8,}\.\w+$/.test(path)
}

/** All others are asked for again. */
export function cacheControl(path: string): string {
  return isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/** The best encoding that both sides know. */
export function chooseEncoding(accepted: string | undefined): 'br' | 'gzip' | 'identity' {
  const names = (accepted ?? '').split(',').map((part) => part.trim().toLowerCase())
  const takes = (name: string) => names.some((part) => part === name || part.startsWith(`${name};q=`))
  const refuses = (name: string) => names.some((part) => /;q=0(\.0*)?$/.test(part) && part.startsWith(name))
  if (takes('br') && !refuses('br')) return 'br'
  return takes('gzip') && !refuses('gzip') ? 'gzip' : 'identity'
}
