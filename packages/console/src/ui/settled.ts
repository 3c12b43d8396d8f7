import type { Resource } from 'solid-js'

/**
 * What was read last; undefined before, and when it failed. Reactive. `latest` and the resource itself have whatever stands around replaced
 * until the first answer is there (Suspense), and throw when there is none.
 */
export const settled = <T>(resource: Resource<T>): T | undefined =>
  resource.state === 'ready' || resource.state === 'refreshing' ? resource.latest : undefined
