import { PROJECT_COLORS, type ProjectColor } from '@kilo-console/engine/project-colors'
import { createEffect, createSignal, createUniqueId, For, on, Show, type JSX } from 'solid-js'
import type { Problem } from '../../../../shared/api.ts'
import { toProblem } from '../../../sdk/problem.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ProjectMark } from '../../../ui/project-mark.tsx'
import { changeProject } from './change-project.ts'
import { wrongProjectName, type ProjectRow } from './project-rows.ts'
import styles from './projects.module.css'

/** What a project is called, and its colour: wherever it is named. */
export function Identity(props: { row: ProjectRow; ownName: string; isDown: boolean }): JSX.Element {
  const [problem, setProblem] = createSignal<Problem>()
  // Whoever goes through the colours by keys keeps the focus, and the last one counts: one is saved behind the other.
  let turn: Promise<unknown> = Promise.resolve()
  async function saveNow(change: Parameters<typeof changeProject>[1], said: string): Promise<boolean> {
    try {
      await changeProject(props.row, change)
      setProblem(undefined)
      announce(said)
      return true
    } catch (error) {
      setProblem(toProblem(error))
      return false
    }
  }
  function save(...asked: Parameters<typeof saveNow>): Promise<boolean> {
    const saved = turn.then(() => saveNow(...asked))
    turn = saved
    return saved
  }
  return (
    <section class={styles.section} role="region" aria-label="Name and colour">
      <h3 class={styles.heading}>Name and colour</h3>
      <Show when={problem()}>
        {(said) => <Notice tone="error" title={`Not saved: ${said().message}`} hint={said().hint} />}
      </Show>
      <NameForm
        name={props.row.project.name ?? ''}
        ownName={props.ownName}
        disabled={props.isDown}
        onSave={(name) => void save({ name }, name === '' ? 'Name reset' : `Renamed to ${name}`)}
      />
      <ColorChoice
        color={props.row.project.color}
        disabled={props.isDown}
        onChoose={(color) => save({ color }, color === '' ? 'No colour' : `Colour ${color}`)}
      />
      <p class={styles.quiet}>
        Kept by the engine: every browser and the engine’s own pages see them. The folder keeps its name.
      </p>
    </section>
  )
}

function NameForm(props: {
  name: string
  ownName: string
  disabled: boolean
  onSave: (name: string) => void
}): JSX.Element {
  const id = createUniqueId()
  const [typed, setTyped] = createSignal<string>()
  // What was typed stays until it is the name, or another is.
  createEffect(
    on(
      () => props.name,
      () => setTyped(undefined),
      { defer: true },
    ),
  )
  const text = () => typed() ?? props.name
  const wrong = () => wrongProjectName(text())
  const isSame = () => text().trim() === props.name
  return (
    <form
      class={styles.nameForm}
      onSubmit={(event) => {
        event.preventDefault()
        if (props.disabled || wrong() || isSame()) return
        props.onSave(text().trim())
      }}
    >
      <label for={id}>Name</label>
      <div class={styles.fieldRow}>
        <input
          id={id}
          class={styles.field}
          value={text()}
          placeholder={props.ownName}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={wrong() !== undefined}
          aria-describedby={`${id}-about`}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" disabled={props.disabled || wrong() !== undefined || isSame()}>
          Save name
        </Button>
      </div>
      <p id={`${id}-about`} class={wrong() ? styles.problem : styles.quiet}>
        {wrong() ?? 'Empty: as the folder is called.'}
      </p>
    </form>
  )
}

const nameColor = (color: ProjectColor) => color[0]?.toUpperCase() + color.slice(1)

function ColorChoice(props: {
  color: ProjectColor | undefined
  disabled: boolean
  /** Answers whether it was saved. */
  onChoose: (color: ProjectColor | '') => Promise<boolean>
}): JSX.Element {
  const group = createUniqueId()
  const colorOf = () => props.color ?? ''
  let chosen: string = ''
  // What was not saved is not shown as if it were; what was chosen after it may still be.
  async function choose(color: ProjectColor | '', radios: HTMLElement | null): Promise<void> {
    chosen = color
    if ((await props.onChoose(color)) || chosen !== color) return
    for (const radio of radios?.querySelectorAll('input') ?? []) radio.checked = radio.value === colorOf()
  }
  const choice = (color: ProjectColor | '', label: string) => (
    <label class={styles.color}>
      <input
        type="radio"
        name={group}
        value={color}
        checked={colorOf() === color}
        disabled={props.disabled}
        onChange={(event) => void choose(color, event.currentTarget.closest('fieldset'))}
      />
      <ProjectMark color={color === '' ? undefined : color} />
      {label}
    </label>
  )
  return (
    <fieldset class={styles.colors}>
      <legend>Colour</legend>
      {choice('', 'None')}
      <For each={PROJECT_COLORS}>{(color) => choice(color, nameColor(color))}</For>
    </fieldset>
  )
}
