import type { Message, Part, SessionStatus, ToolPart } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { askedAgain, newestSteps, runningStep, standOf, workOf, type Step } from './subagent-work.ts'

const message = (id: string, created: number, more: object = {}) =>
  ({ id, role: 'assistant', time: { created, completed: created + 1 }, ...more }) as Message
const call = (id: string, status = 'completed') =>
  ({ id, type: 'tool', tool: 'bash', state: { status } }) as Part
const text = (id: string, words: string, more: object = {}) =>
  ({ id, type: 'text', text: words, time: { start: 1, end: 2 }, ...more }) as Part

const asked = { ...message('m0', 10), role: 'user' } as Message
const running = { ...message('m2', 30), time: { created: 30 } } as Message

const parts = {
  m0: [text('p0', 'Look into it')],
  m1: [call('c1'), text('p1', 'I looked.'), text('p2', ' '), text('p3', 'a remark', { synthetic: true })],
  m2: [call('c2', 'error'), call('c3', 'running'), text('p4', 'Now', { time: { start: 3 } })],
}

const ids = (steps: readonly Step[]) => steps.map(({ part }) => part.id)

test('the calls of all its answers, in order, and its newest words', () => {
  const work = workOf([asked, message('m1', 20), running], parts, { since: 5, until: null, busy: true })
  expect(ids(work.steps)).toEqual(['c1', 'c2', 'c3'])
  expect(work.steps.map(({ live }) => live)).toEqual([false, true, true])
  expect(work.text).toEqual({ part: parts.m2[2], writing: true })
  expect(runningStep(work)?.part.id).toBe('c3')
})

test('what it says to nobody, and remarks of the engine, are not its newest words', () => {
  const work = workOf([asked, message('m1', 20)], parts, { since: null, until: null, busy: false })
  expect(work.text).toEqual({ part: parts.m1[1], writing: false })
  expect(runningStep(work)).toBeUndefined()
})

test('asked again in the same session, it shows what it did since', () => {
  const work = workOf([asked, message('m1', 20), running], parts, { since: 30, until: null, busy: true })
  expect(ids(work.steps)).toEqual(['c2', 'c3'])
})

test('what it did when it was asked again is not the work of the call before', () => {
  const work = workOf([asked, message('m1', 20), running], parts, { since: 5, until: 30, busy: true })
  expect(ids(work.steps)).toEqual(['c1'])
  expect(work.text).toEqual({ part: parts.m1[1], writing: false })
})

const task = (messageID: string, sessionId: string, start: number) =>
  ({
    id: `${messageID} ${start}`,
    messageID,
    type: 'tool',
    tool: 'task',
    state: { status: 'running', input: {}, metadata: { sessionId }, time: { start } },
  }) as unknown as ToolPart

test.each<[string, ToolPart[], number | null]>([
  ['nobody', [], null],
  ['a later call of its session', [task('m3', 'ses_a', 50), task('m3', 'ses_a', 90)], 50],
  ['a call of the same message', [task('m2', 'ses_a', 50)], 50],
  ['an earlier call of its session', [task('m1', 'ses_a', 30)], null],
  ['a later call of another session', [task('m3', 'ses_b', 50)], null],
])('after a call its session is asked again by %s', (_, others, expected) => {
  const call = task('m2', 'ses_a', 40)
  const all = [call, ...others]
  const messages = ['m1', 'm2', 'm3'].map((id, at) => message(id, at))
  const of = Object.fromEntries(messages.map(({ id }) => [id, all.filter((part) => part.messageID === id)]))
  expect(askedAgain(call, messages, of)).toBe(expected)
})

test('a call that has not begun has none behind it', () => {
  const pending = { ...task('m2', 'ses_a', 40), state: { status: 'pending', input: {}, raw: '' } } as ToolPart
  expect(askedAgain(pending, [message('m2', 1)], { m2: [task('m2', 'ses_a', 50)] })).toBeNull()
})

test('of a session that is not at work nothing runs, whatever its last answer says', () => {
  const work = workOf([asked, running], parts, { since: null, until: null, busy: false })
  expect(work.steps.some(({ live }) => live)).toBe(false)
  expect(work.text?.writing).toBe(false)
  expect(runningStep(work)).toBeUndefined()
})

test('an answer that was completed does not run, though its session does', () => {
  const work = workOf([message('m2', 30)], parts, { since: null, until: null, busy: true })
  expect(runningStep(work)).toBeUndefined()
  expect(work.text?.writing).toBe(false)
})

test('of messages whose parts are not there nothing is told', () => {
  expect(workOf([message('m9', 30)], parts, { since: null, until: null, busy: true })).toEqual({
    steps: [],
    text: null,
  })
})

test.each<[SessionStatus | undefined, boolean, string | null]>([
  [undefined, false, null],
  [{ type: 'idle' }, true, null],
  [{ type: 'busy' }, false, 'Working'],
  [{ type: 'busy' }, true, 'Waiting for you'],
  [{ type: 'offline', requestID: 'r', message: 'x' }, false, 'Waiting for the network'],
  [{ type: 'retry', attempt: 1, message: 'Too many', next: 1 }, false, 'Trying again: Too many'],
])('%j, waiting: %j', (activity, waits, words) => {
  expect(standOf(activity, waits)?.words ?? null).toBe(words)
})

test('the newest steps first, twice as many each time they are asked for', () => {
  const steps = Array.from({ length: 30 }, (_, at) => ({ part: call(`c${at}`), live: false }) as Step)
  expect(ids(newestSteps(steps, 1))).toEqual(ids(steps.slice(22)))
  expect(newestSteps(steps, 2)).toHaveLength(16)
  expect(newestSteps(steps, 8)).toHaveLength(30)
})
