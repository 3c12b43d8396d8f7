/** PURE: what a request asks of an engine, as the engine reads it. */
import type { IncomingMessage } from 'node:http'

export interface Asked {
  method: string
  /** Decoded, without the query: `/%63onfig` is `/config` to the engine. */
  route: string
  directory: string | undefined
}

/** `path` has passed `enginePath`. */
export function askedFor(
  { method = 'GET', headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  path: string,
): Asked {
  const [route = '', query = ''] = path.split('?', 2)
  const inHeader = headers['x-kilo-directory']
  const inQuery = new URLSearchParams(query).get('directory')
  // The engine decodes both once more.
  const directory = plain(inQuery ?? (typeof inHeader === 'string' ? inHeader : ''))
  return { method, route: decodeURIComponent(route), directory: directory || undefined }
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
