import { KiloError } from '../errors.ts'

/** The variable that names the path below which the console is served. */
export const BASE_VARIABLE = 'KILO_CONSOLE_BASE'

/**
 * PURE. The path as everybody uses it, with a slash at both ends. It goes into a page, a cookie and comparisons: undefined for anything but plain
 * segments.
 */
export function plainBase(text: string): string | undefined {
  const inner = text.replace(/^\/+|\/+$/g, '')
  if (inner === '') return '/'
  const isPlain = inner.split('/').every((segment) => /^[\w.~-]+$/.test(segment) && !/^\.+$/.test(segment))
  return isPlain ? `/${inner}/` : undefined
}

/** What the environment asks for; undefined when it does not. Throws `bad-base`. */
export function baseOf(env: NodeJS.ProcessEnv): string | undefined {
  const text = env[BASE_VARIABLE]
  if (!text) return undefined
  const base = plainBase(text)
  if (base !== undefined) return base
  throw new KiloError(
    'bad-base',
    `${BASE_VARIABLE} is not a plain path such as /kilo/`,
    'kilo console --base /kilo/',
  )
}
