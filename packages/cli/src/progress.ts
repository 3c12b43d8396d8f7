import type { Progress } from '@kilo-console/daemon'

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const CLEAR_LINE = '\r\u001B[K'

export interface ProgressView {
  show: (progress: Progress) => void
  end: () => void
}

/**
 * On a terminal one line with seconds, gone when it ends; elsewhere a plain line per step; nothing with `--json`. On stderr, because
 * stdout holds the result alone.
 */
export function showProgress({ json }: { json?: boolean | undefined }): ProgressView {
  if (json) return { show: () => undefined, end: () => undefined }
  return process.stderr.isTTY ? spin() : printLines()
}

function spin(): ProgressView {
  const started = performance.now()
  const paint = (text: string) => (process.env['NO_COLOR'] ? text : `\u001B[36m${text}\u001B[39m`)
  let message = ''
  let frame = 0
  const draw = () => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    process.stderr.write(
      `${CLEAR_LINE}${paint(FRAMES[frame++ % FRAMES.length] ?? '')} ${message} · ${seconds} s`,
    )
  }
  let timer: NodeJS.Timeout | undefined
  return {
    show: (progress) => {
      message = progress.message
      timer ??= setInterval(draw, 100).unref()
      draw()
    },
    end: () => {
      if (!timer) return
      clearInterval(timer)
      process.stderr.write(CLEAR_LINE)
    },
  }
}

function printLines(): ProgressView {
  let last = ''
  return {
    show: ({ message }) => {
      if (message !== last) process.stderr.write(`${message}\n`)
      last = message
    },
    end: () => undefined,
  }
}
