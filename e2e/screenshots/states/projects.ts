import { projectsOf } from '../../models/projects.ts'
import type { State } from '../stage.ts'

export const projectStates: State[] = [
  {
    name: 'projects',
    async show({ page }) {
      await projectsOf(page).open()
    },
  },
  {
    name: 'projects-one',
    async show({ page, world }) {
      const projects = projectsOf(page)
      await projects.open(world.project)
      await projects.color('Mint').check()
      await projects.title('fieldnotes').locator('[data-color]').waitFor()
      await projects.use('Default model').waitFor()
      await projects.variables.getByRole('textbox', { name: 'Variable' }).fill('API_TOKEN')
      await projects.variables.getByLabel('Value').fill('a-token-of-the-demo')
      await projects.variables.getByRole('button', { name: /^(Add|Replace)$/ }).click()
      await projects.variables.getByRole('listitem').waitFor()
    },
  },
]
