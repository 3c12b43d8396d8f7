import { randomUUID } from 'node:crypto'

const sessions = new Map()

export function openSession(user) {
  const id = randomUUID()
  sessions.set(id, { user, openedAt: Date.now() })
  return id
}

export function findSession(id) {
  return sessions.get(id)
}

export function closeSession(id) {
  sessions.delete(id)
}
