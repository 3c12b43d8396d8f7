import AlarmClock from 'lucide-solid/icons/alarm-clock'
import Bot from 'lucide-solid/icons/bot'
import CircleHelp from 'lucide-solid/icons/circle-question-mark'
import FilePen from 'lucide-solid/icons/file-pen'
import FileText from 'lucide-solid/icons/file-text'
import Globe from 'lucide-solid/icons/globe'
import BookOpen from 'lucide-solid/icons/book-open'
import Brain from 'lucide-solid/icons/brain'
import ListTodo from 'lucide-solid/icons/list-todo'
import MessageSquare from 'lucide-solid/icons/message-square'
import Search from 'lucide-solid/icons/search'
import SquareTerminal from 'lucide-solid/icons/square-terminal'
import Wrench from 'lucide-solid/icons/wrench'
import type { JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { ToolIcon as Name } from './registry/tool.ts'

const ICONS = {
  command: SquareTerminal,
  read: FileText,
  write: FilePen,
  search: Search,
  web: Globe,
  todos: ListTodo,
  subagent: Bot,
  question: CircleHelp,
  skill: BookOpen,
  message: MessageSquare,
  memory: Brain,
  clock: AlarmClock,
  other: Wrench,
} satisfies Record<Name, unknown>

export const ToolIcon = (props: { icon: Name }): JSX.Element => (
  <Dynamic component={ICONS[props.icon]} size={14} aria-hidden="true" />
)
