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
    mutate: [
      `${shared}/roster/{change,forget-oldest,gone,is-quiet,kept-session}.ts`,
      `${shared}/roster/{reduce,roster,steps,suggestion}.ts`,
    ],
    tests: [`${shared}/roster/*.test.ts`],
  },
  shared: {
    mutate: [`${shared}/{bounded-parts,budget,cut-parts,live-parts,login,paths,route-path,turn-error}.ts`],
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
    mutate: [`${daemon}/lifecycle/{crash-loop,decide,refusals}.ts`, `${daemon}/install/versions.ts`],
    tests: [`${daemon}/lifecycle/*.test.ts`, `${daemon}/install/versions.test.ts`],
  },
  live: {
    mutate: [`${host}/events/{allowance,engine-event,live-text,ring,roster-ledger,sequence,sse}.ts`],
    tests: [`${host}/events/{allowance,engine-event,live-text,ring,roster-ledger,sequence,sse}.test.ts`],
  },
  diff: {
    mutate: [
      `${app}/code/diff/{context,cut-line,diff-notes,git-name,line-ends,line-pieces,line-range}.ts`,
      `${app}/code/diff/{patch-text,split-rows,unified-diff,whole-patch,word-marks}.ts`,
    ],
    tests: [`${app}/code/diff/*.test.ts`],
  },
  colours: {
    mutate: [`${app}/code/highlight/{marks,read-line}.ts`],
    tests: [`${app}/code/highlight/{marks,read-line}.test.ts`],
  },
  keys: {
    mutate: [`${app}/commands/decide-key.ts`, `${app}/ui/{keystroke,shortcut}.ts`],
    tests: [`${app}/commands/decide-key.test.ts`, `${app}/ui/{keystroke,shortcut}.test.ts`],
  },
  conversation: {
    mutate: [`${app}/session/conversation/{failure,follow,rows,turn-end}.ts`],
    tests: [`${app}/session/conversation/{failure,follow,rows,turn-end}.test.ts`],
  },
  composer: {
    mutate: [
      `${app}/session/composer/{marks/marks,send/read-prompt}.ts`,
      `${app}/session/take-back/{copy-text,last-prompt,undone}.ts`,
    ],
    tests: [
      `${app}/session/composer/{marks/marks,send/read-prompt}.test.ts`,
      `${app}/session/take-back/{copy-text,last-prompt,undone}.test.ts`,
    ],
  },
  budget: {
    mutate: [`${host}/budget/exhausted.ts`],
    tests: [`${host}/budget/exhausted.test.ts`],
  },
  find: {
    mutate: [`${app}/session/find/{folding,matches,position-text,searched}.ts`],
    tests: [`${app}/session/find/{folding,matches,position-text,searched}.test.ts`],
  },
  usage: {
    mutate: [`${app}/routes/usage/{read-rows,spans,tally}.ts`],
    tests: [`${app}/routes/usage/{read-rows,spans,tally}.test.ts`],
  },
  list: {
    mutate: [`${app}/shell/roster/{day-name,group-rows,project-name}.ts`],
    tests: [`${app}/shell/roster/{day-name,group-rows,project-name}.test.ts`],
  },
  requests: {
    mutate: [
      `${app}/session/requests/{always-outcome,answers,arming,asker,permission-subject,requests-of,waiting-with}.ts`,
    ],
    tests: [`${app}/session/requests/*.test.ts`],
  },
  pty: {
    mutate: [`${app}/terminal/pty/{backlog,connection,feed,outbox,replay,reports,size-report}.ts`],
    tests: [`${app}/terminal/pty/*.test.ts`],
  },
  ui: {
    mutate: [`${app}/ui/{escape-invisible,folder-names,format,fuzzy,path-split}.ts`],
    tests: [`${app}/ui/{escape-invisible,folder-names,format,fuzzy,path-split}.test.ts`],
  },
  markdown: {
    mutate: [`${app}/code/markdown/{blocks,cjk-emphasis,direction,fence-info,nested-fence}.ts`],
    tests: [`${app}/code/markdown/{blocks,cjk-emphasis,direction,fence-info,nested-fence}.test.ts`],
  },
  edge: {
    mutate: ['packages/engine/src/capabilities.ts', 'packages/engine/src/edge/*.ts'],
    tests: ['packages/engine/src/**/*.test.ts'],
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
