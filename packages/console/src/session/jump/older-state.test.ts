import { expect, test } from 'vitest'
import { olderState } from './older-state.ts'

const problem = { code: 'x', message: 'x' }

test.each([
  [undefined, 'none'],
  [{ older: null, olderLoad: { status: 'ready' } }, 'none'],
  [{ older: 'a', olderLoad: { status: 'ready' } }, 'there'],
  [{ older: 'a', olderLoad: { status: 'idle' } }, 'there'],
  [{ older: 'a', olderLoad: { status: 'loading' } }, 'loading'],
  [{ older: 'a', olderLoad: { status: 'failed', problem } }, 'failed'],
] as const)('%# what is older is %s', (transcript, expected) => {
  expect(olderState(transcript)).toBe(expected)
})
