import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { Problem } from '../../../../../shared/api.ts'
import type { AskedKey, FoundModel, FoundModels } from '../../../../../shared/providers.ts'
import { settingsHost } from '../../../../sdk/settings/settings-host.ts'
import { toProblem } from '../../../../sdk/problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { escapeInvisible } from '../../../../ui/escape-invisible.ts'
import { formatCompact, formatCount, formatPlural } from '../../../../ui/format.ts'
import { Notice } from '../../../../ui/notice.tsx'
import type { ProvidersContext } from '../provider-list.tsx'
import { readAddress } from './base-url.ts'
import type { Form } from './create-form.ts'
import type { ProviderDraft } from './draft.ts'
import styles from './provider-form.module.css'

interface Finding {
  isAsking: boolean
  found?: Extract<FoundModels, { models: FoundModel[] }> | undefined
  problem?: Problem | undefined
}

/** Has the host ask the server for its models: the page itself reaches nobody else. */
export function FindModels(props: {
  form: Form
  context: ProvidersContext
  onTake: (models: readonly FoundModel[]) => void
}): JSX.Element {
  const [state, setState] = createStore<Finding>({ isAsking: false })
  const address = () => readAddress(props.form.draft.baseURL)
  const find = async () => {
    const read = address()
    if (!('url' in read)) return
    setState({ isAsking: true, problem: undefined, found: undefined })
    const { serverId, directory } = props.context.place()
    const key = askedKey(props.form)
    const asked = { baseURL: read.url, ...(key && { key }) }
    const answer = await settingsHost
      .foundModels(serverId, directory, asked)
      .catch((error: unknown): FoundModels => ({ problem: toProblem(error) }))
    setState({ isAsking: false, ...('models' in answer ? { found: answer } : answer) })
  }
  return (
    <>
      <div class={styles.offer}>
        <Button
          busy={state.isAsking}
          disabled={!('url' in address()) || props.context.isDown()}
          onClick={() => void find()}
        >
          Fetch models
        </Button>
        <span class={styles.hint}>
          {'url' in address() ? 'From <base URL>/models.' : 'When there is a base URL.'}
        </span>
      </div>
      <Show when={state.problem}>
        {(problem) => <Notice tone="error" title={problem().message} hint={problem().hint} />}
      </Show>
      <Show when={state.found} keyed>
        {(found) => (
          <Found
            found={found}
            has={(id) => props.form.draft.models.some((model) => model.id === id)}
            onTake={(models) => {
              setState('found', undefined)
              props.onTake(models)
            }}
          />
        )}
      </Show>
    </>
  )
}

function askedKey({ draft, isNew }: Form): AskedKey | undefined {
  switch (draft.way) {
    case 'variable':
      return draft.variable === '' ? undefined : { variable: draft.variable }
    case 'stored':
      return draft.key.trim() === '' ? ofEngine(draft, isNew) : { typed: draft.key.trim() }
    case 'kept':
      return ofEngine(draft, isNew)
    case 'none':
      return draft.shape === 'catalogue' ? ofEngine(draft, isNew) : undefined
  }
}

const ofEngine = ({ id }: ProviderDraft, isNew: boolean) => (isNew || id === '' ? undefined : { of: id })

const aboutFound = (name: string | undefined, context: number | undefined): string =>
  [name && escapeInvisible(name), context !== undefined && `context ${formatCompact(context)}`]
    .filter(Boolean)
    .join(', ')

/** Models that stand on the page at once. */
const MOST = 200

function Found(props: {
  found: Extract<FoundModels, { models: FoundModel[] }>
  has: (id: string) => boolean
  onTake: (models: readonly FoundModel[]) => void
}): JSX.Element {
  const [query, setQuery] = createSignal('')
  const [chosen, setChosen] = createStore<Record<string, boolean>>(
    Object.fromEntries(props.found.models.map(({ id }) => [id, props.has(id)])),
  )
  const matching = createMemo(() => {
    const word = query().trim().toLowerCase()
    return props.found.models.filter(({ id, name = '' }) => `${id} ${name}`.toLowerCase().includes(word))
  })
  const taken = () => props.found.models.filter(({ id }) => chosen[id])
  return (
    <div class={styles.found} role="group" aria-label="Models of the server">
      <Show when={props.found.models.length > 8}>
        <input
          class={styles.box}
          type="search"
          aria-label="Search models"
          placeholder={`Search ${formatCount(props.found.models.length)} models`}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </Show>
      <ul class={styles.foundList} role="list" aria-label="Found models" tabIndex={0}>
        <For
          each={matching().slice(0, MOST)}
          fallback={<li class={styles.hint}>The server names no such model.</li>}
        >
          {({ id, name, context }) => (
            <li>
              <label class={styles.check}>
                <input
                  type="checkbox"
                  checked={chosen[id] === true}
                  onChange={(event) => setChosen(id, event.currentTarget.checked)}
                />
                <span class={styles.id}>{escapeInvisible(id)}</span>
                <span class={styles.hint}>{aboutFound(name, context)}</span>
              </label>
            </li>
          )}
        </For>
      </ul>
      <Show when={matching().length > MOST}>
        <p class={styles.hint}>The first {MOST} are shown: search for others.</p>
      </Show>
      <div>
        <Button variant="primary" disabled={taken().length === 0} onClick={() => props.onTake(taken())}>
          Take {formatPlural(taken().length, 'model')}
        </Button>
      </div>
    </div>
  )
}
