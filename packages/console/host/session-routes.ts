/** Routes of sessions: what a view of one begins with, what its prompts can be sent to, what was not sent, and what all of them took. */
import { DAEMON_ID } from '../shared/api.ts'
import type { KnownChoices } from '../shared/choices.ts'
import { isQuiet } from '../shared/roster/is-quiet.ts'
import { MOST_MESSAGES, OPENING_MESSAGES, type MessagePage, type SessionOpening } from '../shared/opening.ts'
import { unsentLimits, type Unsent } from '../shared/unsent.ts'
import type { UsagePage } from '../shared/usage.ts'
import type { Console } from './console.ts'
import { readJsonBody } from './http/body.ts'
import type { Visit } from './routes.ts'
import { folderProblem } from './servers/folders.ts'
import { readChoices } from './servers/read-choices.ts'
import { readMessages } from './servers/read-messages.ts'
import { readOpening } from './servers/read-opening.ts'
import { readUsage } from './servers/read-usage.ts'
import { targetOf, unknownServer } from './target-of.ts'

/** `since`: for a page that has read it there. 204: nothing was heard of the session since then. */
export async function openSession(
  console: Console,
  { params, query, res }: Visit<'opening'>,
): Promise<SessionOpening | undefined> {
  const since = query('since')
  if (since && !console.hub.hasNews(params.server, params.session, since)) {
    res.writeHead(204).end()
    return undefined
  }
  const position = console.hub.position()
  const read = await readOpening({
    target: targetOf(console, params.server),
    sessionId: params.session,
    limit: limitOf(query('limit')),
    dropped: (count) => console.noteDropped(params.server, count),
    // Of the managed daemon alone: another server may run elsewhere.
    ...(params.server === DAEMON_ID && {
      folderProblem: (path) => folderProblem(path, console.options.home),
    }),
  })
  const unsent = console.unsent.of(params.session)
  return { ...position, ...read, ...(unsent && { unsent }), ...shownAlone(console, params) }
}

/** What a page needs to show it before events come. */
function shownAlone(
  { discovery, hub }: Console,
  { server, session }: Visit<'opening'>['params'],
): Pick<SessionOpening, 'server'> {
  const info = discovery.list().find(({ id }) => id === server)
  return info && isQuiet(hub.rosterOf(server), session) ? { server: info } : {}
}

const limitOf = (asked: string | null | undefined): number =>
  Math.min(MOST_MESSAGES, Math.max(1, Math.trunc(Number(asked ?? OPENING_MESSAGES)) || OPENING_MESSAGES))

/** A page of its messages, long texts cut. */
export function readPage(console: Console, { params, query }: Visit<'messages'>): Promise<MessagePage> {
  return readMessages({
    target: targetOf(console, params.server),
    sessionId: params.session,
    limit: limitOf(query('limit')),
    before: query('before') ?? undefined,
    dropped: (count) => console.noteDropped(params.server, count),
  })
}

export function chooseFrom(console: Console, { params, query }: Visit<'choices'>): Promise<KnownChoices> {
  const { server } = params
  return readChoices(targetOf(console, server), query('directory') ?? '', (count) =>
    console.noteDropped(server, count),
  )
}

/** What a page of its sessions took. */
export function countSessions(console: Console, { params, query }: Visit<'usage'>): Promise<UsagePage> {
  const { server } = params
  return readUsage(targetOf(console, server), query('cursor') ?? undefined, (count) =>
    console.noteDropped(server, count),
  )
}

/** Of any session, whether or not its server is there now. */
export async function keepUnsent(console: Console, { req, params }: Visit<'keepUnsent'>): Promise<Unsent> {
  const change = await readJsonBody(req, unsentLimits.bytes)
  const kept = await console.unsent.change(params.session, change)
  // Who only looks changes nothing.
  if (Object.keys(change).length > 0) console.hub.keptOf(params.session)
  return kept
}

/** Shown first in every browser from now on, or no longer. One that is too old to be listed is read. */
export async function pinSession(
  console: Console,
  { req, params }: Visit<'pin'>,
): Promise<{ pinned: readonly string[] }> {
  const { server, session } = params
  if (!console.discovery.find(server)) throw unknownServer(server)
  const { pinned } = await readJsonBody(req)
  const roster = console.hub.rosterOf(server)
  const isShown = (id: string) => !roster.complete || id in roster.sessions
  const ids = await console.pins.set(server, session, pinned === true, isShown)
  console.hub.roster(server, { kind: 'pinned', ids: [...ids] })
  if (pinned === true && !(session in roster.sessions)) console.fills.fill(server)
  return { pinned: ids }
}
