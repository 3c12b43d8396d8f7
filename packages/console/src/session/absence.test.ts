import { expect, test } from 'vitest'
import type { ServerInfo } from '../../shared/api.ts'
import { emptyServer, emptyTranscript, type ServerState, type Transcript } from '../store/types.ts'
import { absenceOf } from './absence.ts'

const info = { id: 'daemon', health: 'healthy' } as ServerInfo
const REF = { serverId: 'daemon', sessionId: 'ses_1' }

function reasonOf(transcript: Partial<Transcript> | undefined, server: Partial<ServerState> = {}) {
  const transcripts = transcript ? { ses_1: { ...emptyTranscript(), ...transcript } } : {}
  const servers = { daemon: { ...emptyServer(info), transcripts, ...server } }
  return absenceOf({ link: 'connected', order: ['daemon'], servers }, REF)?.kind ?? null
}

const failed = (code: string): Transcript['load'] => ({ status: 'failed', problem: { code, message: '' } })

test('a server that nobody knows', () => {
  const nobody = (link: 'connected' | 'connecting', order: string[]) =>
    absenceOf({ link, order, servers: {} }, REF)?.kind ?? null
  expect(nobody('connecting', [])).toBeNull()
  expect(nobody('connected', [])).toBeNull()
  expect(nobody('connected', ['daemon'])).toBe('server-unknown')
})

test.each([
  ['not asked yet', undefined, {}, null],
  ['on its way', { load: { status: 'loading' } }, {}, null],
  ['there', { load: { status: 'ready' } }, {}, null],
  ['never there', { load: failed('session-not-found') }, {}, 'not-found'],
  ['broken', { load: failed('http-500') }, {}, 'failed'],
  ['broken, but shown from before', { load: failed('http-500'), messages: [{}] }, {}, null],
  ['deleted meanwhile', undefined, { load: { status: 'ready' } }, 'not-found'],
])('%s', (_, transcript, server, expected) => {
  expect(reasonOf(transcript as Partial<Transcript> | undefined, server as Partial<ServerState>)).toBe(
    expected,
  )
})
