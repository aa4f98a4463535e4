import { createHash, randomBytes } from 'node:crypto'
import { now } from '../clock.ts'
import { db, type Tx } from '../db.ts'
import { ACCOUNT_MAIL_KINDS, type LinkKind } from './model.ts'

/** A link holds 256 bits of chance, so a plain digest of it cannot be guessed back. */
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** What a link is for: of which kind, whose account, and the address that it was sent to. */
export type Link = { kind: LinkKind; userId: string; address: string }

/**
 * Makes the link of a mail: `token` goes into the mail, its hash into the row. Earlier links of the same kind for the same
 * person end with it.
 */
export async function issueLink(
  tx: Tx,
  mail: { id: string; kind: LinkKind; userId: string },
): Promise<{ token: string; tokenHash: string }> {
  const { id, kind, userId } = mail
  const token = randomBytes(32).toString('base64url')
  const tokenHash = hashOf(token)
  const at = now()
  await tx.accountMail.updateMany({
    where: { userId, kind, id: { not: id }, usedAt: null },
    data: { usedAt: at },
  })
  const expiresAt = new Date(at.getTime() + ACCOUNT_MAIL_KINDS[kind].minutes * 60_000)
  await tx.accountMail.update({ where: { id }, data: { userId, tokenHash, expiresAt } })
  return { token, tokenHash }
}

type Found = { kind: string; userId: string | null; address: string }

const openLink = (kinds: LinkKind[], token: string) => ({
  kind: { in: kinds },
  tokenHash: hashOf(token),
  usedAt: null,
  expiresAt: { gt: now() },
})
const PARTS = { kind: true, userId: true, address: true } as const

const linkOf = (row: Found | null | undefined): Link | null =>
  row?.userId ? { kind: row.kind as LinkKind, userId: row.userId, address: row.address } : null

/** Whose a link is, without using it: for the page that it opens, which programs that check mails open too. Null if it does not work. */
export async function readLink(kinds: LinkKind[], token: string): Promise<Link | null> {
  return linkOf(await db().accountMail.findFirst({ where: openLink(kinds, token), select: PARTS }))
}

/**
 * Uses a link up, in the transaction of what it is for: of several uses at once one has it, the others wait for that one's end.
 * Null for a link that was used, is too old, or was never made.
 */
export async function useLink(tx: Tx, kinds: LinkKind[], token: string): Promise<Link | null> {
  const where = openLink(kinds, token)
  const [row] = await tx.accountMail.updateManyAndReturn({ where, data: { usedAt: now() }, select: PARTS })
  return linkOf(row)
}
