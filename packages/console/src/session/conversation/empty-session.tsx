import { For, onMount, type JSX } from 'solid-js'
import { useDraft } from '../composer/draft/drafts.ts'
import { createMedia } from '../../ui/media.ts'
import { useShell } from '../../frame/shell-context.ts'
import { useSession } from '../session-view.ts'
import styles from './conversation.module.css'

const SUGGESTIONS = [
  'Explain how this project is structured, and where to start reading.',
  'Find a bug or a weak spot, and fix it with a test.',
  'Run the tests, and fix what fails.',
]

/** A session without a message: what it is for, and three ways to begin. */
export const EmptySession = (): JSX.Element => {
  const view = useSession()
  const { roster } = useShell()
  const draft = useDraft(view.ref)
  const touch = createMedia('(pointer: coarse)')
  onMount(() => {
    // There is one thing to do here. A phone's keyboard would cover what it is about, and who types elsewhere is left alone.
    if (!touch() && !document.activeElement?.matches('input, textarea, [role=dialog] *'))
      draft.fill(draft.text())
  })
  return (
    <section class={styles.empty}>
      <h2 class={styles.emptyTitle}>
        Ask Kilo about {view.directory() === '' ? 'your project' : roster.folderName(view.directory())}
      </h2>
      <p class={styles.emptyText}>
        Kilo reads and changes files there, and runs commands after asking you. What it changes shows up in
        Review.
      </p>
      <ul class={styles.suggestions}>
        <For each={SUGGESTIONS}>
          {(text) => (
            <li>
              <button type="button" class={styles.suggestion} onClick={() => draft.fill(text)}>
                {text}
              </button>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
