import type { ToolPart } from '@kilocode/sdk/v2/client'
import { createMemo, For, lazy, Show, Suspense, type JSX } from 'solid-js'
import type { Cut } from '../../../shared/cut-parts.ts'
import { CodeText } from '../../code/code-text.tsx'
import { useOpenFile } from '../../code/file-links.tsx'
import { Button } from '../../ui/button.tsx'
import type { LayerProps } from '../../ui/create-layer.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { Attachment } from '../conversation/attachment.tsx'
import { useSession } from '../session-view.ts'
import { createWhole } from '../whole-text.tsx'
import { filesOf } from './call-facts.ts'
import type { ToolLine } from './tool-line.ts'
import { copiedFrom, toolSectionsOf, type ToolSection } from './tool-sections.ts'
import styles from './tool-call.module.css'

const DiffView = lazy(() => import('../../code/diff/diff-view.tsx'))

/** The inside of a tool call: what went in, and what came out. */
export const ToolDetail = (props: LayerProps & { part: Cut<ToolPart>; line: ToolLine }): JSX.Element => {
  const view = useSession()
  const show = createWhole()
  const sections = createMemo(() => toolSectionsOf(props.part))
  /** All of it, though only the beginning is there; out of the store, for this row may be scrolled away by then. */
  const copied = (section: ToolSection) => {
    const { id, messageID, cut } = props.part
    if (cut === undefined) return copiedFrom(section)
    return show(messageID, id).then((isWhole) => {
      const part = view.transcript()?.parts[messageID]?.find((each) => each.id === id)
      if (!isWhole || part?.type !== 'tool') return undefined
      const whole = toolSectionsOf(part).find(({ title }) => title === section.title)
      return whole && copiedFrom(whole)
    })
  }
  const openFile = useOpenFile()
  const attached = () => ('attachments' in props.part.state ? (props.part.state.attachments ?? []) : [])
  const files = createMemo(() => (openFile ? filesOf(props.part) : []))
  return (
    <div class={styles.inside}>
      <For each={sections()} fallback={<p class={styles.nothing}>Nothing to show yet.</p>}>
        {(section) => (
          <section class={styles.section} data-part={`${props.part.id} ${section.title}`}>
            <div class={styles.head} data-unsearched>
              <h3 class={styles.heading}>{section.title}</h3>
              <CopyButton name={`Copy ${section.title.toLowerCase()}`} text={() => copied(section)} />
            </div>
            <Show
              when={section.kind === 'diff'}
              fallback={
                <CodeText
                  id={`${props.part.id} ${section.title}`}
                  text={section.text}
                  language={section.language}
                  firstLine={section.firstLine}
                  output={section.kind === 'output'}
                  failed={section.title === 'Error'}
                />
              }
            >
              <Suspense fallback={<p class={styles.nothing}>Loading changes…</p>}>
                <DiffView
                  patch={section.text}
                  id={`${props.part.id} ${section.title}`}
                  counts={props.line.changed ?? undefined}
                />
              </Suspense>
            </Show>
          </section>
        )}
      </For>
      <For each={attached()}>{(file) => <Attachment part={file} />}</For>
      <For each={files()}>
        {(path) => (
          <Button size="small" variant="ghost" onClick={() => openFile?.({ path, line: undefined })}>
            {files().length > 1 ? `Open ${escapeInvisible(path)}` : 'Open file'}
          </Button>
        )}
      </For>
    </div>
  )
}
