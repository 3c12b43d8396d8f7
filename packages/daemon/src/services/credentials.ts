// The global `crypto` everywhere: importing node:crypto costs 3 ms, in commands that need no random number.

/** The engine's user name; its own CLI accepts no other (engine.md, "daemon.json"). */
export const USERNAME = 'kilo'

/** A daemon password, in the form that the engine's own CLI makes: 122 random bits. */
export function newPassword(): string {
  return crypto.randomUUID()
}

/** What lets the CLI ask the console host for tickets: 256 random bits. */
export function newControlToken(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
}

export function basicToken(password: string): string {
  return Buffer.from(`${USERNAME}:${password}`).toString('base64')
}

export function basicHeader(token: string): Record<string, string> {
  return { authorization: `Basic ${token}` }
}
