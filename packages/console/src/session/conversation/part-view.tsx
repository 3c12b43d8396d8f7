import type { Part, PatchPart } from '@kilocode/sdk/v2/client'
import { Match, Switch, type JSX } from 'solid-js'
import type { Cut } from '../../../shared/cut-parts.ts'
import { formatPlural } from '../../ui/format.ts'
import { ToolCall } from '../tools/tool-call.tsx'
import { Attachment } from './attachment.tsx'
import styles from './message.module.css'
import { Prompt } from './prompt.tsx'
import { Reasoning } from './reasoning.tsx'
import { Written } from './written.tsx'

type Of<T extends Part['type']> = Extract<Part, { type: T }>

function only<T extends Part['type']>(part: Part, type: T): Of<T> | undefined {
  return part.type === type ? (part as Of<T>) : undefined
}

/** One part of a message. `writing`: its message is still being written. */
export const PartView = (props: {
  part: Cut<Part>
  role: 'user' | 'assistant'
  writing: boolean
}): JSX.Element => (
  <Switch fallback={<Remark text={`Unknown part: ${props.part.type}`} />}>
    <Match when={only(props.part, 'text')}>
      {(part) => (
        <Switch
          fallback={
            <Written part={part()} writing={props.writing && !part().time?.end} cut={props.part.cut} />
          }
        >
          <Match when={props.role === 'user'}>
            <Prompt part={part()} />
          </Match>
          <Match when={part().synthetic}>
            <Remark text={part().text} />
          </Match>
        </Switch>
      )}
    </Match>
    <Match when={only(props.part, 'reasoning')}>
      {(part) => <Reasoning part={part()} writing={props.writing} cut={props.part.cut} />}
    </Match>
    <Match when={only(props.part, 'tool')}>
      {(part) => <ToolCall part={part()} live={props.writing} cut={props.part.cut} />}
    </Match>
    <Match when={only(props.part, 'file')}>{(part) => <Attachment part={part()} />}</Match>
    <Match when={only(props.part, 'patch')}>{(part) => <Remark text={patchText(part())} />}</Match>
    <Match when={only(props.part, 'retry')}>
      {(part) => <Remark text={`Attempt ${part().attempt} failed: ${part().error.data.message}`} />}
    </Match>
    <Match when={only(props.part, 'compaction')}>
      {(part) => (
        <Remark
          text={
            part().auto
              ? 'Context was full: Kilo shortened it to a summary'
              : 'Context shortened to a summary'
          }
        />
      )}
    </Match>
    <Match when={only(props.part, 'subtask')}>
      {(part) => <Remark text={`Subagent ${part().agent}: ${part().description}`} />}
    </Match>
    <Match when={only(props.part, 'agent')}>{(part) => <Remark text={`@${part().name}`} />}</Match>
  </Switch>
)

const patchText = ({ files }: PatchPart) => `Changed ${formatPlural(files.length, 'file')}`

/** A quiet line about something that is no text of anybody. */
const Remark = (props: { text: string }): JSX.Element => <p class={styles.remark}>{props.text}</p>
