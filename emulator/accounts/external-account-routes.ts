import { badParameter, invalid } from '../core/errors.ts'
import { LIST_PARAMS, listPage } from '../core/list.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import { boolean, clearableText, hash, ignored, integer, oneOf, required, text } from '../core/params.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import { emit } from '../events/emit.ts'
import { addExternal, type External, externalsOf, makeDefault, removeExternal } from './external-accounts.ts'
import { EXTERNAL_ACCOUNT } from './external-fields.ts'
import { partOf, reachableAccount } from './own-account.ts'
import { refreshAccount } from './refresh.ts'

const CREATE = {
  external_account: required(EXTERNAL_ACCOUNT),
  default_for_currency: boolean,
  metadata,
}

const UPDATE = {
  account_holder_name: clearableText,
  account_holder_type: oneOf('company', 'individual'),
  account_type: oneOf('checking', 'savings', 'futsu', 'toza'),
  address_city: text,
  address_country: text,
  address_line1: text,
  address_line2: text,
  address_state: text,
  address_zip: text,
  default_for_currency: boolean,
  documents: hash({ bank_account_ownership_verification: ignored }),
  exp_month: integer,
  exp_year: integer,
  metadata,
  name: text,
}

function add(ctx: Ctx<typeof CREATE>): External {
  const { tx, id, params } = ctx
  const owner = reachableAccount(ctx, id)
  if (params.external_account === null) {
    const message =
      "You passed an empty string for 'external_account'. We assume empty values are an attempt to unset a parameter; however 'external_account' cannot be unset. You should remove 'external_account' from your request or supply a non-empty value."
    throw badParameter(message, { code: 'parameter_invalid_empty', param: 'external_account' })
  }
  const wantsDefault = params.default_for_currency === true
  const external = addExternal(tx, owner, params.external_account, 'external_account', wantsDefault)
  external.metadata = mergeMetadata({}, params.metadata)
  refreshAccount(tx, id)
  return external
}

function change(ctx: Ctx<typeof UPDATE>): External {
  const { tx, id, params, path } = ctx
  reachableAccount(ctx, id)
  const external = tx.edit('bank_account', partOf(ctx, 'bank_account', path.bank ?? '', id).id)
  const { metadata: meta, default_for_currency: wantsDefault, documents: _proof, ...plain } = params
  for (const [field, value] of Object.entries(plain)) {
    if (field in external) Object.assign(external, { [field]: value })
  }
  // A bank account from which a payout came back is tried again once its details were put right.
  if (Object.keys(plain).length > 0 && external.status === 'errored') external.status = 'new'
  external.metadata = mergeMetadata(external.metadata ?? {}, meta)
  if (wantsDefault) makeDefault(tx, external)
  emit(tx, 'account.external_account.updated', external, id)
  refreshAccount(tx, id)
  return external
}

function take(ctx: Ctx) {
  const { tx, id, path } = ctx
  const owner = reachableAccount(ctx, id)
  const external = partOf(ctx, 'bank_account', path.bank ?? '', id)
  const others = externalsOf(tx, id).filter(
    other => other.id !== external.id && other.currency === external.currency,
  )
  if (external.default_for_currency && (others.length > 0 || external.currency === owner.default_currency)) {
    throw invalid(
      'You cannot delete the default external account for your default currency. Please make another external account the default using the `default_for_currency` param, and then delete this one.',
      {},
    )
  }
  removeExternal(tx, external)
  refreshAccount(tx, id)
  return { id: external.id, object: external.object, currency: external.currency, deleted: true }
}

/** docs.stripe.com/api/external_accounts, also by its older names. */
export const externalAccountRoutes: Route[] = ['external_accounts', 'bank_accounts'].flatMap(name => {
  const base = `/v1/accounts/:id/${name}`
  return [
    route('POST', base, { params: CREATE }, add),
    route('GET', base, { params: { ...LIST_PARAMS, object: oneOf('bank_account', 'card') } }, ctx => {
      reachableAccount(ctx, ctx.id)
      const { object } = ctx.params
      return listPage({ ...ctx, account: ctx.id }, 'bank_account', {
        where: external => object === undefined || external.object === object,
      })
    }),
    route('GET', `${base}/:bank`, {}, ctx => {
      reachableAccount(ctx, ctx.id)
      return partOf(ctx, 'bank_account', ctx.path.bank ?? '', ctx.id)
    }),
    route('POST', `${base}/:bank`, { params: UPDATE }, change),
    route('DELETE', `${base}/:bank`, {}, take),
  ]
})
