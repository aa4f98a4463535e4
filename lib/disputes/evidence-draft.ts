import { db } from '../db.ts'
import { formatMoney, moneyOf } from '../money.ts'
import type { Evidence } from './evidence-model.ts'

/** Of a long conversation the last words are told: they are about what was delivered. */
const STORY_CHARS_MAX = 15_000

/** What a bank understands of an order's history. */
const STEPS: Record<string, string> = {
  hold: 'The employer confirmed the payment; the amount was held on the card.',
  hold_renewed: 'The employer confirmed the payment once more, since the hold was to end.',
  deliver: 'The contractor delivered the work.',
  request_changes: 'The employer asked for changes.',
  approve: 'The employer approved the work.',
  capture: 'The amount was captured.',
}

const parts = {
  employer: { select: { email: true, profile: { select: { displayName: true } } } },
  contractor: { select: { profile: { select: { displayName: true } } } },
  events: { orderBy: { id: 'asc' } },
  messages: {
    orderBy: { id: 'asc' },
    include: { author: { select: { role: true } }, files: { select: { name: true } } },
  },
} as const

const moment = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
const day = (at: Date) => at.toISOString().slice(0, 10)

type Line = { at: Date; text: string }

function read(orderId: string) {
  return db().order.findUniqueOrThrow({ where: { id: orderId }, include: parts })
}
type Order = Awaited<ReturnType<typeof read>>

/** Steps and messages in their order, as one text. */
function storyOf({ events, messages }: Order): string {
  const steps: Line[] = events.flatMap(({ kind, createdAt: at, data, actorId }) => {
    const step = Object.hasOwn(STEPS, kind) ? STEPS[kind] : undefined
    if (!step) return []
    const bySilence = kind === 'approve' && actorId === null
    const text = bySilence ? 'The work was approved by the rule that the employer had been told of.' : step
    const note = (data as { note?: unknown }).note
    return [{ at, text: typeof note === 'string' && note ? `${text} “${note}”` : text }]
  })
  const said: Line[] = messages.map(({ author, text, files, createdAt: at }) => {
    const sent = files.map(({ name }) => name).join(', ')
    const who = author.role === 'EMPLOYER' ? 'Employer' : 'Contractor'
    return { at, text: `${who}: “${text}”${sent ? ` (files: ${sent})` : ''}` }
  })
  const lines = [...steps, ...said].sort((a, b) => a.at.getTime() - b.at.getTime())
  const story = lines.map(({ at, text }) => `${moment(at)}  ${text}`).join('\n')
  return story.length > STORY_CHARS_MAX ? `…${story.slice(-STORY_CHARS_MAX)}` : story
}

/** Where the employer confirmed the payment from, as the audit log has it. */
async function ipOf(paymentId: string, employerId: string): Promise<string> {
  const event = await db().auditEvent.findFirst({
    where: { actorId: employerId, subjectType: 'payment', subjectId: paymentId },
    orderBy: { id: 'asc' },
    select: { ip: true },
  })
  return event?.ip ?? ''
}

/** Evidence as far as it follows from the order: what was agreed, who paid from where, what was done, and what was said. */
export async function draftEvidence(orderId: string, paymentId: string): Promise<Evidence> {
  const order = await read(orderId)
  const { title, description, employer, contractor, events } = order
  const price = formatMoney(moneyOf(order.amount, order.currency))
  const delivered = events.findLast(({ kind }) => kind === 'deliver')
  const name = contractor.profile?.displayName ?? ''
  return {
    productDescription: `Work of ${name} for ${price}, ordered on ${day(order.createdAt)}: ${title}\n\n${description}`,
    customerName: employer.profile?.displayName ?? '',
    customerEmail: employer.email,
    customerIp: await ipOf(paymentId, order.employerId),
    serviceDate: delivered ? day(delivered.createdAt) : '',
    refundPolicy:
      'The amount is held on the card when the order is confirmed, and captured only when the employer approves the delivered work, ' +
      'or does not answer the delivery within the time that the order’s page and a mail announce. Until then the order can be canceled.',
    story: storyOf(order),
  }
}
