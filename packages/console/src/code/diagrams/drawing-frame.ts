import { MOST_OF_SOURCE, readNews, type DiagramColours, type Drawing, type DrawRequest } from './drawing.ts'

/** Milliseconds for the frame's script, of megabytes, to be there; and for one diagram. */
const START_MS = 30_000
const DRAW_MS = 10_000
/** A frame that nobody needs gives its memory back. */
const IDLE_MS = 60_000

/** Why there is no drawing. `final`: of this source there is never one; else another try may make it. */
export class DrawingError extends Error {
  readonly final: boolean

  constructor(reason: string, final: boolean) {
    super(reason)
    this.final = final
  }
}

/** A place where scripts run that reach nothing of the page. */
export interface Place {
  send: (request: DrawRequest) => void
  end: () => void
}

export interface Surroundings {
  /** Makes one; `hear` is told whatever it says. */
  open: (hear: (data: unknown) => void) => Place
  after: (ms: number, run: () => void) => () => void
}

interface Job extends Omit<DrawRequest, 'id'> {
  done: (drawing: Drawing) => void
  failed: (error: Error) => void
}

/**
 * Draws diagrams one after the other, in a frame that is made for the first and again after one that took too long: whatever a source makes
 * of it ends with the frame.
 */
export class DrawingFrame {
  readonly #around: Surroundings
  #place: Place | undefined
  #isReady = false
  #jobs: Job[] = []
  #current: { id: number; job: Job } | undefined
  #count = 0
  #cancel = () => {}

  constructor(around: Surroundings) {
    this.#around = around
  }

  /** Throws a DrawingError that says why in words for a person. */
  draw(source: string, colours: DiagramColours): Promise<Drawing> {
    if (source.length > MOST_OF_SOURCE)
      return Promise.reject(new DrawingError('The diagram is too long to be drawn.', true))
    return new Promise((done, failed) => {
      this.#jobs.push({ source, colours, done, failed })
      this.#next()
    })
  }

  #next(): void {
    if (this.#current) return
    if (this.#jobs.length === 0) {
      if (this.#isReady) this.#wait(IDLE_MS, () => this.#end())
      return
    }
    if (!this.#place) {
      this.#place = this.#around.open((data) => this.#hear(data))
      this.#wait(START_MS, () => this.#lose('What draws diagrams could not be loaded.'))
    }
    if (!this.#isReady) return
    const job = this.#jobs.shift()
    if (!job) return
    this.#count += 1
    this.#current = { id: this.#count, job }
    this.#place.send({ id: this.#count, source: job.source, colours: job.colours })
    this.#wait(DRAW_MS, () => this.#lose('It took longer than ten seconds.'))
  }

  #hear(data: unknown): void {
    const news = readNews(data)
    if (news?.type === 'ready') {
      this.#isReady = true
      if (!this.#current) this.#next()
      return
    }
    const current = this.#current
    if (!news || !current || news.id !== current.id) return
    this.#current = undefined
    if (news.type === 'drawn') current.job.done(news)
    else current.job.failed(new DrawingError(news.reason, true))
    this.#next()
  }

  /** Of the jobs that wait for it only the one at which it hung fails; if it never came, all do. */
  #lose(reason: string): void {
    const isFinal = this.#current !== undefined
    const lost = this.#current ? [this.#current.job] : this.#jobs.splice(0)
    this.#end()
    for (const job of lost) job.failed(new DrawingError(reason, isFinal))
    this.#next()
  }

  #end(): void {
    this.#cancel()
    this.#place?.end()
    this.#place = undefined
    this.#isReady = false
    this.#current = undefined
  }

  #wait(ms: number, run: () => void): void {
    this.#cancel()
    this.#cancel = this.#around.after(ms, run)
  }
}
