/** A person may close the dialog while Kilo is being stopped: then it is stopped, and nothing is taken back. */
export interface Revert {
  isBusy: () => boolean
  stop: () => Promise<void>
  /** Resolves when it is no longer busy: true; or false after a while. */
  untilIdle: () => Promise<boolean>
  isWanted: () => boolean
  revert: () => Promise<void>
}

/** Stops what runs, and takes back. Resolves to whether it did. */
export async function revertWhenIdle({
  isBusy,
  stop,
  untilIdle,
  isWanted,
  revert,
}: Revert): Promise<boolean> {
  if (isBusy()) {
    await stop()
    const isIdle = await untilIdle()
    if (!isWanted()) return false
    if (!isIdle) throw new Error('Kilo has not stopped yet.')
  }
  await revert()
  return true
}
