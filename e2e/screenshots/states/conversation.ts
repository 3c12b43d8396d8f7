import { expect } from '@playwright/test'
import { sessionOf } from '../../models/session.ts'
import { until } from '../../world/engine.ts'
import { isFinished } from '../../world/seed.ts'
import type { Stage, State } from '../stage.ts'

/** A session of one scripted turn, at its end. */
const turn = (name: string, script: string, shown: (stage: Stage) => Promise<unknown>): State => ({
  name,
  async show(stage) {
    const { engine, session } = stage
    const id = await engine.prompt(script, `Picture of ${name}`)
    await session(id)
    await until('the turn', () => isFinished(engine, id))
    await shown(stage)
  },
})

const sees = (text: string) => (stage: Stage) =>
  expect(sessionOf(stage.page).conversation).toContainText(text)

export const conversationStates: State[] = [
  {
    name: 'finished',
    async show({ page, seeded, session }) {
      await session(seeded.finished)
      await expect(sessionOf(page).fromKilo.last()).toBeVisible()
      await expect(sessionOf(page).conversation.locator('code').first()).toBeVisible()
    },
  },
  {
    name: 'working',
    async show({ page, seeded, session }) {
      await session(seeded.working)
      await expect(sessionOf(page).conversation).toContainText('50,000')
    },
  },
  turn('markdown', '[script:markdown]', sees('write the test')),
  turn('languages', '[script:languages]', sees('configuration')),
  turn('foreign', '[script:xss]', sees('link')),
  turn('drawn', '[script:drawn]', async ({ page }) => {
    const answer = sessionOf(page).fromKilo.first()
    await answer.getByRole('button', { name: 'Show diagram' }).first().click()
    await expect(answer.getByRole('img', { name: 'Diagram' })).toHaveJSProperty('complete', true)
  }),
  turn('reasoning', '[script:reason]', sees('I have thought about it.')),
  turn('subagent', '[script:task [script:text Hello from the child]]', sees('The subagent is back.')),
]
