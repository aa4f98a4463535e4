import { invalid } from '../core/errors.ts'
import { LIST_PARAMS, listPage } from '../core/list.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import { boolean, clearableText, oneOf, required, text } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'
import { emit } from '../events/emit.ts'
import { addBank, banksOf, makeDefault, removeBank } from './external-accounts.ts'
import { UPDATE_FIELDS } from './fields.ts'
import { partOf, reachableAccount } from './own-account.ts'
import { refreshAccount } from './refresh.ts'

const BASE = '/v1/accounts/:id/external_accounts'

/** docs.stripe.com/api/external_accounts */
export const externalAccountRoutes: Route[] = [
  route(
    'POST',
    BASE,
    {
      params: {
        external_account: required(UPDATE_FIELDS.external_account),
        default_for_currency: boolean,
        metadata,
      },
    },
    ({ tx, id, account, params }) => {
      reachableAccount({ tx, account }, id)
      const wantsDefault = params.default_for_currency === true
      const bank = addBank(tx, id, params.external_account, 'external_account', wantsDefault)
      bank.metadata = mergeMetadata({}, params.metadata)
      refreshAccount(tx, id)
      return bank
    },
  ),
  route('GET', BASE, { params: { ...LIST_PARAMS, object: oneOf('bank_account', 'card') } }, ctx => {
    reachableAccount(ctx, ctx.id)
    return listPage({ ...ctx, account: ctx.id }, 'bank_account', {
      where: () => ctx.params.object !== 'card',
    })
  }),
  route('GET', `${BASE}/:bank`, {}, ({ tx, id, account, path }) => {
    reachableAccount({ tx, account }, id)
    return partOf({ tx }, 'bank_account', path.bank ?? '', id)
  }),
  route(
    'POST',
    `${BASE}/:bank`,
    {
      params: {
        account_holder_name: clearableText,
        account_holder_type: oneOf('company', 'individual'),
        account_type: text,
        default_for_currency: boolean,
        metadata,
      },
    },
    ({ tx, id, account, path, params }) => {
      reachableAccount({ tx, account }, id)
      const bank = tx.edit('bank_account', partOf({ tx }, 'bank_account', path.bank ?? '', id).id)
      const { metadata: meta, default_for_currency: wantsDefault, ...plain } = params
      for (const [field, value] of Object.entries(plain)) Object.assign(bank, { [field]: value })
      bank.metadata = mergeMetadata(bank.metadata ?? {}, meta)
      if (wantsDefault) makeDefault(tx, bank)
      emit(tx, 'account.external_account.updated', bank, id)
      refreshAccount(tx, id)
      return bank
    },
  ),
  route('DELETE', `${BASE}/:bank`, {}, ({ tx, id, account, path }) => {
    reachableAccount({ tx, account }, id)
    const bank = partOf({ tx }, 'bank_account', path.bank ?? '', id)
    const others = banksOf(tx, id).filter(other => other.id !== bank.id && other.currency === bank.currency)
    if (bank.default_for_currency && others.length > 0) {
      throw invalid(
        'You cannot delete the default external account for your default currency. Please make another external account the default using the `default_for_currency` param, and then delete this one.',
        {},
      )
    }
    removeBank(tx, bank)
    refreshAccount(tx, id)
    return { id: bank.id, object: 'bank_account', currency: bank.currency, deleted: true }
  }),
]
