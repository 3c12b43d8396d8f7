import Star from 'lucide-solid/icons/star'
import { createEffect, createMemo, createSignal, on, Show, type JSX } from 'solid-js'
import { engineCommands } from '../../../frame/engine-commands.ts'
import { useConsole } from '../../../store/context.ts'
import { Button } from '../../../ui/button.tsx'
import { Picker } from '../../../ui/picker.tsx'
import { CodeWords } from '../../code-words.tsx'
import { useSession } from '../../session-view.ts'
import type { ChoicesView } from '../available-choices.ts'
import { noteUse, recentOf } from '../complete/recent.ts'
import type { Choice } from '../prompt-choice.ts'
import { chooseModel } from '../session-choice.ts'
import { ChoicesFailure } from './choices-failure.tsx'
import { createFavourites, type Favourites } from './favourites.ts'
import { createUnhidden, HiddenNote } from './hidden-note.tsx'
import { modelKey, modelOptions, priceText, type ModelOption } from './model-options.ts'
import styles from '../composer.module.css'

export interface ChoicePickerProps {
  choice: Choice
  choices: ChoicesView
  open: boolean
  onClose: () => void
}

/** Thousands of models, the few that one uses first. */
export const ModelPicker = (props: ChoicePickerProps): JSX.Element => {
  const { ref, directory, server } = useSession()
  const login = () => engineCommands(server()?.info).login
  const { can } = useConsole()
  const favourites = createFavourites(ref.serverId, directory)
  const [recent, setRecent] = createSignal<readonly string[]>([])
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return
        setRecent(recentOf('models'))
        if (can(ref.serverId, 'favourites')) favourites.read()
      },
    ),
  )
  const selected = () => (props.choice.model ? modelKey(props.choice.model) : undefined)
  const unhidden = createUnhidden('models', () => props.choices.data()?.models ?? [], modelKey, selected)
  // Not before anybody looks: there may be thousands.
  const options = createMemo<ModelOption[]>(
    (before) => (props.open ? modelOptions(unhidden.list(), favourites.keys(), recent()) : before),
    [],
  )
  const star = () => (can(ref.serverId, 'favourites') ? favourites : undefined)
  return (
    <Picker
      open={props.open}
      onClose={props.onClose}
      title="Model"
      placeholder="Search models"
      options={options()}
      selected={selected()}
      loading={props.choices.loading()}
      error={props.choices.problem() && <ChoicesFailure choices={props.choices} />}
      empty={<CodeWords text={`No provider is set up. Run \`${login()}\`, then open this again.`} />}
      onPick={({ id, model }) => {
        noteUse('models', id)
        chooseModel(ref, model)
      }}
      act={star() && { keys: 'mod+d', run: ({ model }) => favourites.toggle(model) }}
      footer={props.open && unhidden.hidden() > 0 && <HiddenNote unhidden={unhidden} />}
      details={(option) => <Details option={option} favourites={star()} />}
    />
  )
}

const Details = (props: { option: ModelOption; favourites: Favourites | undefined }): JSX.Element => {
  const facts = () => {
    const { model } = props.option
    const price = priceText(model)
    return [
      model.seesImages === undefined ? '' : model.seesImages ? 'sees images' : 'no images',
      price && price !== 'free' ? `${price} for a million tokens` : price,
      model.variants.length > 0 ? `variants ${model.variants.join(', ')}` : '',
    ].filter(Boolean)
  }
  return (
    <>
      <span class={styles.facts}>{facts().join(' · ')}</span>
      <Show when={props.favourites}>
        {(favourites) => (
          <Button
            size="small"
            keys="mod+d"
            icon={<Star />}
            aria-pressed={props.option.favourite}
            onClick={() => favourites().toggle(props.option.model)}
          >
            {props.option.favourite ? 'Unfavourite' : 'Favourite'}
          </Button>
        )}
      </Show>
    </>
  )
}
