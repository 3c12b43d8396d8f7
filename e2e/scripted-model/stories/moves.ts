/** Moves that several stories make, with the engine's own argument names. */
import path from 'node:path'
import { call, type Scene, type Step } from '../step.ts'

export function read(scene: Scene, file: string): Step {
  return call('read', { filePath: path.join(scene.directory, file) })
}

export function edit(scene: Scene, file: string, oldString: string, newString: string): Step {
  return call('edit', { filePath: path.join(scene.directory, file), oldString, newString })
}

export function write(scene: Scene, file: string, content: string): Step {
  return call('write', { filePath: path.join(scene.directory, file), content })
}

export function bash(command: string, description: string): Step {
  return call('bash', { command, description })
}

/** The list with the first `done` finished and the next one in progress. */
export function todos(items: string[], done: number): Step {
  const status = (index: number) => (index < done ? 'completed' : index === done ? 'in_progress' : 'pending')
  return call('todowrite', {
    todos: items.map((content, index) => ({ content, status: status(index), priority: 'medium' })),
  })
}
