/** PURE: which route a request names. */
import { parsePattern, type PathPattern } from '../../shared/route-path.ts'
import { routes, type RouteName, type RouteParams, type RouteQuery } from '../../shared/routes.ts'

export interface Match<Name extends RouteName> {
  name: Name
  params: RouteParams<Name>
  /** The first value of this name in the query, null without one. */
  query: (key: RouteQuery<Name>) => string | null
  /** What `*` took: empty, or beginning with `/` or `?`. Not decoded. */
  rest: string
}

/** The first of these routes that takes the target, which is below the base. */
export function findRoute<Name extends RouteName>(
  among: readonly Name[],
  method: string,
  target: string,
): Match<Name> | null {
  const given = targetIn(target)
  for (const name of among) {
    const wanted = routes[name].method
    const taken =
      wanted === '*' || wanted === (method === 'HEAD' ? 'GET' : method)
        ? matchPath(patterns[name], given)
        : null
    if (taken === null) continue
    const { params, rest } = taken
    return {
      name,
      // The pattern that it was taken by is the one that the type is made from.
      params: params as RouteParams<Name>,
      query: (key) => new URLSearchParams(/\?.*/s.exec(rest)?.[0]).get(key),
      rest,
    }
  }
  return null
}

const patterns = Object.fromEntries(
  Object.entries(routes).map(([name, { path }]) => [name, parsePattern(path)]),
) as Record<RouteName, PathPattern>

/** A target, and the segments of its path. */
interface Given {
  target: string
  given: string[]
}

function targetIn(target: string): Given {
  const mark = target.search(/[?#]/)
  return { target, given: (mark === -1 ? target : target.slice(0, mark)).split('/') }
}

function matchPath(
  { segments, open }: PathPattern,
  { target, given }: Given,
): { params: Record<string, string>; rest: string } | null {
  if (given.length < segments.length || (!open && given.length !== segments.length)) return null
  const params: Record<string, string> = {}
  for (const [at, segment] of segments.entries()) {
    const have = given[at] ?? ''
    if (segment.kind === 'text' ? have !== segment.text : !isValue(have, segment.values)) return null
    if (segment.kind === 'param') params[segment.name] = have
  }
  const taken = given.slice(0, segments.length).join('/').length
  return { params, rest: target.slice(taken) }
}

function isValue(text: string, values: readonly string[] | undefined): boolean {
  return values ? values.includes(text) : /^[\w-]+$/.test(text)
}

/** The part of a request target below the base path; null outside of it. `base` begins and ends with a slash. */
export function belowBase(target: string, base: string): string | null {
  return target.startsWith(base) ? target.slice(base.length) : null
}
