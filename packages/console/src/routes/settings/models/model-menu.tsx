import Bot from 'lucide-solid/icons/bot'
import Copy from 'lucide-solid/icons/copy'
import Eye from 'lucide-solid/icons/eye'
import EyeOff from 'lucide-solid/icons/eye-off'
import MoreHorizontal from 'lucide-solid/icons/ellipsis'
import Sparkle from 'lucide-solid/icons/sparkle'
import Zap from 'lucide-solid/icons/zap'
import type { JSX } from 'solid-js'
import { copyOrReport } from '../../../frame/copy-or-report.ts'
import { choicesCache } from '../../../store/choices-cache.ts'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { Menu, type MenuItem } from '../../../ui/menu.tsx'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import type { Marks } from './create-marks.ts'
import type { ModelRow } from './inventory.ts'
import { modelUses } from './model-uses.ts'
import { setForAgent, setUse } from './want-use.tsx'

/** What can be done with one model. Settings are those of the place that is chosen, so that its server has to have it. */
export function ModelMenu(props: {
  row: ModelRow
  marks: Marks
  context: RowContext | undefined
  onWant: (change: WantedChange) => void
}): JSX.Element {
  const isHidden = () => props.marks.marked().hidden.has(props.row.key)
  const settings = (): MenuItem[] => {
    const { context, row } = props
    if (!context || !row.servers.includes(context.place().serverId)) return []
    const { serverId, directory } = context.place()
    const agents = () => {
      const known = choicesCache(serverId, directory).data()
      return [...(known?.agents ?? []), ...(known?.subagents ?? [])].map(({ name }) => name)
    }
    const roles = modelUses(context.configuration(), undefined).filter(({ path }) => path.length === 1)
    const icons = [() => <Sparkle />, () => <Zap />, () => <Bot />]
    return [
      ...roles.map((role, index) => ({
        id: role.path.join('.'),
        title: `Set as ${role.title.toLowerCase()}…`,
        icon: icons[index],
        disabled: context.locked() || role.model === row.key,
        run: () => props.onWant(setUse(role, row.key)),
      })),
      {
        id: 'agent',
        title: 'Set for an agent…',
        icon: () => <Bot />,
        disabled: context.locked(),
        run: () => props.onWant(setForAgent(row.key, [...new Set(agents())])),
      },
    ]
  }
  const items = (): MenuItem[] => [
    ...settings(),
    {
      id: 'hide',
      title: isHidden() ? 'Show in pickers' : 'Hide from pickers',
      icon: () => (isHidden() ? <Eye /> : <EyeOff />),
      separated: settings().length > 0,
      run: () => props.marks.setHidden(props.row, !isHidden()),
    },
    {
      id: 'copy',
      title: 'Copy ID',
      icon: () => <Copy />,
      run: () => copyOrReport(props.row.key, 'Couldn’t copy the ID'),
    },
  ]
  return (
    <Menu name={`Actions for ${escapeInvisible(props.row.model.name)}`} items={items()}>
      <MoreHorizontal />
    </Menu>
  )
}
