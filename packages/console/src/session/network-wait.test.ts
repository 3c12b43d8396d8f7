import type { Session, SessionStatus } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { networkWaitOf } from './network-wait.ts'

const session = (id: string, parentID?: string) => ({ id, parentID, directory: `/${id}` }) as Session
const offline: SessionStatus = { type: 'offline', requestID: 'que_1', message: 'Unable to connect.' }
const sessions = { top: session('top'), child: session('child', 'top'), other: session('other') }

test.each<[string, Record<string, SessionStatus>, string | undefined]>([
  ['nobody', {}, undefined],
  ['the session itself', { top: offline }, '/top'],
  ['a subagent', { top: { type: 'busy' }, child: offline }, '/child'],
  ['another session', { top: { type: 'busy' }, other: offline }, undefined],
])('fault 65: %s waits for the network', (_, activity, directory) => {
  const wait = networkWaitOf({ sessions, others: {}, activity }, 'top')
  expect(wait?.directory).toBe(directory)
})
