import { useNavigate } from '@solidjs/router'
import { createMemo, Show, type JSX } from 'solid-js'
import { oneLine } from '../../frame/entry-text.ts'
import { Button } from '../../ui/button.tsx'
import { createNow } from '../../ui/clock.ts'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { formatPlural, formatRelative } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'
import { promptTextOf } from '../conversation/rows.ts'
import { useSession } from '../session-view.ts'
import type { OutlineProps } from './outline.tsx'
import styles from './outline.module.css'
import { promptInSight } from './prompt-in-sight.ts'

/** UTF-16 units of a prompt that a line can show. */
const LONGEST = 300

/** What `Outline` shows. */
export const OutlineLayer = (props: OutlineProps & { open: boolean }): JSX.Element => {
  const view = useSession()
  const navigate = useNavigate()
  const now = createNow(20_000)
  const partsOf = (id: string) => view.transcript()?.parts[id] ?? []
  const titleOf = (id: string) =>
    escapeInvisible(oneLine(promptTextOf(partsOf(id)).slice(0, LONGEST))) ||
    formatPlural(partsOf(id).length, 'attachment')
  const prompts = createMemo(() => view.messages().filter(({ role }) => role === 'user'))
  const options = createMemo(() =>
    prompts().map(({ id, time }) => ({
      id,
      title: titleOf(id),
      detail: formatRelative(time.created, now()),
    })),
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
