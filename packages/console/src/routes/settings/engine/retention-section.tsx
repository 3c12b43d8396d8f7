import type { Retention } from '@kilo-console/engine/edge/upkeep'
import { createSignal, Show, type JSX } from 'solid-js'
import { Button } from '../../../ui/button.tsx'
import { formatPlural } from '../../../ui/format.ts'
import { RelativeTime } from '../../../ui/time.tsx'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import { originText } from '../configuration/source-text.ts'
import type { Read } from '../create-read.ts'
import { DeleteOld } from './delete-old.tsx'
import styles from './engine.module.css'
import { fieldAt } from './flag.ts'
import { FlagRow } from './flag-row.tsx'
import { Section } from './section.tsx'
import { wantDays } from './want-days.tsx'

/** How long sessions are kept, and what has been deleted. It is the whole machine’s: no folder has its own. */
export function RetentionSection(props: {
  context: RowContext
  read: Read<Retention>
  isDown: boolean
  onWant: (change: WantedChange) => void
}): JSX.Element {
  const isGlobal = () => props.context.place().directory === ''
  return (
    <Section
      title="Retention"
      about="Sessions that nobody has touched for some days can be deleted, those of all folders and the archived ones too. Kilo doesn’t do that by itself: another app of Kilo may ask for it, at most once in a while, or you do here."
    >
      <Show
        when={isGlobal()}
        fallback={<p class={styles.none}>It holds for the whole machine: it is set under “Global”.</p>}
      >
        <FlagRow
          context={props.context}
          name="Retention"
          path={['retention', 'enabled']}
          byDefault={false}
          on="Old sessions may be deleted from now on: by any app of Kilo that asks for it, without asking you."
          off="No session is deleted for its age."
          onWant={props.onWant}
        />
        <Show when={props.read.value()} fallback={<p class={styles.none}>Not known yet.</p>}>
          {(retention) => <Policy {...props} retention={retention()} />}
        </Show>
      </Show>
    </Section>
  )
}

function Policy(props: {
  context: RowContext
  read: Read<Retention>
  retention: Retention
  isDown: boolean
  onWant: (change: WantedChange) => void
}): JSX.Element {
  const [isAsking, setAsking] = createSignal(false)
  const days = () => props.retention.policy.maxAgeDays
  const field = () => fieldAt(props.context.configuration(), ['retention', 'maxAgeDays'])
  return (
    <>
      <div class={styles.row}>
        <span>Kept for {formatPlural(days(), 'day')}</span>
        <span class={styles.source}>
          {originText(field(), props.context.configuration(), props.context.from())}
        </span>
        <div class={styles.buttons}>
          <Button
            size="small"
            disabled={props.context.locked()}
            onClick={() => props.onWant(wantDays(days()))}
          >
            Change days…
          </Button>
          <Show when={props.retention.policy.enabled}>
            <Button size="small" disabled={props.isDown} onClick={() => setAsking(true)}>
              Delete old sessions…
            </Button>
          </Show>
        </div>
      </div>
      <Show when={props.retention.last}>
        {(last) => (
          <p class={styles.none} role="status">
            Last done <RelativeTime at={last().at} />: {last().deleted} of{' '}
            {formatPlural(last().scanned, 'session')} deleted
            {last().skippedActive > 0 ? `, ${String(last().skippedActive)} left for they were at work` : ''}
            {last().failed > 0 ? `, ${String(last().failed)} could not be` : ''}. Subagents count.
          </p>
        )}
      </Show>
      <DeleteOld
        open={isAsking()}
        days={days()}
        place={props.context.place()}
        read={props.read}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
