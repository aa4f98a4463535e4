import { EveryCentTable } from '#components/admin/every-cent-table.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { getEveryCent } from '#lib/reconciliation/every-cent.ts'
import { EVERY_CENT_ERRORS } from '#lib/reconciliation/model.ts'
import type { Actor } from '#lib/users/model.ts'

/** The part of the page that waits for Stripe. */
export async function EveryCent({ actor, orderId }: { actor: Actor; orderId: string }) {
  const lines = await getEveryCent(actor, orderId)
  if (!lines.ok)
    return <Alert tone="warning">{(await getWords())(EVERY_CENT_ERRORS[lines.error].message)}</Alert>
  return <EveryCentTable lines={lines.value} />
}
