import { For, type JSX } from 'solid-js'
import hidden from '../../ui/visually-hidden.module.css'
import styles from './answered-questions.module.css'
import type { AnsweredQuestion } from './registry/tool.ts'

/** What was asked and what the user answered, in the place where the question was. */
export const AnsweredQuestions = (props: { answered: AnsweredQuestion[] }): JSX.Element => (
  <dl class={styles.answered} aria-label="Answers">
    <For each={props.answered}>
      {({ question, answers }) => (
        <div>
          {/* A single question stands in the line above. */}
          <dt dir="auto" class={props.answered.length > 1 ? styles.question : hidden.hidden}>
            {question}
          </dt>
          <For each={answers} fallback={<dd class={styles.none}>No answer</dd>}>
            {(answer) => <dd dir="auto">{answer}</dd>}
          </For>
        </div>
      )}
    </For>
  </dl>
)
