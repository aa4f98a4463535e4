import { may } from '../access/model.ts'
import { CURRENCIES } from '../currencies.ts'
import { Prisma } from '../db.ts'
import { fromDecimal } from '../money.ts'
import { findPeople, likeText } from '../users/find-people.ts'
import type { Actor } from '../users/model.ts'
import { DEFINITIONS } from './definitions.ts'
import { recordsWhere } from './list-records.ts'
import { type FoundRecords, hasAmounts, LIST_NAMES, type ListName, SEARCH_SHOWN } from './model.ts'

const { sql } = Prisma

/** A word that can only be an id, ours or Stripe's. */
const ID = /^[a-z]{2,6}_[0-9A-Za-z_]+$/

type Wanted = Partial<Record<ListName, Prisma.Sql>>

function byId(q: string): Wanted {
  const all = LIST_NAMES.map(list => {
    const columns = [sql`r.id`, ...DEFINITIONS[list].stripeIds]
    return [
      list,
      Prisma.join(
        columns.map(id => sql`${id} = ${q}`),
        ' OR ',
      ),
    ] as const
  })
  const customer = sql`r.id IN (SELECT user_id FROM customers WHERE stripe_customer_id = ${q} UNION
    SELECT c.user_id FROM saved_cards s JOIN customers c ON c.id = s.customer_id WHERE s.stripe_payment_method_id = ${q})`
  const wanted = Object.fromEntries(all.map(([list, condition]) => [list, sql`(${condition})`])) as Wanted
  return { ...wanted, users: sql`(r.id = ${q} OR ${customer})` }
}

/** A number can be an order's, an amount of any currency, or the end of a card or bank account. */
function byNumber(q: string): Wanted {
  const typed = q.replace(/^[#$€£]/, '').replace(/,(?=\d{3}\b)/g, '')
  const minor = Object.keys(CURRENCIES).map(currency => fromDecimal(typed, currency)?.amount)
  const amounts = [...new Set(minor.flatMap(amount => amount ?? []))]
  const amount = sql`r.amount = ANY(${amounts}::bigint[])`
  const wanted: Wanted = Object.fromEntries(LIST_NAMES.filter(hasAmounts).map(list => [list, amount]))
  if (/^\d{1,9}$/.test(typed)) wanted.orders = sql`(r.number = ${Number(typed)} OR ${amount})`
  if (!/^\d{4}$/.test(typed)) return wanted
  const cards = sql`SELECT id FROM saved_cards WHERE last4 = ${typed}`
  return {
    ...wanted,
    payments: sql`(${amount} OR r.saved_card_id IN (${cards}))`,
    payouts: sql`(${amount} OR r.bank_last4 = ${typed})`,
    accounts: sql`r.external_bank_last4 = ${typed}`,
  }
}

async function byText(q: string): Promise<Wanted> {
  const people = await findPeople(q)
  return {
    orders: sql`r.title ILIKE ${likeText(q)}`,
    users: sql`r.id = ANY(${people}::text[])`,
  }
}

/**
 * Looks for what was typed in everything: an order's number, an e-mail address, a name, an id of ours or of Stripe's, an amount, or the last
 * four digits of a card or bank account. For admins; nothing for anybody else.
 */
export async function searchRecords(actor: Actor, typed: string): Promise<FoundRecords[]> {
  const q = typed.trim()
  if (!may(actor, 'view') || q.length < 2) return []
  const wanted = ID.test(q) ? byId(q) : /^[#$€£]?[\d.,]+$/.test(q) ? byNumber(q) : await byText(q)
  const found = await Promise.all(
    LIST_NAMES.flatMap(list => {
      const condition = wanted[list]
      return condition
        ? [recordsWhere(list, condition, SEARCH_SHOWN).then(records => ({ list, records }))]
        : []
    }),
  )
  return found.filter(({ records }) => records.length > 0)
}
