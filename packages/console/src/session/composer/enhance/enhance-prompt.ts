import { readAnswer } from '../../../sdk/answer.ts'
import { engine } from '../../../sdk/engine.ts'
import { ProblemError } from '../../../sdk/problem.ts'

/** The same prompt in better words, by the configured model. Throws `ProblemError`. */
export async function enhancePrompt(serverId: string, directory: string, text: string): Promise<string> {
  const call = engine(serverId).enhancePrompt.enhance({ directory, text })
  const { text: better } = await readAnswer(serverId, 'enhanced', call)
  if (better.trim() === '') throw new ProblemError({ code: 'empty', message: 'The model gave no answer.' })
  return better.trim()
}
