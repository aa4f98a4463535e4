import { db } from '../db.ts'
import { moneyOf } from '../money.ts'
import { standingDelivery } from '../orders/standing-delivery.ts'
import type { EvidenceFacts } from './evidence-model.ts'

const parts = {
  employer: { select: { email: true, profile: { select: { displayName: true } } } },
  contractor: { select: { profile: { select: { displayName: true } } } },
  events: { orderBy: { id: 'asc' } },
  messages: {
    orderBy: { id: 'asc' },
    include: { author: { select: { role: true } }, files: { select: { name: true } } },
  },
} as const

async function ipOf(paymentId: string, employerId: string): Promise<string> {
  const event = await db().auditEvent.findFirst({
    where: { actorId: employerId, subjectType: 'payment', subjectId: paymentId },
    orderBy: { id: 'asc' },
    select: { ip: true },
  })
  return event?.ip ?? ''
}

/** Reads what evidence begins with. For callers who may see the order. */
export async function evidenceFacts(orderId: string, paymentId: string): Promise<EvidenceFacts> {
  const order = await db().order.findUniqueOrThrow({ where: { id: orderId }, include: parts })
  const { title, description, employer, contractor, events, messages } = order
  return {
    title,
    description,
    price: moneyOf(order.amount, order.currency),
    orderedAt: order.createdAt,
    deliveredAt: standingDelivery(events)?.createdAt ?? null,
    contractorName: contractor.profile?.displayName ?? '',
    employerName: employer.profile?.displayName ?? '',
    employerEmail: employer.email,
    ip: await ipOf(paymentId, order.employerId),
    steps: events.map(({ createdAt: at, kind, actorId, data }) => {
      const { note } = data as { note?: unknown }
      return { at, kind, byItself: actorId === null, note: typeof note === 'string' ? note : '' }
    }),
    messages: messages.map(({ createdAt: at, author: { role }, text, files }) => ({
      ...{ at, role, text },
      fileNames: files.map(({ name }) => name),
    })),
  }
}
