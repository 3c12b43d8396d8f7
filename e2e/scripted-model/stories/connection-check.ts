import { call, say, type Script } from '../step.ts'
import path from 'node:path'

/** What `kilo doctor --provider` asks for: one call of the tool that writes files. */
export const connectionCheck: Script = ({ argument, directory }) => {
  const [, word = '', file = ''] = /write the word (\w+) into the file ([\w.-]+)/.exec(argument) ?? []
  const input = { filePath: path.join(directory, file.replace(/\.$/, '')), content: word }
  return [[call('write', input)], [say('done.')]]
}
