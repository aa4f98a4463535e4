import { OrderStatusBadge } from '#components/orders/order-status-badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Money } from '#components/ui/money.tsx'
import type { ProjectView } from '#lib/projects/model.ts'
import { useWords } from '#words'

type Props = {
  project: ProjectView
  /** The order whose page this stands on: not a link there. */
  currentId?: string
}

/** A milestone's own name: what its order's title has after the project's. */
const nameOf = (title: string) => /, part \d+ of \d+: (.*)$/s.exec(title)?.[1] ?? title

/** The milestones of a project in their order, each a link to its order. */
export function MilestoneList({ project, currentId }: Props) {
  const t = useWords()
  return (
    <ol aria-label={t('work.milestones')} className="divide-y">
      {project.milestones.map(one => {
        const name = `${one.milestone}. ${nameOf(one.title)}`
        return (
          <li
            key={one.id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1.5 py-3 first:pt-0 last:pb-0"
          >
            <span className="min-w-0 break-words font-medium">
              {one.id === currentId ? (
                <span aria-current="page">{name}</span>
              ) : (
                <LinkButton
                  href={`/orders/${one.id}`}
                  variant="link"
                  size="inline"
                  className="justify-start whitespace-normal text-left"
                >
                  {name}
                </LinkButton>
              )}
            </span>
            <span className="font-medium tabular-nums">
              <Money value={one} />
            </span>
            <span>
              <OrderStatusBadge status={one.status} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}
