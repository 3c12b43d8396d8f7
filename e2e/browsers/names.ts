/** The console by its accessible names; see the models of the Playwright tests, which say the same to Chromium. */
import type { Target } from './page.ts'

export const connection: Target = { role: 'status', name: 'Connection' }
export const newSession: Target = { role: 'button', name: 'New session' }
export const newTerminal: Target = { role: 'button', name: 'New terminal' }
/** What is wrong with the host or the daemon, above the page. */
export const notice: Target = { role: 'region', name: 'Notice' }

export const conversation: Target = { role: 'log', name: 'Conversation' }
export const prompt: Target = { role: 'textbox', name: 'Prompt' }
export const fromYou: Target = { role: 'article', name: 'You', within: conversation, last: true }
export const fromKilo: Target = { role: 'article', name: 'Kilo', within: conversation, last: true }

export const permission: Target = { role: 'region', name: 'Permission' }
export const allowOnce: Target = { role: 'button', name: 'Allow once', within: permission }
export const question: Target = { role: 'region', name: 'Question' }
export const answer: Target = { role: 'button', name: 'Answer', within: question }

export const attachments: Target = { role: 'list', name: 'Attachments' }
export const changes: Target = { role: 'region', name: 'Changes' }
export const changedFile: Target = { role: 'button', name: 'answer', within: changes }
export const find: Target = { role: 'search', name: 'Find in session' }
export const findField: Target = { role: 'searchbox', name: 'Find in session' }

export const terminalInput: Target = { role: 'textbox', name: 'Terminal input' }
export const terminal: Target = { ...terminalInput, around: true }
