/** An error that a person can act on: `code` for scripts, `message` says what happened, `hint` what to run next. */
export class KiloError extends Error {
  override readonly name = 'KiloError'
  readonly code: string
  readonly hint: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    code: string,
    message: string,
    hint: string,
    details: Record<string, unknown> = {},
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.hint = hint
    this.details = details
  }
}

/** No space, no quota, or no larger files allowed. */
export function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(systemCode(error) ?? '')
}

/** The `code` of a Node system error ("ENOENT"), undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
