import { Show, type JSX } from 'solid-js'
import type { ShownAgent } from '../../../../shared/agents.ts'
import { inTargetOf, shownText } from '../../../../shared/configuration.ts'
import { Button } from '../../../ui/button.tsx'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import { originText } from '../configuration/source-text.ts'
import styles from './agents.module.css'
import { resetDefaultAgent } from './want-agent.tsx'

const PATH = ['default_agent']

/** Who answers where nobody else is chosen, and who says so. */
export function DefaultAgent(props: {
  context: RowContext
  agents: readonly ShownAgent[]
  onWant: (change: WantedChange) => void
}): JSX.Element {
  const { context } = props
  const field = () =>
    context.configuration().fields.find(({ path }) => path.length === 1 && path[0] === PATH[0])
  const name = () => shownText(field()?.shown)
  const problem = () => {
    const agent = props.agents.find((one) => one.name === name())
    if (name() === undefined) return undefined
    if (!agent) return 'There is no such agent here: Kilo takes another.'
    return agent.mode === 'subagent' || agent.hidden
      ? 'It can’t be talked to: Kilo takes another.'
      : undefined
  }
  return (
    <div class={styles.default}>
      <span class={styles.name}>Default agent</span>
      <Show when={name()} fallback={<span>code</span>}>
        {(set) => <span>{escapeInvisible(set())}</span>}
      </Show>
      <span class={styles.quiet}>{originText(field(), context.configuration(), context.from())}</span>
      <Show when={problem()}>{(text) => <span class={styles.amber}>{text()}</span>}</Show>
      <Show when={inTargetOf(context.configuration(), PATH)}>
        <Button
          size="small"
          variant="ghost"
          aria-label="Reset default agent"
          disabled={context.locked()}
          onClick={() => props.onWant(resetDefaultAgent())}
        >
          Reset
        </Button>
      </Show>
    </div>
  )
}
