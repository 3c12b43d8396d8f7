import { createEffect, Show, type JSX } from 'solid-js'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { shownName } from '../complete/mention.ts'
import type { Sender, SendProblem } from './create-send.ts'
import styles from '../composer.module.css'

function wordsOf(problem: SendProblem): { title: string; hint: string } {
  switch (problem.kind) {
    case 'unknown':
      return {
        title: `There is no command /${shownName(problem.name)}`,
        hint: 'Type / to see all of them.',
      }
    case 'no-arguments':
      return {
        title: `/${shownName(problem.name)} takes no arguments`,
        hint: 'Remove the words after it, or send all of it as text.',
      }
    case 'unavailable':
      return { title: `/${shownName(problem.name)} isn’t available now`, hint: 'Type / to see what is.' }
    case 'attached':
      return {
        title: 'The shell takes no attachments',
        hint: 'Remove them, or send all of it to Kilo as text.',
      }
    case 'budget':
      return { title: 'The budget is used up', hint: `${problem.used} What you send now goes on anyway.` }
    case 'busy':
      return { title: 'Kilo is working', hint: 'Your command can run when it is done.' }
    case 'commands':
      return { title: 'Couldn’t load the commands', hint: problem.problem.message }
  }
}

/** What keeps a text from being sent, over the box. */
export const SendProblemNotice = (props: { sender: Sender }): JSX.Element => {
  createEffect(() => {
    const problem = props.sender.problem()
    if (problem) announce(wordsOf(problem).title)
  })
  return (
    <Show when={props.sender.problem()}>
      {(problem) => (
        <div class={styles.above}>
          <Notice
            tone="warning"
            title={wordsOf(problem()).title}
            hint={wordsOf(problem()).hint}
            onRetry={
              problem().kind === 'commands' || problem().kind === 'busy' ? props.sender.send : undefined
            }
            actions={
              <Show
                when={problem().kind === 'budget'}
                fallback={
                  <Button size="small" variant="ghost" onClick={() => props.sender.sendAsText()}>
                    Send as text
                  </Button>
                }
              >
                <Button size="small" onClick={() => props.sender.sendAnyway()}>
                  Send anyway
                </Button>
              </Show>
            }
          />
        </div>
      )}
    </Show>
  )
}
