import type { FolderRules } from '@kilo-console/engine/edge/agents'
import { createSignal, For, Show, type JSX } from 'solid-js'
import { engine, unwrap } from '../../../sdk/engine.ts'
import { ProblemError, toProblem } from '../../../sdk/problem.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useDrafts } from '../change/drafts.ts'
import { filePath, type Standpoint } from '../configuration/source-text.ts'
import styles from './agents.module.css'
import { readRules, type RulesRead } from './create-rules.ts'

type RulesFile = FolderRules['files'][number]

/** What is said to every agent of a folder, before any prompt. */
export function RulesFiles(props: {
  read: RulesRead
  place: ConfigurationPlace
  from: Standpoint
  isDown: boolean
}): JSX.Element {
  return (
    <section class={styles.section} role="region" aria-label="Rules files">
      <h2 class={styles.heading}>Rules files</h2>
      <p class={styles.quiet}>
        They are said to every agent here. New prompts have what is saved; nothing is stopped.
      </p>
      <For each={props.read.value()?.files.map(({ name }) => name) ?? []}>
        {(name) => (
          <Show when={props.read.value()?.files.find((file) => file.name === name)}>
            {(file) => (
              <Show when={file().editable} fallback={<ReadOnly file={file()} from={props.from} />}>
                <Editable file={file()} {...props} />
              </Show>
            )}
          </Show>
        )}
      </For>
    </section>
  )
}

const ReadOnly = (props: { file: RulesFile; from: Standpoint }): JSX.Element => (
  <Show when={props.file.exists}>
    <details class={styles.fileBox}>
      <summary>
        {filePath(props.file.path, props.from)}{' '}
        <span class={styles.quiet}>read as well, not changed here</span>
      </summary>
      <pre class={styles.text} tabIndex={0}>
        {escapeInvisible(props.file.content)}
      </pre>
    </details>
  </Show>
)

interface Draft {
  /** What is written; undefined: nothing. */
  text?: string | undefined
  /** What the file said when that was begun. */
  base?: string | undefined
  problem?: string | undefined
  /** What it says by now, where that is something else. */
  theirs?: string | undefined
}

const EMPTY: Draft = { text: undefined, base: undefined, problem: undefined, theirs: undefined }

function Editable(props: {
  file: RulesFile
  read: RulesRead
  place: ConfigurationPlace
  from: Standpoint
  isDown: boolean
}): JSX.Element {
  const { draft, set: setDraft } = useDrafts().of(props.place, `rules ${props.file.path}`, (): Draft => ({
    ...EMPTY,
  }))
  const [isSaving, setSaving] = createSignal(false)
  const name = () => filePath(props.file.path, props.from)
  const isChanged = () => draft.text !== undefined && draft.text !== (draft.base ?? props.file.content)
  const write = (text: string) =>
    setDraft({ text, base: draft.base ?? props.file.content, problem: undefined })
  const save = async () => {
    setSaving(true)
    try {
      const theirs = await saveRules(props.place, draft.text ?? '', draft.theirs ?? draft.base ?? '')
      await props.read.refresh()
      setDraft(theirs === undefined ? { ...EMPTY } : { theirs })
      if (theirs === undefined) announce(`Saved ${name()}`)
    } catch (error) {
      setDraft({ problem: toProblem(error).message })
    } finally {
      setSaving(false)
    }
  }
  return (
    <div class={styles.editor}>
      <label class={styles.label}>
        {name()}
        <Show when={!props.file.exists}>
          <span class={styles.quiet}>not there yet</span>
        </Show>
        <textarea
          class={styles.area}
          rows={10}
          spellcheck={false}
          disabled={props.isDown}
          value={draft.text ?? props.file.content}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <Show when={draft.problem}>{(problem) => <Notice tone="error" title={problem()} />}</Show>
      <Show when={draft.theirs !== undefined}>
        <Notice
          tone="warning"
          title="The file was changed meanwhile. Nothing was written."
          detail={draft.theirs || 'It is empty now.'}
          hint="That is what it says now. “Save yours” writes yours over it."
        />
      </Show>
      <Show when={isChanged()}>
        <div class={styles.buttons}>
          <Button variant="primary" busy={isSaving()} disabled={props.isDown} onClick={() => void save()}>
            {draft.theirs === undefined ? 'Save' : 'Save yours'}
          </Button>
          <Button variant="ghost" disabled={isSaving()} onClick={() => setDraft({ ...EMPTY })}>
            {draft.theirs === undefined ? 'Cancel' : 'Keep the file’s'}
          </Button>
        </div>
      </Show>
    </div>
  )
}

/** Only over what was read: else it answers what the file says now, and writes nothing. Throws `ProblemError`. */
async function saveRules(
  place: ConfigurationPlace,
  content: string,
  over: string,
): Promise<string | undefined> {
  const { files } = await readRules(place)
  const now = files.find(({ editable }) => editable)
  if (!now) throw new ProblemError({ code: 'gone', message: 'There is no such file here any more.' })
  if (now.content !== over) return now.content
  const { serverId, directory } = place
  await unwrap(engine(serverId).config.rulesUpdate({ directory, content }))
  return undefined
}
