import type { Transcript } from '../../store/types.ts'
import type { JumpPlace } from './create-jump.ts'

/** How it stands with what is older than the messages that are there. */
export function olderState(
  transcript: Pick<Transcript, 'older' | 'olderLoad'> | undefined,
): ReturnType<JumpPlace['older']> {
  if (!transcript?.older) return 'none'
  const { status } = transcript.olderLoad
  return status === 'loading' || status === 'failed' ? status : 'there'
}
