import type { QuestionInfo, Session } from '@kilocode/sdk/v2/client'
import { createUniqueId, Index, Show, type JSX } from 'solid-js'
import { createStore } from 'solid-js/store'
import { useConsole } from '../../store/context.ts'
import type { Question } from '../../store/types.ts'
import { Button } from '../../ui/button.tsx'
import { StateIcon } from '../../ui/state-icon.tsx'
import { useSession } from '../session-view.ts'
import { answerOf, choose, emptyDraft, isComplete, write, type Draft } from './answers.ts'
import { AskerLine } from './asker-line.tsx'
import { createReply } from './create-reply.ts'
import { ReplyFailure } from './reply-failure.tsx'
import styles from './requests.module.css'

export interface QuestionCardProps {
  request: Question
  by: Session | undefined
  /** How many requests wait behind this one. */
  more: number
}

/** Questions of the model, each with its choices; answered together or dismissed. */
export const QuestionCard = (props: QuestionCardProps): JSX.Element => {
  const { requests } = useConsole()
  const view = useSession()
  const questions = () => props.request.questions
  const [drafts, setDrafts] = createStore<Draft[]>(props.request.questions.map(emptyDraft))
  const draftOf = (index: number) => drafts[index] ?? emptyDraft()
  const { sent, busy, problem, send, retry } = createReply<'answer' | 'dismiss'>((act) =>
    act === 'dismiss'
      ? requests.dismiss(view.ref.serverId, props.request)
      : requests.answer(
          view.ref.serverId,
          props.request,
          questions().map((question, index) => answerOf(question, draftOf(index))),
        ),
  )
  return (
    <section class={styles.card} role="region" aria-label="Question">
      <header class={styles.head}>
        <StateIcon activity="question" />
        <h2 class={styles.title}>Kilo has a question</h2>
        <Show when={props.more > 0}>
          <span class={styles.more}>{props.more} more</span>
        </Show>
      </header>
      <AskerLine
        by={props.by}
        messageId={props.request.tool?.messageID}
        directory={props.by?.directory ?? props.request.directory}
      />
      <form
        class={styles.questions}
        onSubmit={(event) => {
          event.preventDefault()
          if (view.reachable() && isComplete(questions(), drafts)) send('answer')
        }}
      >
        <div class={styles.questionList}>
          <Index each={questions()}>
            {(question, index) => (
              <QuestionField
                question={question()}
                draft={draftOf(index)}
                onDraft={(draft) => setDrafts(index, draft)}
              />
            )}
          </Index>
        </div>
        <ReplyFailure problem={problem()} onRetry={retry} />
        <div class={styles.answers}>
          <Button
            variant="primary"
            type="submit"
            busy={busy() && sent() === 'answer'}
            disabled={!view.reachable() || !isComplete(questions(), drafts)}
          >
            Answer
          </Button>
          <Button
            disabled={!view.reachable()}
            busy={busy() && sent() === 'dismiss'}
            onClick={() => send('dismiss')}
          >
            Dismiss
          </Button>
        </div>
      </form>
    </section>
  )
}

interface FieldProps {
  question: QuestionInfo
  draft: Draft
  onDraft: (draft: Draft) => void
}

const QuestionField = (props: FieldProps): JSX.Element => {
  const id = createUniqueId()
  return (
    <fieldset class={styles.question}>
      <legend class={styles.questionText} dir="auto">
        {props.question.question}
        <Show when={props.question.multiple}>
          <span class={styles.several}> Choose one or more</span>
        </Show>
      </legend>
      <Index each={props.question.options}>
        {(option) => (
          <label
            class={styles.option}
            data-chosen={props.draft.chosen.includes(option().label) ? '' : undefined}
          >
            <input
              type={props.question.multiple ? 'checkbox' : 'radio'}
              name={id}
              aria-label={option().label}
              checked={props.draft.chosen.includes(option().label)}
              onChange={() => props.onDraft(choose(props.question, props.draft, option().label))}
            />
            <span class={styles.optionText}>
              <span class={styles.optionLabel} dir="auto">
                {option().label}
              </span>
              <Show when={option().description}>
                <span class={styles.optionWords} dir="auto">
                  {option().description}
                </span>
              </Show>
            </span>
          </label>
        )}
      </Index>
      <Show when={props.question.custom !== false}>
        <input
          class={styles.own}
          aria-label={`Own answer to: ${props.question.header || props.question.question}`}
          placeholder="Or type your own answer"
          dir="auto"
          autocomplete="off"
          value={props.draft.own}
          onInput={(event) => props.onDraft(write(props.question, props.draft, event.currentTarget.value))}
        />
      </Show>
    </fieldset>
  )
}
