import { fillPath } from './route-path.ts'
import { routes, type RouteName, type RouteParams, type RouteQuery } from './routes.ts'

/** The parameters of a route's path, and what may stand in its query. */
export type RouteValues<Name extends RouteName> = RouteParams<Name> & {
  [Key in RouteQuery<Name>]?: string | undefined
}

type Given<Name extends RouteName> = keyof RouteParams<Name> extends never
  ? [values?: RouteValues<Name>]
  : [values: RouteValues<Name>]

/** Where a route is, below the base: without a leading slash, so that it resolves against `<base href>`. */
export function pathTo<Name extends RouteName>(name: Name, ...[values]: Given<Name>): string {
  return fillPath(routes[name].path, values ?? {})
}
