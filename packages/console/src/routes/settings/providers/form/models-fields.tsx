import Plus from 'lucide-solid/icons/plus'
import { createSignal, Index, Show, type JSX } from 'solid-js'
import type { FoundModel } from '../../../../../shared/providers.ts'
import { Button } from '../../../../ui/button.tsx'
import type { ProvidersContext } from '../provider-list.tsx'
import type { Form } from './create-form.ts'
import { emptyModel } from './draft.ts'
import { FindModels } from './find-models.tsx'
import styles from './provider-form.module.css'
import { ModelFields } from './model-fields.tsx'
import { withFound } from './with-found.ts'

/** Its models: those that its server tells of, and those that are written by hand. */
export function ModelsFields(props: { form: Form; context: ProvidersContext }): JSX.Element {
  const { form } = props
  const [opened, setOpened] = createSignal<number>()
  const add = () => {
    form.set('models', form.draft.models.length, emptyModel())
    setOpened(form.draft.models.length - 1)
  }
  const take = (found: readonly FoundModel[]) => {
    form.set('models', (models) => withFound(models, found))
    setOpened(undefined)
  }
  const remove = (at: number) => {
    form.set('models', (models) => models.filter((_, index) => index !== at))
    setOpened(undefined)
  }
  return (
    <fieldset class={styles.group}>
      <legend class={styles.heading}>Models</legend>
      <FindModels form={form} context={props.context} onTake={take} />
      <Show when={form.problems()['models']}>{(text) => <p class={styles.problem}>{text()}</p>}</Show>
      <Show when={form.draft.models.length > 0}>
        <ul class={styles.models}>
          <Index each={form.draft.models}>
            {(model, at) => (
              <ModelFields
                model={model()}
                problem={(field) => form.problems()[`models.${at}.${field}`]}
                open={opened() === at}
                onToggle={() => setOpened(opened() === at ? undefined : at)}
                onChange={(change) => form.set('models', at, change)}
                onRemove={() => remove(at)}
              />
            )}
          </Index>
        </ul>
      </Show>
      <div>
        <Button
          icon={<Plus size={14} />}
          data-wrong={form.problems()['models'] === undefined ? undefined : ''}
          onClick={add}
        >
          Add model
        </Button>
      </div>
    </fieldset>
  )
}
