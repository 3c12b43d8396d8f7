import { Show, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { createPart } from '../../ui/create-part.tsx'
import { useExpansion } from '../expansion.ts'
import { CodeBlock } from './code-block.tsx'
import styles from './markdown.module.css'

/** What draws is megabytes: it comes with the first diagram that somebody wants to see. */
const Diagram = createPart(async () => (await import('../diagrams/diagram.tsx')).Diagram)

/** A block of code that describes a diagram, and the diagram when it is asked for. */
export const DiagramBlock = (props: { text: string; info: string | undefined }): JSX.Element => {
  const expansion = useExpansion()
  const key = () => `diagram ${props.text}`
  const Code = () => <CodeBlock text={props.text} info={props.info} />
  return (
    <Show
      when={expansion.isOpen(key())}
      fallback={
        <>
          <Code />
          <div class={styles.beneath}>
            <Button size="small" onClick={() => expansion.set(key(), true)}>
              Show diagram
            </Button>
          </div>
        </>
      }
    >
      <Diagram
        before={<Code />}
        without={(notice) => (
          <>
            {notice}
            <Code />
          </>
        )}
        source={props.text}
        code={<Code />}
        onCode={() => expansion.set(key(), false)}
      />
    </Show>
  )
}
