import { forbidden, missing } from '../core/errors.ts'
import { PLATFORM } from '../core/ids.ts'
import type { Ctx } from '../core/route.ts'
import type { Account } from './kinds.ts'

/**
 * The connected account named in the path: one of the platform's, or the caller's own.
 * @throws StripeError 403 `account_invalid`, as Stripe answers for an account that is not there.
 */
export function reachableAccount(ctx: Pick<Ctx, 'tx' | 'account'>, id: string): Account {
  const account = ctx.account === PLATFORM || ctx.account === id ? ctx.tx.find('account', id) : undefined
  if (account) return account as Account
  throw forbidden(
    `The provided key 'sk_test_****' does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
    'account_invalid',
  )
}

/** An object that belongs to the account. @throws StripeError 404 `resource_missing`. */
export function partOf<K extends 'bank_account' | 'person'>(
  ctx: Pick<Ctx, 'tx'>,
  kind: K,
  id: string,
  accountId: string,
) {
  const row = ctx.tx.row(kind, id)
  if (row?.account === accountId) return row.value
  throw missing(kind === 'person' ? 'person' : 'external account', id)
}
