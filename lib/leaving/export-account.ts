import { db } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { checkPassword } from '../users/check-password.ts'
import { exportsPerUser } from '../users/limits.ts'
import type { Actor } from '../users/model.ts'
import type { ExportErrorCode } from './model.ts'

const BATCH = 100

type Row = { id: string }
/** Rows of one kind after an id, the next in order. */
type Read = (page: {
  cursor: { id?: { gt: string } }
  take: number
  orderBy: { id: 'asc' }
}) => Promise<Row[]>

/** Bytes as base64, amounts as text: neither is anything in JSON. */
function plain(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
}

const written = (value: unknown) => JSON.stringify(value, plain, 2)

/** Every kind of row that somebody entered or that is about them. Secrets, and what others have said in private, are not among them. */
function sectionsOf({ userId }: Actor): Record<string, Read> {
  const party = { OR: [{ employerId: userId }, { contractorId: userId }] }
  const account = { userId }
  return {
    sessions: ({ cursor, ...page }) => db().session.findMany({ where: { userId, ...cursor }, ...page }),
    savedCards: ({ cursor, ...page }) =>
      db().savedCard.findMany({ where: { customer: { userId }, ...cursor }, ...page }),
    connectedAccounts: ({ cursor, ...page }) =>
      db().connectedAccount.findMany({ where: { userId, ...cursor }, ...page }),
    termsAcceptances: ({ cursor, ...page }) =>
      db().termsAcceptance.findMany({ where: { userId, ...cursor }, ...page }),
    documents: ({ cursor, ...page }) =>
      db().identityDocument.findMany({ where: { account, ...cursor }, ...page }),
    listings: ({ cursor, ...page }) =>
      db().listing.findMany({
        where: { contractorId: userId, ...cursor },
        include: { cover: { select: { bytes: true } } },
        ...page,
      }),
    offers: ({ cursor, ...page }) => db().offer.findMany({ where: { AND: [party, cursor] }, ...page }),
    projects: ({ cursor, ...page }) => db().project.findMany({ where: { AND: [party, cursor] }, ...page }),
    orders: ({ cursor, ...page }) =>
      db().order.findMany({
        where: { AND: [party, cursor] },
        include: { events: true, payments: { include: { refunds: true } } },
        ...page,
      }),
    messages: ({ cursor, ...page }) =>
      db().orderMessage.findMany({
        where: { authorId: userId, ...cursor },
        include: { files: { select: { name: true, mimeType: true, byteCount: true, bytes: true } } },
        ...page,
        // Each may have twenty megabytes of files.
        take: 1,
      }),
    messagesReceived: ({ cursor, ...page }) =>
      db().orderMessage.findMany({
        where: { order: party, authorId: { not: userId }, ...cursor },
        select: { id: true, orderId: true, text: true, createdAt: true },
        ...page,
      }),
    disagreements: ({ cursor, ...page }) =>
      db().disagreement.findMany({ where: { order: party, ...cursor }, ...page }),
    payouts: ({ cursor, ...page }) => db().payout.findMany({ where: { account, ...cursor }, ...page }),
    recoveries: ({ cursor, ...page }) =>
      db().recovery.findMany({
        where: { contractorId: userId, ...cursor },
        include: { objection: true, collections: true },
        ...page,
      }),
    notifications: ({ cursor, ...page }) =>
      db().notification.findMany({ where: { recipientId: userId, ...cursor }, ...page }),
    auditEvents: ({ cursor, ...page }) =>
      db().auditEvent.findMany({ where: { actorId: userId, ...cursor }, ...page }),
  }
}

async function person({ userId }: Actor) {
  return db().user.findUniqueOrThrow({
    where: { id: userId },
    omit: { passwordHash: true, requestKey: true },
    include: { profile: true, picture: { select: { bytes: true } }, preferences: true },
  })
}

/** The rows of a kind, one after the other; an empty page is the end, for a page of messages holds one. */
async function* rowsOf(read: Read): AsyncGenerator<Row> {
  let last: string | undefined
  for (;;) {
    const cursor = last === undefined ? {} : { id: { gt: last } }
    const rows = await read({ cursor, take: BATCH, orderBy: { id: 'asc' } })
    yield* rows
    last = rows.at(-1)?.id
    if (last === undefined) return
  }
}

async function* pieces(actor: Actor): AsyncGenerator<string> {
  yield `{\n"person": ${written(await person(actor))}`
  for (const [name, read] of Object.entries(sectionsOf(actor))) {
    yield `,\n"${name}": [`
    let separator = '\n'
    for await (const row of rowsOf(read)) {
      yield separator + written(row)
      separator = ',\n'
    }
    yield '\n]'
  }
  yield '\n}\n'
}

/**
 * Everything that the actor entered or that is about them, as one JSON document in pieces, after their password: three times an hour.
 * Amounts are minor units as text, files base64.
 */
export async function exportAccount(
  actor: Actor,
  password: string,
): Promise<Result<AsyncGenerator<string>, ExportErrorCode>> {
  const checked = await checkPassword(actor, password)
  if (!checked.ok) return checked
  if (!(await exportsPerUser.take(actor.userId))) return fail('too_many_tries')
  return ok(pieces(actor))
}
