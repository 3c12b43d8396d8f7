import type { Progress } from '@kilo-console/daemon'

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const CLEAR_LINE = '\r\u001B[K'

export type OnProgress = (progress: Progress) => void

interface View {
  show: OnProgress
  end: () => void
}

/**
 * Shows what `work` tells, until it has settled. On a terminal one line with seconds, gone when it ends; elsewhere a plain line per step;
 * nothing with `--json`. On stderr, because stdout holds the result alone.
 */
export async function withProgress<Result>(
  { json }: { json?: boolean | undefined },
  work: (onProgress: OnProgress) => Promise<Result>,
): Promise<Result> {
  const { show, end } = json ? SILENT : process.stderr.isTTY ? spin() : printLines()
  try {
    return await work(show)
  } finally {
    end()
  }
}

const SILENT: View = { show: () => undefined, end: () => undefined }

function spin(): View {
  const started = performance.now()
  const paint = (text: string) => (process.env['NO_COLOR'] ? text : `\u001B[36m${text}\u001B[39m`)
  let message = ''
  let frame = 0
  const draw = () => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const end = ` · ${seconds} s`
    // A line that wraps could not be cleared again. A terminal that was told no size says 0.
    const text = fit(message, (process.stderr.columns || 80) - end.length - 3)
    process.stderr.write(`${CLEAR_LINE}${paint(FRAMES[frame++ % FRAMES.length] ?? '')} ${text}${end}`)
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

/** PURE. */
export function fit(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, Math.max(0, width - 1))}…` : text
}

/** Each once: two services that are waited for at a time tell a few at a time. */
function printLines(): View {
  const told = new Set<string>()
  return {
    show: ({ message }) => {
      if (!told.has(message)) process.stderr.write(`${message}\n`)
      told.add(message)
    },
    end: () => undefined,
  }
}
