import { now } from '../clock.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { searchText } from '../search-text.ts'
import type { Actor } from '../users/model.ts'
import type { DocumentKind, DocumentSide, DocumentType } from './document-model.ts'
import type { Standing, StepId } from './model.ts'
import { type AccountRow, factsOf, type OnboardingView, viewOf, withDocuments } from './onboarding-view.ts'
import { payableNow } from './payable.ts'
import { recordAccount } from './record-account.ts'
import { standingOf, stepOf } from './standing.ts'

/** How old the mirror may be when nothing is expected to change. */
const FRESH_SECONDS = 60

function findOwn(actor: Actor): Promise<AccountRow | null> {
  return db().connectedAccount.findFirst({
    where: { userId: actor.userId, livemode: env().stripe.livemode, user: { role: 'CONTRACTOR' } },
    include: withDocuments,
  })
}

function isSettled(row: AccountRow): boolean {
  const facts = factsOf(row)
  const known: StepId[] =
    row.businessType === 'company' ? ['terms', 'company', 'people', 'bank'] : ['terms', 'details', 'bank']
  const steps = known.map(id => stepOf(id, facts))
  return standingOf(facts, steps) === 'verified' && facts.requirements.eventuallyDue.length === 0
}

/**
 * The contractor's own onboarding; null for anybody else, and before there is a row. While anything is open the account
 * is read from Stripe first, because not every change is announced by a webhook.
 */
export async function getOnboarding(actor: Actor): Promise<OnboardingView | null> {
  const row = await findOwn(actor)
  if (!row || actor.role !== 'CONTRACTOR') return null
  if (!row.stripeAccountId) return viewOf(row, null, true)
  const ageSeconds = row.syncedAt
    ? (now().getTime() - row.syncedAt.getTime()) / 1000
    : Number.POSITIVE_INFINITY
  if (isSettled(row) && ageSeconds < FRESH_SECONDS) return viewOf(row, null, true)
  const recorded = await recordAccount(row.stripeAccountId)
  const current = (await findOwn(actor)) ?? row
  return viewOf(current, recorded.ok ? recorded.value : null, recorded.ok)
}

/** Somebody whom an employer can order from, and the currency in which. */
export type PayableContractor = {
  userId: string
  displayName: string
  headline: string
  country: string
  currency: string
}

/** Whether the actor is a contractor who can be ordered from, as far as the mirror of the account knows. */
export async function canBePaid(actor: Actor): Promise<boolean> {
  const account = await db().connectedAccount.findFirst({
    where: { AND: [payableNow(), { userId: actor.userId }] },
    select: { id: true },
  })
  return account !== null
}

const LISTED_MAX = 60

/** The contractors who can be ordered from, by name, or the one named; `q` searches name and headline. Employers and admins only. */
export async function listPayableContractors(
  actor: Actor,
  { q = '', userId }: { q?: string; userId?: string },
): Promise<PayableContractor[]> {
  if (actor.role === 'CONTRACTOR') return []
  const text = searchText(q)
  const rows = await db().userProfile.findMany({
    where: {
      user: { accounts: { some: payableNow() } },
      userId,
      ...(q.trim() ? { OR: [{ displayName: text }, { headline: text }] } : {}),
    },
    include: { user: { include: { accounts: { where: payableNow() } } } },
    orderBy: [{ displayName: 'asc' }, { userId: 'asc' }],
    take: LISTED_MAX,
  })
  return rows.map(({ userId, displayName, headline, country, user }) => {
    const currency = user.accounts[0]?.defaultCurrency ?? ''
    return { userId, displayName, headline, country, currency }
  })
}

/** A contractor in an admin's list. `standing` is null before they have begun. */
export type ContractorSummary = {
  userId: string
  displayName: string
  email: string
  standing: Standing | null
}

const PAGE_SIZE = 25

/** A page of all contractors for admins, newest first; `q` searches name and e-mail. `cursor` is the last id of the page before. */
export async function listContractors(
  actor: Actor,
  { q = '', cursor }: { q?: string | undefined; cursor?: string | undefined },
): Promise<{ contractors: ContractorSummary[]; nextCursor: string | null }> {
  if (actor.role !== 'ADMIN') return { contractors: [], nextCursor: null }
  const text = searchText(q)
  const rows = await db().user.findMany({
    where: {
      role: 'CONTRACTOR',
      ...(cursor && { id: { lt: cursor } }),
      ...(q.trim() && { OR: [{ email: text }, { profile: { displayName: text } }] }),
    },
    include: {
      profile: true,
      accounts: { where: { livemode: env().stripe.livemode }, include: withDocuments },
    },
    orderBy: { id: 'desc' },
    take: PAGE_SIZE + 1,
  })
  const contractors = rows.slice(0, PAGE_SIZE).map(({ id, email, profile, accounts: [account] }) => ({
    userId: id,
    displayName: profile?.displayName ?? email,
    email,
    standing: account ? viewOf(account, null, true).standing : null,
  }))
  return { contractors, nextCursor: rows.length > PAGE_SIZE ? (contractors.at(-1)?.userId ?? null) : null }
}

/** That a document was given to Stripe; never the document. */
export type GivenDocument = { kind: DocumentKind; type: DocumentType; side: DocumentSide; givenAt: Date }

/** One contractor for an admin, as Stripe last said; null for anybody else and for somebody who is no contractor. */
export async function getContractor(actor: Actor, userId: string) {
  if (actor.role !== 'ADMIN') return null
  const user = await db().user.findFirst({
    where: { id: userId, role: 'CONTRACTOR' },
    include: {
      profile: true,
      accounts: { where: { livemode: env().stripe.livemode }, include: withDocuments },
    },
  })
  if (!user) return null
  const account = user.accounts[0]
  const given = (account?.documents ?? []).filter(document => document.attachedAt !== null)
  const documents: GivenDocument[] = given.map(({ kind, type, side, createdAt }) => ({
    kind,
    type,
    side,
    givenAt: createdAt,
  }))
  return {
    userId: user.id,
    displayName: user.profile?.displayName ?? user.email,
    email: user.email,
    stripeAccountId: account?.stripeAccountId ?? null,
    onboarding: account ? viewOf(account, null, true) : null,
    documents,
  }
}

/** The currency in which the contractor is paid; null before there is an account at Stripe. */
export async function currencyOf(actor: Actor): Promise<string | null> {
  const account = await db().connectedAccount.findFirst({
    where: { userId: actor.userId, livemode: env().stripe.livemode, stripeAccountId: { not: null } },
    select: { defaultCurrency: true },
  })
  return account?.defaultCurrency ?? null
}
