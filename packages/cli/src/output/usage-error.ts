/** The command line itself is wrong: exit code 2. */
export class UsageError extends Error {
  readonly code = 'usage'
  readonly hint: string

  constructor(message: string, hint: string, cause?: unknown) {
    super(message, { cause })
    this.hint = hint
  }
}
