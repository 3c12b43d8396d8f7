// A lint rule of our own: imports go one way between the rooms of a source root (rooms.mjs). Tests may look anywhere.
import { dirname, join, relative } from 'node:path'
import { roots } from './rooms.mjs'

const isTest = (file) => /\.test\.tsx?$/.test(file)

/** Root, room and path of a file; the room is empty for files of the root itself. Undefined outside of all roots. */
function placeOf(file) {
  const root = Object.keys(roots).find((root) => file.startsWith(`${root}/`))
  if (!root) return undefined
  const rest = file.slice(root.length + 1)
  return { root, room: rest.includes('/') ? rest.slice(0, rest.indexOf('/')) : '', rest }
}

/** What is wrong with this import; undefined: nothing. Both by their path from the repository. */
export function faultOf(file, specifier) {
  const from = placeOf(file)
  if (!from || isTest(file)) return undefined
  const { outside, rooms } = roots[from.root]
  const to = specifier.startsWith('.') ? placeOf(join(dirname(file), specifier)) : undefined
  if (to?.root !== from.root) {
    return outside.test(specifier) ? `${from.root} knows nothing of ${specifier}` : undefined
  }
  if (from.room === '' || from.room === to.room) return undefined
  if (!(from.room in rooms))
    return `${from.room} is no room of ${from.root}: add it to scripts/lint/rooms.mjs`
  if (to.room === '') return to.rest.startsWith('index.') ? `${from.room} is below ${to.rest}` : undefined
  const allowed = rooms[from.room]
  return allowed.includes(to.room)
    ? undefined
    : `${from.room} imports ${allowed.join(', ') || 'no other room'}, not ${to.room}`
}

export const oneWayImports = {
  create(context) {
    const file = relative(context.cwd ?? process.cwd(), context.filename).replaceAll('\\', '/')
    if (!placeOf(file) || isTest(file)) return {}
    const check = (node) => {
      const specifier = node.source?.value
      const message = typeof specifier === 'string' ? faultOf(file, specifier) : undefined
      if (message) context.report({ node, message })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    }
  },
}
