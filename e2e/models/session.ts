import { expect, type Page } from '@playwright/test'

/** One session: its conversation, the prompt, and what asks for the user. */
export function sessionOf(page: Page) {
  const conversation = page.getByRole('log', { name: 'Conversation' })
  const prompt = page.getByRole('textbox', { name: 'Prompt' })
  // A peek at another session has one as well.
  const send = page.getByRole('main').getByRole('button', { name: 'Send', exact: true })
  const permission = page.getByRole('region', { name: 'Permission' })
  const question = page.getByRole('region', { name: 'Question' })
  return {
    conversation,
    prompt,
    send,
    stop: page.getByRole('button', { name: 'Stop', exact: true }),
    fromYou: conversation.getByRole('article', { name: 'You' }),
    fromKilo: conversation.getByRole('article', { name: 'Kilo' }),
    model: page.getByRole('button', { name: /^Model: / }),
    agent: page.getByRole('button', { name: /^Agent: / }),
    todos: page.getByRole('list', { name: 'Todos' }),
    changes: page.getByRole('region', { name: 'Changes' }),
    permission: {
      region: permission,
      once: permission.getByRole('button', { name: 'Allow once' }),
      always: permission.getByRole('button', { name: 'Allow always' }),
      reject: permission.getByRole('button', { name: 'Reject' }),
      instead: permission.getByRole('textbox', { name: 'Tell Kilo what to do instead' }),
    },
    reverted: conversation.getByRole('region', { name: 'Reverted' }),
    resume: conversation.getByRole('button', { name: 'Resume' }),
    tryAgain: conversation.getByRole('button', { name: 'Try again' }),
    question: {
      region: question,
      option: (name: string | RegExp) =>
        question.getByRole('radio', { name }).or(question.getByRole('checkbox', { name })),
      answer: question.getByRole('button', { name: 'Answer' }),
      dismiss: question.getByRole('button', { name: 'Dismiss' }),
    },
    suggestions: page.getByRole('listbox', { name: 'Suggestions' }),
    attachments: page.getByRole('list', { name: 'Attachments' }),
    queue: page.getByRole('list', { name: 'Queue' }),
    /** Chooses files behind "Attach". */
    async attach(...files: { name: string; mimeType: string; buffer: Buffer }[]) {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Attach' }).click()
      await (await chooser).setFiles(files)
    },
    /** Types the prompt and sends it. */
    async ask(text: string) {
      await prompt.fill(text)
      await send.click()
      await expect(conversation.getByRole('article', { name: 'You' }).last()).toContainText(text.slice(0, 20))
    },
  }
}
