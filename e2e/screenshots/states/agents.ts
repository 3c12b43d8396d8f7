import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { agentsOf } from '../../models/agents.ts'
import { permissionsOf } from '../../models/permissions.ts'
import type { Stage, State } from '../stage.ts'

const RULES: Record<string, string> = {
  '.kilo/kilo.jsonc': `{
  // Who is asked.
  "permission": { "bash": { "git push *": "deny", "*": "ask" }, "webfetch": "deny" },
  "agent": { "helper": { "mode": "all", "description": "Helps with all that is small", "permission": { "bash": "deny" } } },
  "command": { "praise": { "template": "Praise $ARGUMENTS", "description": "Says something kind", "agent": "helper" } }
}
`,
  '.kilo/agent/reviewer.md':
    '---\ndescription: Reviews what was changed, and says what it would do otherwise\nmode: subagent\ntemperature: 0.2\n---\nYou review.\n',
  'AGENTS.md': '# Rules\n\nBe brief. Run `npm test` before you say that it is done.\n',
  'CLAUDE.md': '# Of another\n',
}

async function plant({ world, engine }: Stage): Promise<void> {
  for (const [name, text] of Object.entries(RULES)) {
    const file = path.join(world.project, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  await engine.ask('/instance/dispose', {})
}

/** Behind those of the configuration: they write over its files. */
export const agentStates: State[] = [
  {
    name: 'permissions',
    async show(stage) {
      await plant(stage)
      const rules = permissionsOf(stage.page)
      await rules.open(stage.world.project)
      await rules.call.fill('git status && git push origin main')
      await expect(rules.verdict).toContainText('git push')
    },
  },
  {
    name: 'permissions-add',
    async show(stage) {
      await plant(stage)
      const rules = permissionsOf(stage.page)
      await rules.open(stage.world.project)
      await rules.add.click()
      await expect(rules.dialog).toBeVisible()
    },
  },
  {
    name: 'agents',
    async show(stage) {
      await plant(stage)
      await agentsOf(stage.page).open(stage.world.project)
    },
  },
  {
    name: 'agents-edit',
    async show(stage) {
      await plant(stage)
      const agents = agentsOf(stage.page)
      await agents.open(stage.world.project)
      await agents.act('reviewer', 'Edit…')
      await agents.dialog.getByText('Written to').click()
    },
  },
  {
    name: 'agents-rules',
    async show(stage) {
      await plant(stage)
      const agents = agentsOf(stage.page)
      await agents.open(stage.world.project)
      await agents.rules.getByRole('textbox').fill('# Rules\n\nBe brief.\n')
      await agents.rules.getByRole('button', { name: 'Save' }).scrollIntoViewIfNeeded()
    },
  },
]
