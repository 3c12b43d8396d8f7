import { Show, type JSX } from 'solid-js'
import { inTargetOf } from '../../../../shared/configuration.ts'
import { Button } from '../../../ui/button.tsx'
import { StateIcon } from '../../../ui/state-icon.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import { originText } from '../configuration/source-text.ts'
import styles from './engine.module.css'
import { flagOf } from './flag.ts'

interface FlagRowProps {
  context: RowContext
  /** "Snapshots", as a sentence begins with it. */
  name: string
  path: readonly string[]
  byDefault: boolean
  /** What comes of it. */
  on: JSX.Element
  off: JSX.Element
  /** Instead of only turning it on. */
  turnOn?: (() => void) | undefined
  onWant: (change: WantedChange) => void
  children?: JSX.Element
}

/** Whether something is on, who says so, and the ways to change that. */
export function FlagRow(props: FlagRowProps): JSX.Element {
  const { context } = props
  const flag = () => flagOf(context.configuration(), props.path, props.byDefault)
  const set = (value: boolean) => props.onWant(setFlag(props, value))
  const word = () => (flag().isOn ? 'Turn off' : 'Turn on')
  return (
    <div class={styles.row}>
      <StatusBadge
        tone={flag().isOn ? 'green' : 'grey'}
        icon={<StateIcon activity={flag().isOn ? 'done' : 'idle'} />}
      >
        {flag().isOn ? 'On' : 'Off'}
      </StatusBadge>
      <span class={styles.source}>
        {flag().isDetailed ? 'with settings of its own: ' : ''}
        {originText(flag().field, context.configuration(), context.from())}
      </span>
      <div class={styles.buttons}>
        {props.children}
        <Show when={!flag().isDetailed}>
          <Button
            size="small"
            aria-label={`${word()}: ${props.name}`}
            disabled={context.locked()}
            onClick={() => (flag().isOn || !props.turnOn ? set(!flag().isOn) : props.turnOn())}
          >
            {word()}
          </Button>
        </Show>
        <Show when={!flag().isDetailed && inTargetOf(context.configuration(), [...props.path])}>
          <Button
            size="small"
            variant="ghost"
            aria-label={`Reset: ${props.name}`}
            disabled={context.locked()}
            onClick={() => props.onWant(resetFlag(props))}
          >
            Reset
          </Button>
        </Show>
      </div>
    </div>
  )
}

type Words = Pick<FlagRowProps, 'name' | 'path' | 'on' | 'off'>

const setFlag = ({ name, path, on, off }: Words, value: boolean): WantedChange => ({
  title: `Turn ${value ? 'on' : 'off'} ${name.toLowerCase()}`,
  said: `${name} ${value ? 'on' : 'off'}`,
  label: value ? 'Turn on' : 'Turn off',
  changes: () => [{ path: [...path], value }],
  content: <p>{value ? on : off}</p>,
})

const resetFlag = ({ name, path }: Words): WantedChange => ({
  title: `Reset ${name.toLowerCase()}`,
  said: `${name} reset`,
  label: 'Reset',
  changes: () => [{ path: [...path] }],
  content: <p>It is taken out of the file: what stands below it, or Kilo’s own way, is in force again.</p>,
})
