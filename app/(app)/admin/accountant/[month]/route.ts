import { makePack } from '#lib/accountant/make-pack.ts'
import { getWords } from '#lib/i18n/request.ts'
import { readMonth } from '#lib/statements/model.ts'
import { adminFile } from '#lib/users/admin-file.ts'
import { zipResponse } from '#lib/zip-response.ts'

/** A month of the books as a zip, sent while it is made. */
export const GET = adminFile('/admin/accountant/[month]', async (actor, _parameters, { month }) => {
  const read = readMonth(month)
  const pack = read && makePack(actor, await getWords(), read)
  if (!pack) return new Response(null, { status: 404 })
  return zipResponse(`${pack.name}.zip`, pack.files)
})
