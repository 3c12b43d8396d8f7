import type { GlobalSession, Session, SessionStatus } from '@kilocode/sdk/v2/client'
import * as v from 'valibot'
import {
  among,
  bag,
  id,
  list,
  literal,
  may,
  message,
  name,
  number,
  object,
  oneOf,
  path,
  text,
  time,
  type Schema,
} from './bounds.ts'
import { fileDiff } from './changes.ts'
import { sessionTokens } from './tokens.ts'

type Needed<T> = NonNullable<T>

const summary = object<Needed<Session['summary']>>({
  additions: number,
  deletions: number,
  files: number,
  diffs: may(list(fileDiff)),
})

const revert = object<Needed<Session['revert']>>({
  messageID: id,
  partID: may(id),
  snapshot: may(name),
  diff: may(text),
  workspace: may(among('restored', 'snapshots-disabled', 'unavailable')),
})

const rule = object<Needed<Session['permission']>[number]>({
  permission: name,
  pattern: text,
  action: among('allow', 'deny', 'ask'),
})

const rules: Schema<Needed<Session['permission']>> = list(rule)

const fields = {
  id,
  slug: name,
  projectID: id,
  workspaceID: may(name),
  directory: path,
  path: may(text),
  parentID: may(id),
  summary: may(summary),
  cost: may(number),
  tokens: may(sessionTokens),
  share: may(object<Needed<Session['share']>>({ url: path })),
  title: name,
  agent: may(name),
  model: may(object<Needed<Session['model']>>({ id: name, providerID: name, variant: may(name) })),
  version: name,
  metadata: may(bag),
  time: object<Session['time']>({
    created: time,
    updated: time,
    compacting: may(time),
    archived: may(time),
  }),
  permission: may(rules),
  revert: may(revert),
}

export const session: Schema<Session> = object<Session>(fields)

const projectSummary = object<Needed<GlobalSession['project']>>({ id, name: may(name), worktree: path })

/** One of all projects' sessions. */
export const globalSession: Schema<GlobalSession> = object<GlobalSession>({
  ...fields,
  project: v.nullable(projectSummary),
  worktreeName: may(name),
})

type Status<K> = Extract<SessionStatus, { type: K }>

const action = object<Needed<Status<'retry'>['action']>>({
  reason: name,
  provider: name,
  title: name,
  message,
  label: name,
  link: may(text),
})

export const status: Schema<SessionStatus> = oneOf<'type', SessionStatus>('type', {
  idle: object<Status<'idle'>>({ type: literal('idle') }),
  busy: object<Status<'busy'>>({ type: literal('busy') }),
  retry: object<Status<'retry'>>({
    type: literal('retry'),
    attempt: number,
    message,
    action: may(action),
    next: time,
  }),
  offline: object<Status<'offline'>>({ type: literal('offline'), requestID: id, message }),
})
