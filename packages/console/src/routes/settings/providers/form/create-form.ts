import { createMemo, createSignal, untrack, type Accessor } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import type { FieldChange } from '../../../../../shared/configuration.ts'
import type { ProviderCheck } from '../../../../../shared/provider-check.ts'
import { providersInFile } from '../../../../sdk/settings/providers-in-file.ts'
import { useConfiguration } from '../../../../store/configuration.ts'
import type { ConfigurationPlace } from '../../../../store/actions/configuration.ts'
import { createChange, type Change } from '../../change/create-change.ts'
import { useDrafts } from '../../change/drafts.ts'
import type { Plan } from '../../change/plan.ts'
import type { ProvidersContext } from '../provider-list.tsx'
import type { ProviderRow } from '../rows.ts'
import type { Bag } from './changes.ts'
import type { ProviderDraft } from './draft.ts'
import { inFileOf } from './in-file.ts'
import type { Problems } from './model-settings.ts'
import { everywhere, hasKey, planForm } from './plan-form.ts'
import { readForm } from './read-form.ts'
import { unsavedCheck } from './unsaved.ts'

export interface Form {
  draft: ProviderDraft
  set: SetStoreFunction<ProviderDraft>
  isNew: boolean
  /** The one that it changes, where it is listed. */
  row: Accessor<ProviderRow | undefined>
  /** What is wrong, once somebody has tried to save it. */
  problems: Accessor<Problems>
  isChanged: Accessor<boolean>
  change: Change
  /** Whether it works as it stands here, before anything of it is written; undefined: what is wrong with it is told. */
  check(this: void): Promise<ProviderCheck> | undefined
  cancel(this: void): void
}

interface Asked {
  context: ProvidersContext
  /** Whose it is: of the same one what was written before is there again. */
  name: string
  first: () => ProviderDraft
  isNew: boolean
  onDone: () => void
}

export function createForm({ context, name, first, isNew, onDone }: Asked): Form {
  const { place, providers } = context
  const { draft, set, forget } = useDrafts().of(untrack(place), `provider ${name}`, first)
  const [isTold, setTold] = createSignal(false)
  const { row, read, planned } = createPlan(draft, context, isNew)
  const end = () => {
    forget()
    onDone()
  }
  const isRight = () => {
    setTold(true)
    return Object.keys(read().problems).length === 0
  }
  const plan = () => (isRight() ? planned() : undefined)
  const check = () => (isRight() ? checkOf(draft, read().changes, isNew ? undefined : place()) : undefined)
  const saved = () => {
    end()
    void providers.list.refresh()
  }
  const ends = createMemo(() => (hasKey(draft) ? everywhere(place()) : place()))
  return {
    draft,
    set,
    isNew,
    row,
    problems: () => (isTold() ? read().problems : {}),
    isChanged: createMemo(() => planned() !== undefined),
    change: createChange(ends, plan, saved),
    check,
    cancel: end,
  }
}

/** @param place where it is; undefined: it is new. */
async function checkOf(
  draft: ProviderDraft,
  changes: readonly FieldChange[],
  place: ConfigurationPlace | undefined,
): Promise<ProviderCheck> {
  const all = place ? await providersInFile(place) : {}
  return unsavedCheck(draft, Object.hasOwn(all, draft.id) ? (all[draft.id] as Bag) : {}, changes)
}

function createPlan(draft: ProviderDraft, { place, providers }: ProvidersContext, isNew: boolean) {
  const { configuration } = useConfiguration()
  const row = () => providers.rows().find((one) => one.id === draft.id)
  const taken = () => (isNew ? providers.rows().filter(isSetUp) : [])
  const read = createMemo(() =>
    readForm(draft, {
      scope: place().scope,
      inFile: inFileOf(providers.reading.value(), draft.id),
      taken: taken().map((one) => one.id),
      isStored: row()?.key.stored !== undefined,
      library: isNew ? undefined : row()?.listed?.library,
    }),
  )
  const planned = (): Plan | undefined =>
    planForm(configuration, {
      place: place(),
      reading: providers.reading,
      draft,
      changes: read().changes,
    })
  return { row, read, planned }
}

/** A file sets it up: what stands in Kilo’s catalogue alone may be taken. */
const isSetUp = ({ layer }: ProviderRow): boolean => layer !== undefined
