import { expect, test } from 'vitest'
import * as v from 'valibot'
import { answers, frames } from '../../test/corpus.ts'
import { id, list, type Schema } from './bounds.ts'
import { fileDiff, todo } from './changes.ts'
import { fittingEntries } from './check.ts'
import { checkEvent } from './event.ts'
import { permission, question } from './requests.ts'
import { project } from './project.ts'
import { globalSession, session, status } from './session.ts'
import { terminal } from './terminal.ts'
import { message } from './message.ts'
import { part } from './part.ts'

test('everything that the real engine says of a type that we know is what we think it is', () => {
  const strange = frames.filter(({ payload }) => {
    const { type, properties } = payload as { type: string; properties?: unknown }
    return checkEvent(type, properties) === 'strange'
  })
  expect(strange).toEqual([])
})

const page: Schema<unknown> = v.object({ info: message, parts: v.array(part) })
test.each<[string, Schema<unknown>]>([
  ['/experimental/session', list(globalSession)],
  ['/session/{id}', list(session)],
  ['/project', list(project)],
  ['/permission', list(permission)],
  ['/question', list(question)],
  ['/pty', list(terminal)],
  ['/session/{id}/message', list(page)],
  ['/session/{id}/todo', list(todo)],
  ['/session/{id}/diff', list(fileDiff)],
])('so are its answers: %s', (route, schema) => {
  expect(v.safeParse(schema, answers[route]).issues).toBeUndefined()
  expect(answers[route]).not.toHaveLength(0)
})

test('and the list of what works', () => {
  const dropped: number[] = []
  const statuses = fittingEntries(id, status, answers['/session/status'], 100, (count) => dropped.push(count))
  expect(Object.keys(statuses)).not.toHaveLength(0)
  expect(dropped).toEqual([])
})
