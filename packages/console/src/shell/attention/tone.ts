/** Seconds from the beginning of each of the two notes, and their pitch. */
const NOTES = [
  { at: 0, hertz: 660 },
  { at: 0.12, hertz: 880 },
]
const LENGTH = 0.18
const LOUDNESS = 0.08

/** Two short notes. Silent where the browser wants a press on the page first, and there was none. */
export async function playTone(): Promise<void> {
  const audio = new AudioContext()
  try {
    if (audio.state !== 'running')
      await Promise.race([audio.resume(), new Promise((end) => setTimeout(end, 500))])
    if (audio.state !== 'running') return
    const start = audio.currentTime
    for (const { at, hertz } of NOTES) {
      const note = audio.createOscillator()
      const volume = audio.createGain()
      note.frequency.value = hertz
      // Without a beginning and an end of its own it would click.
      volume.gain.setValueAtTime(0, start + at)
      volume.gain.linearRampToValueAtTime(LOUDNESS, start + at + 0.02)
      volume.gain.linearRampToValueAtTime(0, start + at + LENGTH)
      note.connect(volume).connect(audio.destination)
      note.start(start + at)
      note.stop(start + at + LENGTH)
    }
    await new Promise((end) => setTimeout(end, 600))
  } finally {
    await audio.close()
  }
}
