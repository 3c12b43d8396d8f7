import type { ToolPart } from '@kilocode/sdk/v2/client'
import { lazy, Show, Suspense, type JSX } from 'solid-js'
import { CodeText } from '../../code/code-text.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import styles from './tool-call.module.css'
import type { ToolLine } from './tool-line.ts'
import type { ToolSection as Section } from './tool-sections.ts'

const DiffView = lazy(() => import('../../code/diff/diff-view.tsx'))

export interface ToolSectionProps {
  part: ToolPart
  line: ToolLine
  section: Section
  /** All of it. */
  copied: (section: Section) => string | undefined | Promise<string | undefined>
}

/** One thing that is worth seeing of a call: what went in, what it changed, what came out. */
export const ToolSection = (props: ToolSectionProps): JSX.Element => (
  <section class={styles.section} data-part={`${props.part.id} ${props.section.title}`}>
    <div class={styles.head} data-unsearched>
      <h3 class={styles.heading}>{props.section.title}</h3>
      <CopyButton
        name={`Copy ${props.section.title.toLowerCase()}`}
        text={() => props.copied(props.section)}
      />
    </div>
    <Show
      when={props.section.kind === 'diff'}
      fallback={
        <CodeText
          id={`${props.part.id} ${props.section.title}`}
          text={props.section.text}
          language={props.section.language}
          firstLine={props.section.firstLine}
          output={props.section.kind === 'output'}
          failed={props.section.title === 'Error'}
        />
      }
    >
      <Suspense fallback={<p class={styles.nothing}>Loading changes…</p>}>
        <DiffView
          patch={props.section.text}
          id={`${props.part.id} ${props.section.title}`}
          counts={props.line.changed ?? undefined}
        />
      </Suspense>
    </Show>
  </section>
)
