import type Stripe from 'stripe'
import { badParameter, invalid } from '../core/errors.ts'
import { newId, randomText } from '../core/ids.ts'
import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import { owned, ownedDraft } from '../core/owned.ts'
import { boolean, emptyable, integer, type Params, required, type Spec, text } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'
import type { Stored } from '../core/stored.ts'
import { schedule, type Task } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'

type FileLink = Stored<Stripe.FileLink>

declare module '../core/kinds.ts' {
  interface Kinds {
    file_link: FileLink
  }
}

/** What others than Stripe may read, of the purposes that are taken here: docs.stripe.com/api/file_links/create */
const PURPOSES: readonly string[] = ['business_icon', 'business_logo', 'dispute_evidence']
/** How many links a file shows. */
const SHOWN = 10

const momentOrNow: Spec<number | 'now'> = {
  read: (value, path) => (value === 'now' ? value : integer.read(value, path)),
}
export const LINK_FIELDS = { expires_at: integer, metadata }
const UPDATE = { expires_at: emptyable(momentOrNow), metadata }
const LIST = { ...DATED_LIST_PARAMS, expired: boolean, file: text }

/** docs.stripe.com/api/file_links: what is at a link's address is not kept here. */
export const fileLinkRoutes: Route[] = [
  route('POST', '/v1/file_links', { params: { ...LINK_FIELDS, file: required(text) } }, ctx => {
    const { file, ...fields } = ctx.params
    owned(ctx.tx, 'file', file, ctx.account, 'file')
    return addFileLink(ctx.tx, file, fields, ctx.account, 'file')
  }),
  route('GET', '/v1/file_links', { params: LIST }, ctx => {
    const { expired, file } = ctx.params
    const where = (one: FileLink) =>
      (expired === undefined || one.expired === expired) && (file === undefined || one.file === file)
    return listPage(ctx, 'file_link', { where })
  }),
  route('GET', '/v1/file_links/:id', {}, ({ tx, id, account }) => owned(tx, 'file_link', id, account)),
  route('POST', '/v1/file_links/:id', { params: UPDATE }, ({ tx, id, params, account }) => {
    const link = ownedDraft(tx, 'file_link', id, account)
    if (link.expired) throw invalid('Expired file links cannot be updated.')
    link.metadata = mergeMetadata(link.metadata, params.metadata)
    if (params.expires_at !== undefined) expireAt(tx, link, params.expires_at, account)
    showLinks(tx, String(link.file), account)
    return link
  }),
]

/**
 * Makes a link to a file.
 * @param param what to blame when the file is not for others to read.
 * @throws StripeError 400.
 */
export function addFileLink(
  tx: Tx,
  file: string,
  sent: Params<typeof LINK_FIELDS>,
  account: string,
  param: string,
): FileLink {
  const { purpose } = tx.get('file', file)
  if (!PURPOSES.includes(purpose)) {
    throw invalid(`File links cannot be created for files with purpose ${purpose}.`, { param })
  }
  const link: FileLink = {
    id: newId('link'),
    object: 'file_link',
    created: tx.now,
    expired: false,
    expires_at: null,
    file,
    livemode: false,
    metadata: mergeMetadata({}, sent.metadata),
    url: `https://files.stripe.com/links/${randomText(40)}`,
  }
  tx.put('file_link', link.id, link, account)
  if (sent.expires_at !== undefined) expireAt(tx, link, sent.expires_at, account)
  showLinks(tx, file, account)
  return link
}

function expireAt(tx: Tx, link: FileLink, at: number | 'now' | null, account: string) {
  if (at === 'now') {
    link.expired = true
    link.expires_at = tx.now
    return
  }
  if (at !== null && at <= tx.now) {
    throw badParameter('Invalid expires_at: must be a timestamp in the future.', { param: 'expires_at' })
  }
  link.expires_at = at
  if (at !== null) schedule(tx, { at, task: EXPIRY_TASK, ref: link.id, account })
}

/** The name under which the end of a link is scheduled. */
export const EXPIRY_TASK = 'file_link_expires'

/** Ends a link, unless it was given another end meanwhile. */
export const fileLinkExpires: Task = (tx, { ref, at, account }) => {
  const link = tx.edit('file_link', ref)
  if (link.expires_at !== at) return
  link.expired = true
  showLinks(tx, String(link.file), account)
}

/** A file shows the newest of its links. */
function showLinks(tx: Tx, fileId: string, account: string) {
  const all = [...tx.list('file_link', account, { where: one => one.file === fileId })]
  const file = tx.edit('file', fileId)
  if (!file.links) return
  const data = structuredClone(all.slice(0, SHOWN))
  file.links = { ...file.links, data, has_more: all.length > SHOWN }
}
