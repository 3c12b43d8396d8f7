import type { QuestionInfo } from '@kilocode/sdk/v2/client'
import { createUniqueId, Index, Show, type JSX } from 'solid-js'
import { createStore } from 'solid-js/store'
import { useConsole } from '../../store/context.ts'
import type { Question } from '../../store/types.ts'
import { Button } from '../../ui/button.tsx'
import { answerOf, choose, emptyDraft, isComplete, write, type Draft } from './answers.ts'
import { createReply } from './create-reply.ts'
import { digitOf } from './digit.ts'
import { PlanView } from './plan-view.tsx'
import { beginsSession, isPlan, wordsOf } from './question-words.ts'
import { ReplyFailure } from './reply-failure.tsx'
import card from './card.module.css'
import styles from './question.module.css'
import { untilBegun } from './until-begun.ts'

export interface QuestionAskProps {
  serverId: string
  request: Question
  /** Of the session that asks. */
  directory: string
  /** Whether the engine takes answers now. */
  reachable: boolean
  /** Told of the session that an answer has begun. */
  onBegun: (sessionId: string) => void
}

/** Questions with their choices, answered together or dismissed, wherever they are shown. */
export const QuestionAsk = (props: QuestionAskProps): JSX.Element => {
  const { requests, state } = useConsole()
  const questions = () => props.request.questions
  const [drafts, setDrafts] = createStore<Draft[]>(props.request.questions.map(emptyDraft))
  const draftOf = (index: number) => drafts[index] ?? emptyDraft()
  const words = () => wordsOf(props.request)
  const answer = async () => {
    const { serverId, request, directory, onBegun } = props
    const answers = questions().map((question, index) => answerOf(question, draftOf(index)))
    if (!beginsSession(request, answers)) return requests.answer(serverId, request, answers)
    // It is named before the answer has arrived.
    const begun = untilBegun(() => state.servers[serverId], directory)
    await requests.answer(serverId, request, answers).catch((error: unknown) => {
      begun.stop()
      throw error
    })
    void begun.session.then((id) => id !== undefined && onBegun(id))
  }
  const { sent, busy, problem, send, retry } = createReply<'answer' | 'dismiss'>((act) =>
    act === 'dismiss' ? requests.dismiss(props.serverId, props.request) : answer(),
  )
  return (
    <form
      class={styles.questions}
      onSubmit={(event) => {
        event.preventDefault()
        if (props.reachable && isComplete(questions(), drafts)) send('answer')
      }}
    >
      <div class={styles.questionList}>
        <Show when={isPlan(props.request)}>
          <PlanView serverId={props.serverId} request={props.request} directory={props.directory} />
        </Show>
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
      <Show when={words().note}>{(note) => <p class={styles.note}>{note()}</p>}</Show>
      <ReplyFailure problem={problem()} onRetry={retry} />
      <div class={card.answers}>
        <Button
          variant="primary"
          type="submit"
          busy={busy() && sent() === 'answer'}
          disabled={!props.reachable || !isComplete(questions(), drafts)}
        >
          {words().answer}
        </Button>
        <Button
          disabled={!props.reachable}
          busy={busy() && sent() === 'dismiss'}
          onClick={() => send('dismiss')}
        >
          Dismiss
        </Button>
      </div>
    </form>
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
    <fieldset
      class={styles.question}
      onKeyDown={(event) => {
        const option = props.question.options[digitOf(event) - 1]
        if (!option) return
        event.preventDefault()
        props.onDraft(choose(props.question, props.draft, option.label))
      }}
    >
      <legend class={styles.questionText} dir="auto">
        {props.question.question}
        <Show when={props.question.multiple}>
          <span class={styles.several}> Choose one or more</span>
        </Show>
      </legend>
      <Index each={props.question.options}>
        {(option, index) => (
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
            <Show when={index < 9}>
              <kbd class={styles.digit} aria-hidden="true">
                {index + 1}
              </kbd>
            </Show>
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
          class={card.words}
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
