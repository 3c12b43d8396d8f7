import { createEffect, createSignal, Match, on, Switch, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import type { PartProps } from '../../ui/create-part.tsx'
import { Notice } from '../../ui/notice.tsx'
import { resolvedTheme } from '../../ui/preferences.ts'
import { Spinner } from '../../ui/spinner.tsx'
import { coloursNow } from './diagram-colours.ts'
import { DiagramPicture } from './diagram-picture.tsx'
import { DrawingFrame } from './drawing-frame.ts'
import styles from './diagram.module.css'
import { KeptDrawings, type Outcome } from './kept-drawings.ts'
import { surroundings } from './sandbox.ts'

/** One for the page: Mermaid takes a while to begin. */
const frame = new DrawingFrame(surroundings)
const kept = new KeptDrawings()

export interface DiagramProps extends PartProps {
  source: string
  /** Stands beneath the reason where it cannot be drawn. */
  code: JSX.Element
  onCode: () => void
}

/** A source of Mermaid as the picture that it describes. */
export const Diagram = (props: DiagramProps): JSX.Element => {
  const [state, setState] = createSignal<Outcome>()
  const [tries, setTries] = createSignal(0)
  const keyOf = (theme: string, source: string) => `${theme} ${source}`
  const draw = async (source: string, theme: string): Promise<void> => {
    const key = keyOf(theme, source)
    const outcome =
      kept.get(key) ?? (await kept.make(key, () => frame.draw(source, coloursNow(theme === 'dark'))))
    if (key === keyOf(resolvedTheme(), props.source)) setState(outcome)
  }
  createEffect(on([() => props.source, resolvedTheme, tries], ([source, theme]) => void draw(source, theme)))
  const drawing = () => {
    const now = state()
    return now && 'drawing' in now ? now.drawing : undefined
  }
  const reason = () => {
    const now = state()
    return now && 'reason' in now ? now : undefined
  }
  const retry = () => {
    kept.drop(keyOf(resolvedTheme(), props.source))
    setState(undefined)
    setTries((count) => count + 1)
  }
  return (
    <div class={styles.diagram}>
      <Switch
        fallback={
          <>
            <p class={styles.wait} role="status">
              <Spinner /> Drawing the diagram
            </p>
            {props.code}
          </>
        }
      >
        <Match when={drawing()}>
          {(drawing) => (
            <>
              <DiagramPicture drawing={drawing()} />
              <div class={styles.actions}>
                <Button size="small" variant="ghost" onClick={() => props.onCode()}>
                  Show code
                </Button>
                <CopyButton name="Copy code" text={() => props.source} />
              </div>
            </>
          )}
        </Match>
        <Match when={reason()}>
          {(failed) => (
            <>
              <Notice
                tone="warning"
                title="This diagram can’t be drawn"
                detail={failed().reason}
                onRetry={retry}
              />
              {props.code}
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}
