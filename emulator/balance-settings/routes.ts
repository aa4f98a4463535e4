import { type Account, editAccount } from '../accounts/kinds.ts'
import { applyPayouts, type PayoutSettings } from '../accounts/payout-settings.ts'
import { platformAccount, platformPayouts } from '../accounts/platform-account.ts'
import { refreshAccount } from '../accounts/refresh.ts'
import { PLATFORM } from '../core/ids.ts'
import { boolean, clearableText, emptyable, hash, ignored, integer, list, oneOf } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { planPayouts } from '../payouts/plan.ts'

const WEEKDAY = oneOf('friday', 'monday', 'thursday', 'tuesday', 'wednesday')

const FIELDS = {
  payments: hash({
    debit_negative_balances: boolean,
    payouts: hash({
      automatic_transfer_rules_by_currency: ignored,
      minimum_balance_by_currency: ignored,
      schedule: hash({
        interval: oneOf('daily', 'manual', 'monthly', 'weekly'),
        monthly_payout_days: list(integer),
        weekly_payout_days: list(WEEKDAY),
      }),
      statement_descriptor: clearableText,
    }),
    settlement_timing: hash({
      delay_days_override: emptyable(integer),
      start_of_day: ignored,
    }),
  }),
}

function accountOf(tx: Tx, id: string): Account {
  return id === PLATFORM ? platformAccount(tx) : (tx.get('account', id) as Account)
}

/** A copy of the settings, to be changed. */
function draftOf(tx: Tx, id: string): PayoutSettings {
  if (id === PLATFORM)
    return tx.put('_platform_payouts', PLATFORM, structuredClone(platformPayouts(tx)), PLATFORM)
  const { settings } = editAccount(tx, id)
  settings.payouts ??= structuredClone(platformPayouts(tx))
  return settings.payouts
}

function refreshed(tx: Tx, id: string): Account {
  if (id !== PLATFORM) return refreshAccount(tx, id)
  planPayouts(tx, id)
  return platformAccount(tx)
}

/** The settings of an account by which its money is paid out; they are those of `settings.payouts`. */
function settingsOf(account: Account) {
  const { payouts } = account.settings
  const { interval, monthly_payout_days: monthly, weekly_payout_days: weekly } = payouts?.schedule ?? {}
  return {
    object: 'balance_settings',
    payments: {
      debit_negative_balances: payouts?.debit_negative_balances ?? false,
      payouts: {
        automatic_transfer_rules_by_currency: null,
        minimum_balance_by_currency: null,
        schedule: {
          interval: interval ?? 'daily',
          ...(monthly ? { monthly_payout_days: monthly } : {}),
          ...(weekly ? { weekly_payout_days: weekly } : {}),
        },
        statement_descriptor: payouts?.statement_descriptor ?? null,
        status: account.payouts_enabled ? 'enabled' : 'disabled',
      },
      settlement_timing: { delay_days: payouts?.schedule.delay_days ?? 2, start_of_day: null },
    },
  }
}

/** docs.stripe.com/api/balance-settings; of a connected account by `Stripe-Account`. */
export const balanceSettingsRoutes: Route[] = [
  route('GET', '/v1/balance_settings', {}, ({ tx, account }) => settingsOf(accountOf(tx, account))),
  route('POST', '/v1/balance_settings', { params: FIELDS }, ({ tx, account: id, params }) => {
    const { debit_negative_balances: debits, payouts, settlement_timing: timing } = params.payments ?? {}
    const settings = draftOf(tx, id)
    if (debits !== undefined) settings.debit_negative_balances = debits
    if (payouts?.statement_descriptor !== undefined)
      settings.statement_descriptor = payouts.statement_descriptor
    const delay = timing?.delay_days_override
    const delay_days = delay === null ? 'minimum' : delay
    applyPayouts(settings, { schedule: { ...payouts?.schedule, delay_days } }, 'payments[payouts][schedule]')
    const changed = settingsOf(refreshed(tx, id))
    emit(tx, 'balance_settings.updated', changed, id)
    return changed
  }),
]
