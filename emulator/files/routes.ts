import type Stripe from 'stripe'
import { badParameter } from '../core/errors.ts'
import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { owned } from '../core/owned.ts'
import { boolean, hash, oneOf, readParams, required } from '../core/params.ts'
import { type Ctx, type Route, route, withoutCommon } from '../core/route.ts'
import type { Stored } from '../core/stored.ts'
import { addFileLink, LINK_FIELDS } from './links.ts'
import { parseMultipart } from './multipart.ts'
import { storeFile } from './store-file.ts'

const PURPOSE = oneOf(
  'account_requirement',
  'additional_verification',
  'business_icon',
  'business_logo',
  'dispute_evidence',
  'identity_document',
)
const UPLOAD = {
  purpose: required(PURPOSE),
  file_link_data: hash({ ...LINK_FIELDS, create: required(boolean) }),
}

/** docs.stripe.com/api/files */
export const fileRoutes: Route[] = [
  route('POST', '/v1/files', { multipart: true }, upload),
  route('GET', '/v1/files', { params: { ...DATED_LIST_PARAMS, purpose: PURPOSE } }, ctx => {
    const { purpose } = ctx.params
    return listPage(ctx, 'file', { where: file => purpose === undefined || file.purpose === purpose })
  }),
  route('GET', '/v1/files/:id', {}, ({ tx, id, account }) => owned(tx, 'file', id, account)),
]

function upload({ tx, body, contentType, account }: Ctx): Stored<Stripe.File> {
  if (!contentType.startsWith('multipart/form-data')) {
    throw badParameter('Invalid request: expected multipart/form-data.', { param: 'file' })
  }
  const { fields, files } = parseMultipart(body, contentType)
  const { purpose, file_link_data: link } = readParams(UPLOAD, withoutCommon(fields))
  const sent = files.get('file')
  if (!sent) throw badParameter('Missing required param: file.', { code: 'parameter_missing', param: 'file' })
  const file = storeFile(tx, sent, purpose, account)
  if (link?.create) addFileLink(tx, file.id, link, account, 'file_link_data')
  return tx.get('file', file.id)
}
