import type { Problem } from '../../shared/api.ts'
import { reportFailure } from '../frame/report-failure.ts'
import { ProblemError } from '../sdk/problem.ts'

/** Says why words did not get to Kilo, and leads to their session, where they are kept to be sent again: nothing else on screen shows them. */
export const reportUnsent = (what: string, problem: Problem, open: () => void): number =>
  reportFailure(what, new ProblemError(problem), undefined, { title: 'Open', run: open })
