import { expect, test } from 'vitest'
import type { Problem } from './api.ts'
import type { EngineEvent } from '@kilo-console/engine/edge/event'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import { firstLineOf, noteTurnError } from './turn-error.ts'

const error = (message?: string, name = 'UnknownError') =>
  sampleEvent('session.error', { sessionID: 's', error: { name, data: { message } } })
const status = (type: string) => sampleEvent('session.status', { sessionID: 's', status: { type } })
const stack =
  'ProviderModelNotFoundError: Model not found: a/b.\n    at <anonymous> (/$bunfs/root/src/index.js:7542:71118)'

test.each<[string, EngineEvent[], string | undefined]>([
  ['nothing was said', [], undefined],
  [
    'an unknown model, told twice',
    [status('busy'), error('Model not found: a/b.'), status('idle'), error(stack)],
    'Model not found: a/b.',
  ],
  [
    'an image that cannot be read, told once with its stack',
    [error('ImageDecodeError: Image could not be decoded\n    at catch (x:1:2)')],
    'Image could not be decoded',
  ],
  ['a later turn begins', [error('no'), status('busy')], undefined],
  ['a later turn fails otherwise', [error('no'), status('busy'), error('never')], 'never'],
  ['a retry is the same turn', [error('no'), status('retry')], 'no'],
  ['it was stopped', [error('Aborted', 'MessageAbortedError')], undefined],
  ['an error that is not told twice keeps its own words', [error('no'), error('never')], 'never'],
  ['words that only look like a place in code', [error('no'), error('look at this')], 'look at this'],
  ['the place in code stands on a line of its own', [error('no'), error('look\nat this')], 'look'],
  ['a stack alone is told', [error(stack)], 'Model not found: a/b.'],
  ['the turn goes on', [error('no'), status('idle')], 'no'],
  [
    'no message, but something else',
    [sampleEvent('session.error', { sessionID: 's', error: { name: 'x', data: { message: 7 } } })],
    'x',
  ],
  [
    'the second time with other words and its stack',
    [error('no'), error('Other words\n    at x (y:1:2)')],
    'no',
  ],
  ['no words', [error(undefined, 'APIError')], 'APIError'],
  ['no error', [{ type: 'session.error', properties: { sessionID: 's' } }], undefined],
  [
    'of no session',
    [sampleEvent('session.error', { error: { name: 'x', data: { message: 'y' } } })],
    undefined,
  ],
])('fault 65: %s', (_, events, expected) => {
  const failed: Record<string, Problem> = {}
  for (const event of events) noteTurnError(failed, event)
  expect(Object.entries(failed).map(([id, { message }]) => [id, message])).toEqual(
    expected === undefined ? [] : [['s', expected]],
  )
})

test('what only looks like an error of a turn is none', () => {
  const failed: Record<string, Problem> = {}
  noteTurnError(failed, { ...error('no'), type: 'session.idle' } as EngineEvent)
  expect(failed).toEqual({})
})

test.each([
  ['UnknownError: UnknownError\n    at x', 'UnknownError'],
  ['AError: BError: said', 'said'],
  ['\n\nsecond', 'second'],
  ['one\ntwo', 'one'],
  ['', ''],
  ['AError: ', 'AError:'],
  ['of AError: said', 'of AError: said'],
  ['AError:  said \n', 'said'],
  ['x'.repeat(300), 'x'.repeat(300)],
  ['x'.repeat(5000), `${'x'.repeat(299)}…`],
])('%j reads %j', (message, expected) => {
  expect(firstLineOf(message)).toBe(expected)
})
