/** Demo stories: what the model does for a free prompt, so that a demo and its screenshots look like work. */
import type { Script } from '../step.ts'
import { addTests, exploreTests } from './add-tests.ts'
import { connectionCheck } from './connection-check.ts'
import { chooseDatabase } from './choose-database.ts'
import { darkTheme } from './dark-theme.ts'
import { explainProject } from './explain-project.ts'
import { fixLogin } from './fix-login.ts'
import { speedUpSearch } from './speed-up-search.ts'

/** The first whose words the prompt holds. The subagent's own prompt stands before the story that starts it. */
export const stories: [words: RegExp, story: Script][] = [
  [/list what the tests leave out/i, exploreTests],
  [/Call the tool that writes files/, connectionCheck],
  [/\b(login|redirect|auth)/i, fixLogin],
  [/\b(database|persist|storage|store)/i, chooseDatabase],
  [/\b(dark|theme|colou?r|css)/i, darkTheme],
  [/\b(slow|speed|fast|perform|search)/i, speedUpSearch],
  [/\b(tests?|coverage)\b/i, addTests],
]

export function chooseStory(prompt: string): Script {
  return stories.find(([words]) => words.test(prompt))?.[1] ?? explainProject
}
