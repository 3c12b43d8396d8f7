import { randomBytes, randomUUID } from 'node:crypto'

/** The engine's user name; its own CLI accepts no other (engine.md, "daemon.json"). */
export const USERNAME = 'kilo'

/** A daemon password, in the form that the engine's own CLI makes: 122 random bits. */
export function newPassword(): string {
  return randomUUID()
}

/** What lets the CLI ask the console host for tickets: 256 random bits. */
export function newControlToken(): string {
  return randomBytes(32).toString('base64url')
}

export function basicToken(password: string): string {
  return Buffer.from(`${USERNAME}:${password}`).toString('base64')
}

export function basicHeader(token: string): Record<string, string> {
  return { authorization: `Basic ${token}` }
}
