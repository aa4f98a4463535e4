import { type DisputeCause, openDispute } from '../disputes/open.ts'
import { type Actions, NotThere } from './controlled.ts'
import { refuseUnknown, textOf } from './sent.ts'

const CAUSES = ['fraudulent', 'product_not_received', 'inquiry'] as const satisfies readonly DisputeCause[]

/** `/_control/disputes`: a bank asks for the money of a charge back, whatever card it was made with. */
export const bankActions: Actions = {
  'POST /_control/disputes': async ({ engine }, sent) => {
    refuseUnknown(sent, ['charge', 'cause'])
    const row = engine.store.row('charge', textOf(sent, 'charge') ?? '')
    if (!row) throw new NotThere(`There is no charge ${sent.charge}`)
    const cause = CAUSES.find(one => one === (sent.cause ?? 'fraudulent'))
    if (!cause) throw new Error(`"cause" must be one of ${CAUSES.join(', ')}`)
    if (!row.value.captured || row.value.disputed)
      throw new Error('Only a captured charge that is not disputed yet can be disputed')
    let dispute = ''
    await engine.write(tx => {
      dispute = openDispute(tx, tx.edit('charge', row.id), cause, row.account).id
    })
    return { dispute }
  },
}
