import type { Session } from '@kilocode/sdk/v2/client'
import type { Mock } from 'vitest'
import { sampleServer } from '../../shared/sample-server.ts'
import type { Unsent, UnsentChange } from '../../shared/unsent.ts'
import { ProblemError } from '../../src/sdk/problem.ts'
import { Prompts } from '../../src/store/actions/prompts.ts'
import { Model } from '../../src/store/model.ts'
import { emptyServer, emptyTranscript } from '../../src/store/types.ts'

export const ref = { serverId: 'daemon', sessionId: 'ses_1' }
export const absent = () => {
  throw new ProblemError({ code: 'NotFoundError', message: 'Message not found' }, 404)
}
export const there = ({ messageID: id }: { messageID: string }) => ({
  info: { id, sessionID: 'ses_1', role: 'user', time: { created: 1 } },
  parts: [{ id: 'prt_1', sessionID: 'ses_1', messageID: id, type: 'text', text: 'as the engine has it' }],
})

type KeepUnsent = (session: string, change: UnsentChange) => Promise<Unsent>

/** Prompts of a session that has been opened; `keepUnsent`: what stands for the host. The engine is the test's to replace. */
export function setUpPrompts(keepUnsent: Mock<KeepUnsent>) {
  const model = new Model({ status: 'done' })
  const server = emptyServer(sampleServer())
  server.sessions['ses_1'] = { id: 'ses_1', directory: '/p', time: { created: 1, updated: 1 } } as Session
  server.transcripts['ses_1'] = emptyTranscript()
  model.set('servers', 'daemon', server)
  model.set('link', 'connected')
  const shown = () => model.state.servers['daemon']?.transcripts['ses_1']
  const only = () => {
    const [first] = shown()?.pending ?? []
    if (!first) throw new Error('nothing is pending')
    return first
  }
  const settled = () => keepUnsent.mock.calls.flatMap(([, change]) => change.settled ?? [])
  return { model, prompts: new Prompts(model), shown, only, settled }
}
