import type { ToolPart } from '@kilocode/sdk/v2/client'
import { createMemo, For, Show, type JSX } from 'solid-js'
import type { Cut } from '../../../shared/cut-parts.ts'
import { useOpenFile } from '../../code/file-links.tsx'
import { Button } from '../../ui/button.tsx'
import type { PartProps } from '../../ui/create-part.tsx'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { Attachment } from '../conversation/attachment.tsx'
import { useSession } from '../session-view.ts'
import { createWholePart } from '../whole-text.tsx'
import { childOf, filesOf } from './call-facts.ts'
import { Subagent } from './subagent/subagent.tsx'
import styles from './tool-call.module.css'
import type { ToolLine } from './tool-line.ts'
import { ToolSection } from './tool-section.tsx'
import { copiedFrom, toolSectionsOf, type ToolSection as Section } from './tool-sections.ts'

/** The inside of a tool call: what went in, what a subagent does, and what came out. */
export const ToolDetail = (props: PartProps & { part: Cut<ToolPart>; line: ToolLine }): JSX.Element => {
  const view = useSession()
  const readWhole = createWholePart()
  const sections = createMemo(() => toolSectionsOf(props.part))
  /** All of it, though only the beginning is there. */
  const copied = (section: Section) => {
    if (props.part.cut === undefined) return copiedFrom(section)
    return readWhole(props.part).then((part) => {
      const whole = part?.type === 'tool' ? toolSectionsOf(part) : []
      const same = whole.find(({ title }) => title === section.title)
      return same && copiedFrom(same)
    })
  }
  const openFile = useOpenFile()
  const attached = () => ('attachments' in props.part.state ? (props.part.state.attachments ?? []) : [])
  const files = createMemo(() => (openFile ? filesOf(props.part) : []))
  /** A subagent's subagent is a link. */
  const childId = createMemo(() => (view.within ? '' : childOf(props.part)))
  /** By their titles, so that what grows keeps its elements. */
  const titles = createMemo(() =>
    sections()
      .map(({ title }) => title)
      .filter((title) => childId() === '' || title !== 'Output'),
  )
  const titled = (title: Section['title']) => sections().find((section) => section.title === title)
  const resultOf = (section: Section | undefined) =>
    section && { text: section.text, cut: props.part.cut !== undefined, copied: () => copied(section) }
  return (
    <div class={styles.inside}>
      <Show when={titles().length === 0 && childId() === ''}>
        <p class={styles.nothing}>Nothing to show yet.</p>
      </Show>
      <For each={titles()}>
        {(title) => (
          <Show when={titled(title)}>
            {(section) => (
              <ToolSection part={props.part} line={props.line} section={section()} copied={copied} />
            )}
          </Show>
        )}
      </For>
      <Show when={childId()} keyed>
        {(id) => (
          <Subagent
            sessionId={id}
            part={props.part}
            name={`${props.line.name}: ${props.line.subject}`}
            result={resultOf(titled('Output'))}
          />
        )}
      </Show>
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
