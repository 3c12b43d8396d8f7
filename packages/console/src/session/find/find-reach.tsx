import { Show, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { formatCount, formatPlural } from '../../ui/format.ts'
import { Spinner } from '../../ui/spinner.tsx'
import type { Find } from './create-find.ts'
import styles from './find.module.css'

/** How far the search reaches: what is not searched yet, and the way to it. */
export const FindReach = (props: { find: Find }): JSX.Element => (
  <Show when={props.find.query() !== ''}>
    <Show when={props.find.older() !== 'none'}>
      <Older find={props.find} />
    </Show>
    <Show when={props.find.cut() > 0 || props.find.isReading()}>
      <Reach
        busy={props.find.isReading() ? 'Reading long messages…' : undefined}
        words={wordsOf(props.find)}
        action={props.find.couldNotRead() > 0 ? 'Try again' : 'Search all of it'}
        onAction={() => props.find.searchWhole()}
        onStop={() => props.find.stopReading()}
      />
    </Show>
  </Show>
)

function wordsOf({ cut, couldNotRead }: Find): string {
  const messages = formatPlural(cut(), 'long message')
  if (couldNotRead() === cut()) return `Couldn’t read ${messages}`
  const failed = couldNotRead() > 0 ? `, ${formatCount(couldNotRead())} couldn’t be read` : ''
  return `${messages} searched in part${failed}`
}

const Older = (props: { find: Find }): JSX.Element => {
  const hasFailed = () => props.find.older() === 'failed'
  return (
    <Reach
      busy={props.find.older() === 'loading' ? 'Searching older messages…' : undefined}
      words={hasFailed() ? 'Couldn’t load older messages' : 'Older messages are not searched yet'}
      action={hasFailed() ? 'Try again' : 'Search older'}
      onAction={() => props.find.searchOlder()}
    />
  )
}

interface ReachProps {
  /** What is being done about it. */
  busy: string | undefined
  words: string
  action: string
  onAction: () => void
  /** Ends what is being done. */
  onStop?: () => void
}

const Reach = (props: ReachProps): JSX.Element => (
  <div class={styles.reach}>
    <Show
      when={props.busy}
      fallback={
        <>
          <span>{props.words}</span>
          <Button size="small" variant="ghost" onClick={() => props.onAction()}>
            {props.action}
          </Button>
        </>
      }
    >
      {(busy) => (
        <>
          <span>{busy()}</span>
          <Spinner />
          <Show when={props.onStop}>
            {(stop) => (
              <Button size="small" variant="ghost" onClick={() => stop()()}>
                Stop reading
              </Button>
            )}
          </Show>
        </>
      )}
    </Show>
  </div>
)
