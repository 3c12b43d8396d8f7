/** What sessions took. Of a row that may hold megabytes of rules and diffs, a count needs a few fields. */
import type { GlobalSession, KilocodeSessionModelUsageResponse, Session } from '@kilocode/sdk/v2/client'
import * as v from 'valibot'
import { id, list, may, name, number, object, path, time, type Schema } from './bounds.ts'
import { sessionTokens } from './tokens.ts'

type Needed<T> = NonNullable<T>

type Kept = 'id' | 'projectID' | 'directory' | 'parentID' | 'title' | 'cost' | 'tokens'

export interface CountedSession extends Pick<Session, Kept> {
  model?: Pick<Needed<Session['model']>, 'id' | 'providerID'>
  time: Pick<Session['time'], 'created' | 'updated'>
  project: Pick<Needed<GlobalSession['project']>, 'name' | 'worktree'> | null
}

/** One of all projects' sessions, of any age. */
export const countedSession: Schema<CountedSession> = object<CountedSession>({
  id,
  projectID: id,
  directory: path,
  parentID: may(id),
  title: name,
  cost: may(number),
  tokens: may(sessionTokens),
  model: may(object<Needed<CountedSession['model']>>({ id: name, providerID: name })),
  time: object<CountedSession['time']>({ created: time, updated: time }),
  project: v.nullable(object<Needed<CountedSession['project']>>({ name: may(name), worktree: path })),
})

export type UsedModel = KilocodeSessionModelUsageResponse['models'][number]

export interface ModelUsage {
  models: UsedModel[]
}

const usedModel = object<UsedModel>({
  providerID: name,
  modelID: name,
  steps: number,
  cost: number,
  tokens: sessionTokens,
})

/** What each model took of a session and its subagents. */
export const modelUsage: Schema<ModelUsage> = object<ModelUsage>({ models: list(usedModel) })
