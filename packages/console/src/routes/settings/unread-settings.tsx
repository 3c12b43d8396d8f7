import type { JSX } from 'solid-js'
import type { Reading } from './configuration/create-reading.ts'
import { Awaited, ReadFailure } from './read-failures.tsx'

/** The settings of a place are on their way, or can't be read. */
export const UnreadSettings = (props: { reading: Reading }): JSX.Element => (
  <>
    <ReadFailure what="the settings" read={props.reading} />
    <Awaited read={props.reading} />
  </>
)
