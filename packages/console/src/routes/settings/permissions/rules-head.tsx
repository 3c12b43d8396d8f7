import Plus from 'lucide-solid/icons/plus'
import type { JSX } from 'solid-js'
import type { ShownAgent } from '../../../../shared/agents.ts'
import { Button } from '../../../ui/button.tsx'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import styles from './permissions.module.css'
import { addRule } from './want-rule.tsx'

export const RulesHead = (props: {
  context: RowContext
  agents: readonly ShownAgent[]
  onWant: (change: WantedChange) => void
}): JSX.Element => (
  <>
    <div class={styles.head}>
      <h2 class={styles.heading}>Rules</h2>
      <Button
        size="small"
        icon={<Plus />}
        disabled={props.context.locked()}
        onClick={() =>
          props.onWant(
            addRule(
              props.context,
              props.agents.map(({ name }) => name),
            ),
          )
        }
      >
        Add rule
      </Button>
    </div>
    <p class={styles.quiet}>
      In this order: of all that fit a call the lowest one counts. Those of an agent come after those of all,
      and Kilo’s own come first.
    </p>
  </>
)
