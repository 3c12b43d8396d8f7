import { expect, test } from 'vitest'
import { sampleEvent } from '../../test/sample-event.ts'
import { sessionIdOf } from './session-id.ts'

test.each([
  [sampleEvent('session.idle', { sessionID: 'ses_1' }), 'ses_1'],
  [sampleEvent('pty.deleted', { id: 'pty_1' }), undefined],
])('%o is about the session %s', (event, id) => expect(sessionIdOf(event)).toBe(id))
