import { z } from 'zod'
import type { Currency } from '../currencies.ts'
import { chargeableMoney, text } from '../form-fields.ts'
import type { OrderErrorCode, OrderSummary, Party } from '../orders/model.ts'
import { PAYMENT_ERRORS, type PaymentErrorCode } from '../payments/model.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'
import { MILESTONES_MAX, MILESTONES_MIN, milestoneFields } from './milestone-model.ts'

export type MilestoneInput = { title: string; amount: bigint }

const milestoneTitle = text(3, 50)

/** The rows in which something was written, in their order. */
function writtenRows(fields: Record<string, unknown>): { row: number; title: string; amount: string }[] {
  const rows = Array.from({ length: MILESTONES_MAX }, (_, index) => index + 1)
  const of = (name: string) => String(fields[name] ?? '').trim()
  return rows
    .map(row => ({ row, title: of(milestoneFields(row).title), amount: of(milestoneFields(row).amount) }))
    .filter(({ title, amount }) => title !== '' || amount !== '')
}

/** The milestones of a form, in minor units; each refusal stands at its own field. */
function readMilestones(
  fields: { currency: string } & Record<string, unknown>,
  refuse: (field: string, message: string) => void,
): MilestoneInput[] {
  const { currency } = fields
  return writtenRows(fields).flatMap(({ row, ...written }) => {
    const names = milestoneFields(row)
    const title = milestoneTitle.safeParse(written.title)
    const money = chargeableMoney.safeParse({ amount: written.amount, currency })
    if (!title.success) refuse(names.title, title.error.issues[0]?.message ?? '')
    if (!money.success) refuse(names.amount, money.error.issues[0]?.message ?? '')
    return title.success && money.success ? [{ title: title.data, amount: money.data.amount }] : []
  })
}

/** Milestones are pairs of fields (`milestoneFields`); rows left empty are left out. */
export const placeProjectInput = z
  .looseObject({
    requestKey,
    contractorId: z.string().max(40),
    title: text(3, 50),
    description: text(10, 4000),
    currency: z.string().max(3),
  })
  .transform((fields, ctx) => {
    const refuse = (field: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [field], message })
    const count = writtenRows(fields).length
    if (count < MILESTONES_MIN) {
      const next = milestoneFields(count + 1)
      refuse(next.title, 'A project has at least two milestones. Work in one piece is an order.')
    }
    const milestones = readMilestones(fields, refuse)
    const { requestKey: key, contractorId, title, description } = fields
    const currency = fields.currency as Currency
    return { requestKey: key, contractorId, title, description, currency, milestones }
  })
export type PlaceProjectInput = z.output<typeof placeProjectInput>

/** How a milestone's order is called wherever orders are listed, in mails and at Stripe. At most 120 characters. */
export const orderTitleOf = (project: string, number: number, count: number, milestone: string) =>
  `${project}, part ${number} of ${count}: ${milestone}`

/** The project's name in the name of one of its orders: all that Stripe was told of it. */
export const projectTitleOf = (orderTitle: string) => orderTitle.replace(/, part \d+ of \d+: .*$/s, '')

export const projectInput = z.object({ projectId: z.string().max(40) })

/** One milestone as its parties see it. `captured` in minor units. */
export type MilestoneView = OrderSummary & { milestone: number; captured: bigint }

export type ProjectView = {
  id: string
  title: string
  description: string
  currency: Currency
  employer: Party
  contractor: Party
  milestones: MilestoneView[]
}

/** The milestone that can begin next: the first for which no money was held yet; null when there is none. */
export const nextMilestone = ({ milestones }: Pick<ProjectView, 'milestones'>): MilestoneView | null =>
  milestones.find(({ status }) => status === 'placed') ?? null

const HOLDING = new Set(['held', 'delivered', 'approved'])

/** What a project comes to, in minor units: paid, held on the card now, and not begun. What was canceled is in none. */
export function projectSums({ milestones }: Pick<ProjectView, 'milestones'>) {
  const sum = (of: (one: MilestoneView) => bigint) => milestones.reduce((all, one) => all + of(one), 0n)
  return {
    paid: sum(({ captured }) => captured),
    held: sum(({ status, amount }) => (HOLDING.has(status) ? amount : 0n)),
    open: sum(({ status, amount }) => (status === 'placed' ? amount : 0n)),
  }
}

export type ProjectErrorCode = Exclude<OrderErrorCode, 'listing_changed'>

/** Ending a project cancels orders, and is refused as that is. */
export const END_PROJECT_ERRORS = {
  ...PAYMENT_ERRORS,
  not_found: { status: 404, message: 'work.thisProjectDoesNotExist' },
} as const satisfies ErrorTable<PaymentErrorCode>
