import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The pure cores, by room: what is mutated, and the tests that must notice it. Those are the tests that stand nearest: what only a test of the
 * whole host or page would notice counts as unnoticed.
 */
const shared = 'packages/console/shared'
const host = 'packages/console/host'
const app = 'packages/console/src'
const daemon = 'packages/daemon/src'

export const rooms = {
  roster: {
    mutate: [`${shared}/roster/{change,kept-session,reduce,roster}.ts`],
    tests: [`${shared}/roster/*.test.ts`],
  },
  shared: {
    mutate: [`${shared}/{bounded-parts,growing-text,live-parts,login,paths,route-path,turn-error}.ts`],
    tests: [`${shared}/*.test.ts`],
  },
  store: {
    mutate: [
      `${app}/store/{apply-roster,burden,can-do,family,message-id,places}.ts`,
      `${app}/store/{prompt-name,reduce,reduce-transcript,roster,sorted}.ts`,
    ],
    tests: [
      `${app}/store/{apply-roster,burden,can-do,family,message-id,places}.test.ts`,
      `${app}/store/{prompt-name,reduce,reduce-transcript,reduce-transcript.events,roster,sorted}.test.ts`,
    ],
  },
  guard: {
    mutate: [`${host}/{admission,guard,target-of}.ts`, `${host}/http/{engine-path,content-type}.ts`],
    tests: [
      `${host}/{admission,guard,target-of}*.test.ts`,
      `${host}/http/{engine-path,content-type}.test.ts`,
    ],
  },
  auth: {
    mutate: [`${host}/auth/{cookie,halves,secret,session-table,tickets}.ts`],
    tests: [`${host}/auth/*.test.ts`],
  },
  decide: {
    mutate: [`${daemon}/lifecycle/{crash-loop,decide,refusals}.ts`],
    tests: [`${daemon}/lifecycle/*.test.ts`],
  },
}

/** The files that a room mutates, from the root of the tree. */
export function filesOf(room) {
  return rooms[room].mutate.flatMap(expand).flatMap((pattern) => {
    if (!pattern.includes('*')) return [pattern]
    const folder = dirname(pattern)
    const all = readdirSync(new URL(`../../${folder}`, import.meta.url))
    return all.filter((name) => /(?<!\.test)\.ts$/.test(name)).map((name) => `${folder}/${name}`)
  })
}

/** `{a,b}.ts` as two paths. */
function expand(pattern) {
  const [, before, names, after] = /^(.*)\{(.*)\}(.*)$/.exec(pattern) ?? []
  return names === undefined ? [pattern] : names.split(',').map((name) => `${before}${name}${after}`)
}
