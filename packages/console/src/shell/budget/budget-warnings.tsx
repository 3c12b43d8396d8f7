import { useNavigate } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { useShell } from '../../frame/shell-context.ts'
import { createBudgetWarnings } from './create-warnings.ts'

/** Shows nothing: it warns. It comes where there is a budget. */
export default function BudgetWarnings(): JSX.Element {
  createBudgetWarnings(useShell().looking, useNavigate())
  return null
}
