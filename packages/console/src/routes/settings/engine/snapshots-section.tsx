import { createEffect, createSignal, on, Show, type JSX } from 'solid-js'
import { toProblem } from '../../../sdk/problem.ts'
import { prepareSnapshot } from '../../../sdk/settings/upkeep.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDuration } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import styles from './engine.module.css'
import { flagOf } from './flag.ts'
import { FlagRow } from './flag-row.tsx'
import { Section } from './section.tsx'

const PATH = ['snapshot']

/** Whether changes can be taken back, and what that costs. */
export function SnapshotsSection(props: {
  context: RowContext
  /** The server can be told to. */
  prepares: boolean
  isDown: boolean
  onWant: (change: WantedChange) => void
}): JSX.Element {
  const isOn = () => flagOf(props.context.configuration(), PATH, true).isOn
  return (
    <Section
      title="Snapshots"
      about="Kilo keeps the files of a git folder before and after each step, in a store of its own, so that changes can be taken back. In a large repository the first one takes long: after ten seconds Kilo asks in the session whether to wait, or to do without in that project."
    >
      <FlagRow
        context={props.context}
        name="Snapshots"
        path={PATH}
        byDefault={true}
        on="From now on changes can be taken back. The first snapshot of a large repository takes its time."
        off="Nothing that Kilo changes from now on can be taken back here. What git keeps is not touched."
        onWant={props.onWant}
      />
      <Show when={props.prepares && isOn() && props.context.place().directory !== ''}>
        <Prepare context={props.context} isDown={props.isDown} />
      </Show>
    </Section>
  )
}

function Prepare(props: { context: RowContext; isDown: boolean }): JSX.Element {
  const [isBusy, setBusy] = createSignal(false)
  const [said, setSaid] = createSignal('')
  const [problem, setProblem] = createSignal<string>()
  const place = () => props.context.place()
  createEffect(on(place, () => [setSaid(''), setProblem(undefined)]))
  const prepare = async () => {
    const asked = place()
    setBusy(true)
    setSaid('')
    setProblem(undefined)
    try {
      const { prepared, durationMs } = await prepareSnapshot(asked)
      if (asked !== place()) return
      setSaid(
        prepared
          ? `Prepared in ${formatDuration(durationMs)}.`
          : 'Nothing to prepare: it is done already, or this is no git repository.',
      )
    } catch (error) {
      if (asked === place()) setProblem(toProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <div class={styles.row}>
        <span class={styles.source} role="status">
          {isBusy() ? 'Preparing. You can go on working.' : said() || 'The first snapshot can be made ahead.'}
        </span>
        <div class={styles.buttons}>
          <Button size="small" busy={isBusy()} disabled={props.isDown} onClick={() => void prepare()}>
            Prepare now
          </Button>
        </div>
      </div>
      <Show when={problem()}>
        {(text) => <Notice tone="error" title={`Couldn’t prepare it: ${text()}`} />}
      </Show>
    </>
  )
}
