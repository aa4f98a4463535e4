import type { World } from './world.ts'

export type Visit = {
  /** Who looks; nobody is a visitor. */
  as?: Exclude<
    keyof World,
    | 'orders'
    | 'listing'
    | 'offers'
    | 'project'
    | 'checkLink'
    | 'dispute'
    | 'warned'
    | 'event'
    | 'unsubscribeLink'
  >
  /** In which state the page is seen, where it has several. */
  seen?: string
  path: (world: World) => string
  status?: number
}

/** The page of an order, seen in each state that an order can be in. */
export const ordersOf = (prefix: string, as: Visit['as']): Visit[] =>
  (['placed', 'held', 'delivered', 'completed', 'canceled'] as const).map(stage => ({
    as,
    seen: stage,
    path: ({ orders }) => `${prefix}/${orders[stage]}`,
  }))
