import { createMemo, createSignal, type Accessor } from 'solid-js'
import type { ConfigurationPlace } from '../../../../store/actions/configuration.ts'
import { useConfiguration } from '../../../../store/configuration.ts'
import type { KeptDraft } from '../../change/drafts.ts'
import { planSettings, type Plan } from '../../change/plan.ts'
import type { Reading } from '../../configuration/create-reading.ts'
import { checkDraft, type Problems } from './check-draft.ts'
import { changesBetween, settingsOf, type Draft, type Settings } from './draft.ts'

export interface FormDraft extends Draft {
  /** It is to be for all projects, and not for the one that is shown. */
  isForAll: boolean
}

export interface Form {
  draft: FormDraft
  change(this: void, part: Partial<FormDraft>): void
  /** Of fields, once somebody has tried to save. */
  problems: Accessor<Problems>
  /** What is to be saved; undefined: something is wrong, and from now on it is said where. */
  plan(this: void): Plan | undefined
}

interface FormInput {
  place: Accessor<ConfigurationPlace>
  reading: Reading
  kept: KeptDraft<FormDraft>
  /** What stands in the file; absent: it is a new one. */
  before: Settings | undefined
  /** Names that others have. */
  taken: Accessor<readonly string[]>
}

export function createForm({ place, reading, kept, before, taken }: FormInput): Form {
  const { configuration } = useConfiguration()
  const { draft, set, begun } = kept
  const [isTried, setTried] = createSignal(false)
  const found = createMemo(() =>
    checkDraft(draft, { scope: place().scope, ...(!before && { taken: taken() }) }),
  )
  const plan = (): Plan | undefined => {
    setTried(true)
    if (Object.keys(found()).length > 0) return undefined
    const name = draft.name.trim()
    const path = ['mcp', name]
    const after = settingsOf(draft, before)
    // Of what stands there by now only what somebody has changed.
    const changes = before ? changesBetween(path, settingsOf(begun, before), after) : [{ path, value: after }]
    return planSettings(configuration, { place: place(), reading, changes, title: `MCP server ${name}` })
  }
  return {
    draft,
    change: (part) => set(part),
    problems: () => (isTried() ? found() : {}),
    plan,
  }
}
