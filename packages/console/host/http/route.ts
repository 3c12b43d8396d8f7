/** PURE: which route a path names. A small table, first match wins. */

/** `public`; `control` token of the CLI; `session` cookie. */
export type Access = 'public' | 'control' | 'session'

export interface RoutePattern {
  /** `*` is any method; GET also answers HEAD. */
  method: string
  /** Segments below the base; `:name` takes one, `*` at the end takes the rest with its query. */
  path: string
}

export interface Match {
  params: Record<string, string>
  /** What `*` took: empty, or beginning with `/` or `?`. Not decoded. */
  rest: string
}

export function matchRoute(route: RoutePattern, method: string, target: string): Match | null {
  if (route.method !== '*' && route.method !== (method === 'HEAD' ? 'GET' : method)) return null
  const open = route.path.endsWith('*')
  const wanted = (open ? route.path.slice(0, -1).replace(/\/$/, '') : route.path).split('/').filter(Boolean)
  const mark = target.search(/[?#]/)
  const path = mark === -1 ? target : target.slice(0, mark)
  const given = path.split('/')
  if (given.length < wanted.length || (!open && given.length !== Math.max(wanted.length, 1))) return null
  const params: Record<string, string> = {}
  for (const [at, want] of wanted.entries()) {
    const have = given[at] ?? ''
    if (!want.startsWith(':')) {
      if (have !== want) return null
    } else if (/^[\w-]+$/.test(have)) params[want.slice(1)] = have
    else return null
  }
  const taken = given.slice(0, wanted.length).join('/').length
  return { params, rest: target.slice(taken) }
}

/** The part of a request target below the base path; null outside of it. `base` begins and ends with a slash. */
export function belowBase(target: string, base: string): string | null {
  return target.startsWith(base) ? target.slice(base.length) : null
}
