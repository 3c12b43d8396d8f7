import type { FolderAgents, ShownAgent } from '../../../../shared/agents.ts'
import { inTargetOf, type FieldChange } from '../../../../shared/configuration.ts'
import { saveAgent, type AgentDraft } from '../../../sdk/settings/agent-files.ts'
import { ProblemError } from '../../../sdk/problem.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { useConfiguration } from '../../../store/configuration.ts'
import { planOther, planSettings, type Plan } from '../change/plan.ts'
import type { RowContext } from '../configuration/setting-row.tsx'
import { ownPermission, scopeOf } from './agent-facts.ts'
import { readAgents, textOf, type AgentsRead } from './create-agents.ts'

/** What is written of an agent. */
export interface Draft {
  name: string
  description: string
  mode: AgentDraft['mode']
  model: string
  prompt: string
  /** What its file said when somebody began to write: it is written over that alone. */
  base?: string | undefined
}

export interface Edited {
  /** Absent: a new one. */
  agent: ShownAgent | undefined
  context: RowContext
  read: AgentsRead
}

export const draftOf = (agent: ShownAgent | undefined, read: FolderAgents | undefined): Draft => ({
  name: agent?.name ?? '',
  description: agent?.description ?? '',
  mode: agent?.mode ?? 'all',
  model: agent?.model ? `${agent.model.providerID}/${agent.model.modelID}` : '',
  prompt: agent?.prompt ?? '',
  base: agent && textOf(read, { kind: 'agent', name: agent.name }),
})

/** What its file says besides stays, as far as the engine writes it. */
export function builtOf(draft: Draft, { agent, context }: Edited): AgentDraft {
  const { directory } = context.place()
  const file = agent?.files.at(-1)
  const permission = agent && ownPermission(agent.name, context.configuration())
  return {
    id: draft.name,
    scope: file ? scopeOf(file.path, directory) : directory === '' ? 'global' : 'project',
    mode: draft.mode,
    prompt: draft.prompt,
    ...(draft.description.trim() !== '' && { description: draft.description.trim() }),
    ...(draft.model.trim() !== '' && { model: draft.model.trim() }),
    ...(agent?.color !== undefined && { color: agent.color }),
    ...(agent?.steps !== undefined && { steps: agent.steps }),
    ...(permission && { permission }),
  }
}

interface Planned {
  isSet: boolean
  draft: Draft
  begun: Draft
  place: () => Plan['place']
  built: () => AgentDraft
}

export function createAgentPlan(props: Edited, { isSet, draft, begun, place, built }: Planned): () => Plan {
  const { configuration } = useConfiguration()
  const { context, read } = props
  return () => {
    if (isSet)
      return planSettings(configuration, {
        place: { ...context.place() },
        reading: context.reading,
        changes: changesOf(draft, begun, context),
        title: draft.name,
      })
    const written = built()
    const { base } = draft
    // As it is shown now: it may be written when another one is.
    const asked = { ...context.place() }
    return planOther(configuration, {
      place: place(),
      name: `agent ${draft.name}`,
      title: draft.name,
      async write() {
        await writeAgent(asked, written, base)
        await read.refresh()
      },
    })
  }
}

/** The engine writes over whatever is there: only over what was read. Throws `ProblemError`. */
export async function writeAgent(
  place: ConfigurationPlace,
  written: AgentDraft,
  before: string | undefined,
): Promise<void> {
  const now = textOf(await readAgents(place), { kind: 'agent', name: written.id })
  if (now !== before)
    throw new ProblemError({
      code: 'conflict',
      message: 'Its file was changed meanwhile. Nothing was written.',
    })
  await saveAgent(place, written)
}

/** What somebody has changed, and nothing else. */
function changesOf(draft: Draft, begun: Draft, context: RowContext): FieldChange[] {
  const parts = (['description', 'mode', 'model', 'prompt'] as const).filter(
    (part) => draft[part] !== begun[part],
  )
  return parts.flatMap((part): FieldChange[] => {
    const path = ['agent', draft.name, part]
    const value = part === 'prompt' ? draft.prompt : draft[part].trim()
    if (value !== '') return [{ path, value }]
    return inTargetOf(context.configuration(), path) === undefined ? [] : [{ path }]
  })
}
