import { beforeEach, expect, test, vi } from 'vitest'
import type { FolderAgents } from '../../../../shared/agents.ts'
import { removeAgent, saveAgent, type AgentDraft } from '../../../sdk/settings/agent-files.ts'
import { settingsHost } from '../../../sdk/settings/settings-host.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { writeAgent } from './plan-agent.ts'
import { removeFile, type RemovedFile } from './remove-file.tsx'

vi.mock('../../../sdk/settings/agent-files.ts')

const shown: ConfigurationPlace = { serverId: 'daemon', scope: 'project', directory: '/shown' }
const draft: AgentDraft = { id: 'plan', scope: 'project', mode: 'all', prompt: 'New.' }
const removed: RemovedFile = { kind: 'agent', name: 'plan', path: '/shown/plan.md', scope: 'project' }
const agent = { name: 'plan', mode: 'all', permission: [], files: [{ path: '/shown/plan.md', text: 'Old.' }] }
const folders: Record<string, unknown> = {
  '/shown': { agents: [agent], commands: [] },
  '/other': { agents: [], commands: [] },
}

beforeEach(() => {
  vi.resetAllMocks()
  vi.spyOn(settingsHost, 'agents').mockImplementation((_, directory) =>
    Promise.resolve(folders[directory] as FolderAgents),
  )
})

test('an agent is written and removed where it was shown, over what was read there', async () => {
  await writeAgent(shown, draft, 'Old.')
  expect(vi.mocked(saveAgent).mock.calls).toEqual([[shown, draft]])
  await removeFile(shown, removed, 'Old.')
  expect(vi.mocked(removeAgent).mock.calls).toEqual([[shown, 'plan', 'project']])
})

test('what says something else by now is left alone, whatever the page shows', async () => {
  await expect(writeAgent(shown, draft, undefined)).rejects.toMatchObject({ code: 'conflict' })
  await expect(writeAgent(shown, draft, 'Older.')).rejects.toMatchObject({ code: 'conflict' })
  await expect(removeFile({ ...shown, directory: '/other' }, removed, 'Old.')).rejects.toMatchObject({
    code: 'conflict',
  })
  expect([vi.mocked(saveAgent).mock.calls, vi.mocked(removeAgent).mock.calls]).toEqual([[], []])
})
