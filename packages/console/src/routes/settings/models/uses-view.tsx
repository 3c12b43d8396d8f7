import { createSignal, For, Show, type JSX } from 'solid-js'
import { modelOptions, type ModelOption } from '../../../session/composer/choose/model-options.ts'
import { Button } from '../../../ui/button.tsx'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { Picker } from '../../../ui/picker.tsx'
import type { WantedChange } from '../change/change-dialog.tsx'
import { inTargetOf } from '../../../../shared/configuration.ts'
import type { RowContext } from '../configuration/setting-row.tsx'
import { originText } from '../configuration/source-text.ts'
import type { Inventory } from './create-inventory.ts'
import styles from './models.module.css'
import { modelUses, type ModelUse } from './model-uses.ts'
import { resetUse, setUse } from './want-use.tsx'

/** Which model is taken when, in the place that is chosen, and who says so. */
export function UsesView(props: {
  context: RowContext
  inventory: Inventory
  onWant: (change: WantedChange) => void
}): JSX.Element {
  const [chosenFor, setChosenFor] = createSignal<ModelUse>()
  const models = () => {
    const { serverId } = props.context.place()
    return props.inventory
      .sources()
      .find((source) => source.serverId === serverId)
      ?.choices.data()?.models
  }
  const offered = () => {
    const known = models()
    return known && new Set(known.map(({ providerID, modelID }) => `${providerID}/${modelID}`))
  }
  return (
    <section class={styles.section} aria-labelledby="models-in-use">
      <h2 id="models-in-use" class={styles.heading}>
        In use
      </h2>
      <ul class={styles.list}>
        <For each={modelUses(props.context.configuration(), offered())}>
          {(use) => (
            <Use
              use={use}
              context={props.context}
              onChange={() => setChosenFor(use)}
              onReset={() => props.onWant(resetUse(use))}
            />
          )}
        </For>
      </ul>
      <Picker<ModelOption>
        open={chosenFor() !== undefined}
        onClose={() => setChosenFor(undefined)}
        title={chosenFor()?.title ?? ''}
        placeholder="Search models"
        options={chosenFor() ? modelOptions(models() ?? [], [], []) : []}
        selected={chosenFor()?.model}
        onPick={({ id }) => {
          const use = chosenFor()
          if (use && id !== use.model) props.onWant(setUse(use, id))
        }}
      />
    </section>
  )
}

/** What is set here, by whom, and the buttons that set another. */
export function Use(props: {
  use: ModelUse
  context: RowContext
  onChange: () => void
  onReset: () => void
}): JSX.Element {
  const { context } = props
  const isInFile = () => inTargetOf(context.configuration(), props.use.path) !== undefined
  const isSecret = () => props.use.field?.shown !== undefined && props.use.model === undefined
  return (
    <li class={styles.use}>
      <span class={styles.useTitle}>{escapeInvisible(props.use.title)}</span>
      <div class={styles.useValue}>
        <Show
          when={props.use.model}
          fallback={<span class={styles.quiet}>{isSecret() ? 'set' : 'Kilo chooses'}</span>}
        >
          {(model) => <code>{escapeInvisible(model())}</code>}
        </Show>
        <Show when={props.use.isMissing}>
          <span class={styles.missing}>No provider offers it here: what asks for it fails.</span>
        </Show>
        <span class={styles.quiet}>
          {originText(props.use.field, context.configuration(), context.from())}
        </span>
      </div>
      <div class={styles.useActions}>
        <Button
          size="small"
          variant="ghost"
          aria-label={`Change ${props.use.title}`}
          disabled={context.locked()}
          onClick={props.onChange}
        >
          Change
        </Button>
        <Show when={isInFile()}>
          <Button
            size="small"
            variant="ghost"
            aria-label={`Reset ${props.use.title}`}
            disabled={context.locked()}
            onClick={props.onReset}
          >
            Reset
          </Button>
        </Show>
      </div>
    </li>
  )
}
