import { useNavigate } from '@solidjs/router'
import { createMemo, Show, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { createNow } from '../../ui/clock.ts'
import { formatRelative } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'
import { promptTitle } from '../conversation/prompt-title.ts'
import { useSession } from '../session-view.ts'
import type { OutlineProps } from './outline.tsx'
import styles from './outline.module.css'
import { promptInSight } from './prompt-in-sight.ts'

/** What `Outline` shows. */
export const OutlineLayer = (props: OutlineProps & { open: boolean }): JSX.Element => {
  const view = useSession()
  const navigate = useNavigate()
  const now = createNow(20_000)
  const prompts = createMemo(() =>
    view.messages().flatMap(({ id, role, time }) => {
      const title = role === 'user' ? promptTitle(view.transcript()?.parts[id] ?? []) : undefined
      return title === undefined ? [] : [{ id, title, created: time.created }]
    }),
  )
  const options = createMemo(() =>
    prompts().map(({ id, title, created }) => ({ id, title, detail: formatRelative(created, now()) })),
  )
  const inSight = createMemo(() =>
    props.open ? promptInSight(props.place.scroller(), new Set(prompts().map(({ id }) => id))) : undefined,
  )
  return (
    <Picker
      open={props.open}
      onClose={props.onClose}
      title="Prompts"
      placeholder="Search prompts"
      options={options()}
      selected={inSight()}
      loading={props.place.older() === 'loading' && options().length === 0}
      empty={<p class={styles.note}>No prompt yet. What you ask in this session is listed here.</p>}
      footer={props.place.older() === 'none' ? undefined : <OlderPrompts place={props.place} />}
      onPick={({ id }) => {
        void props.jump.to(id)
        navigate(`#${id}`, { replace: true, scroll: false })
      }}
    />
  )
}

/** Prompts before those that are loaded. */
const OlderPrompts = (props: Pick<OutlineProps, 'place'>): JSX.Element => (
  <Show
    when={props.place.older() === 'failed'}
    fallback={
      <Button
        size="small"
        variant="ghost"
        busy={props.place.older() === 'loading'}
        onClick={() => void props.place.loadOlder()}
      >
        Load older prompts
      </Button>
    }
  >
    <Notice tone="error" title="Couldn’t load older prompts" onRetry={() => void props.place.loadOlder()} />
  </Show>
)
