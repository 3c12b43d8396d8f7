/** The console may live under any path: the host writes it into `<base href>`, everything else is relative to that. */

/** Absolute URL of a path below the console's base. */
export function resolveUrl(path: string): string {
  return new URL(path, document.baseURI).href
}

/** The same as a WebSocket address. */
export function resolveSocketUrl(path: string): string {
  return resolveUrl(path).replace(/^http/, 'ws')
}

/** The router's base: `/` or `/kilo`, without a slash at the end. */
export function basePath(): string {
  return new URL(document.baseURI).pathname.replace(/\/$/, '')
}
