import type Stripe from 'stripe'
import { editAccount } from '../accounts/kinds.ts'
import { reachableAccount } from '../accounts/own-account.ts'
import { refreshAccount } from '../accounts/refresh.ts'
import { badParameter, invalid, missing, StripeError } from '../core/errors.ts'
import { newId, PLATFORM } from '../core/ids.ts'
import { hash, oneOf, required, text } from '../core/params.ts'
import { type Ctx, RawAnswer, type Route, route } from '../core/route.ts'
import { parseMultipart } from '../files/multipart.ts'
import { page } from './page.ts'
import { takeAnswers } from './take-answers.ts'

/** What is known of a link, by the last part of its address. */
interface Link {
  account: string
  expiresAt: number
  refreshUrl: string
  returnUrl: string
  /** Also what is only due one day. */
  eventually: boolean
  used: boolean
}

declare module '../core/kinds.ts' {
  interface Kinds {
    _account_link: Link
  }
}

/** A link is good for some minutes. */
const LIFETIME = 300

const FIELDS = {
  account: required(text),
  type: required(oneOf('account_onboarding', 'account_update')),
  collect: oneOf('currently_due', 'eventually_due'),
  collection_options: hash({
    fields: oneOf('currently_due', 'eventually_due'),
    future_requirements: oneOf('include', 'omit'),
  }),
  refresh_url: required(text),
  return_url: required(text),
}

function checkUrl(url: string, param: string): void {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw invalid('Not a valid URL', { code: 'url_invalid', param })
}

function create(ctx: Ctx<typeof FIELDS>): Stripe.AccountLink {
  const { tx, params, origin } = ctx
  const account = reachableAccount(ctx, params.account)
  checkUrl(params.refresh_url, 'refresh_url')
  checkUrl(params.return_url, 'return_url')
  const collected = account.controller.requirement_collection === 'application'
  if (params.type === 'account_update' && !collected) {
    throw invalid(
      'You cannot create `account_update` type Account Links for this account. Valid types are: `account_onboarding`.',
      { param: 'type' },
    )
  }
  if (params.collect && params.collection_options)
    throw badParameter('You may only specify one of these parameters: collect, collection_options.', {
      param: 'collect',
    })
  const id = newId('link').slice('link_'.length)
  const expiresAt = tx.now + LIFETIME
  const link: Link = {
    account: account.id,
    expiresAt,
    refreshUrl: params.refresh_url,
    returnUrl: params.return_url,
    eventually: (params.collect ?? params.collection_options?.fields) === 'eventually_due',
    used: false,
  }
  tx.put('_account_link', id, link, PLATFORM)
  // The key lets a browser in, as publishable keys do; what opens the account is the id.
  const url = `${origin}/_connect/${account.id}/${id}?key=pk_test_connect`
  return { object: 'account_link', created: tx.now, expires_at: expiresAt, url }
}

function html(text: string): RawAnswer {
  return new RawAnswer('text/html; charset=utf-8', Buffer.from(text))
}

function goTo(url: string): RawAnswer {
  return new RawAnswer('text/html; charset=utf-8', Buffer.from(''), url)
}

function linkOf({ tx, path }: Ctx): Link {
  const link = tx.find('_account_link', path.link ?? '')
  if (!link || link.account !== path.account) throw missing('account_link', path.link ?? '')
  return link
}

function dueOf({ tx }: Ctx, link: Link): string[] {
  const { requirements } = reachableAccount({ tx, account: PLATFORM }, link.account)
  return (link.eventually ? requirements.eventually_due : requirements.currently_due) ?? []
}

function show(ctx: Ctx): RawAnswer {
  const link = linkOf(ctx)
  if (link.used || link.expiresAt < ctx.tx.now) return goTo(link.refreshUrl)
  return html(page(dueOf(ctx, link), null))
}

/** What was typed is kept, as far as it can be; with nothing left to ask, the visitor goes back. */
function submit(ctx: Ctx): RawAnswer {
  const { tx, body, contentType, ip } = ctx
  const link = linkOf(ctx)
  if (link.used || link.expiresAt < tx.now) return goTo(link.refreshUrl)
  const { fields, files } = parseMultipart(body, contentType)
  let problem: string | null = null
  try {
    takeAnswers(tx, editAccount(tx, link.account), fields, files, ip)
  } catch (error) {
    if (!(error instanceof StripeError)) throw error
    problem = error.message
  }
  refreshAccount(tx, link.account)
  const due = dueOf(ctx, link)
  if (problem !== null || (due.length > 0 && !('later' in fields))) return html(page(due, problem))
  tx.edit('_account_link', ctx.path.link ?? '').used = true
  return goTo(link.returnUrl)
}

/** docs.stripe.com/api/account_links, and the page to which a link leads. */
export const accountLinkRoutes: Route[] = [
  route('POST', '/v1/account_links', { params: FIELDS }, create),
  route('GET', '/_connect/:account/:link', { key: 'publishable' }, show),
  route('POST', '/_connect/:account/:link', { key: 'publishable', multipart: true }, submit),
]
