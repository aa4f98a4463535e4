import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Money } from '#components/ui/money.tsx'
import type { OrderDetail } from '#lib/orders/model.ts'
import type { PaymentView } from '#lib/payments/model.ts'
import type { Role } from '#lib/users/model.ts'
import { commissionWords } from './commission-words.ts'
import { Moment } from './moment.tsx'

type Props = {
  order: OrderDetail
  payment: PaymentView | null
  reader: Role
  /** What refunds took back from the contractor, less the commission they returned. Minor units. */
  takenBack?: bigint
}

/** Where the order's money stands: what was agreed, then what is held, was taken, went back. */
export function OrderMoney({ order, payment, reader, takenBack = 0n }: Props) {
  const { currency } = order
  const taken = payment?.status === 'succeeded'
  const total = taken ? payment.amountCaptured : order.amount
  const commission = taken ? payment.commissionCaptured : order.commissionAmount
  const rate = commissionWords({ bps: order.commissionBps, fixed: order.commissionFixed }, currency)
  return (
    <DescriptionList>
      {taken && total !== order.amount ? (
        <DescriptionItem term="Agreed">
          <Money value={order} />
        </DescriptionItem>
      ) : null}
      <DescriptionItem term={taken ? 'Taken from the card' : 'Total'}>
        <Money value={{ amount: total, currency }} />
      </DescriptionItem>
      <DescriptionItem term="Commission" hint={`${rate} of the total`}>
        <Money value={{ amount: -commission, currency }} />
      </DescriptionItem>
      <DescriptionItem term={reader === 'CONTRACTOR' ? 'You receive' : 'The contractor receives'} strong>
        <Money value={{ amount: total - commission, currency }} />
      </DescriptionItem>
      {payment ? <AfterCapture payment={payment} reader={reader} takenBack={takenBack} /> : null}
    </DescriptionList>
  )
}

function AfterCapture({
  payment,
  reader,
  takenBack,
}: Pick<Props, 'reader'> & { payment: PaymentView; takenBack: bigint }) {
  const { currency } = payment
  return (
    <>
      {payment.amountRefunded > 0n ? (
        <DescriptionItem term="Refunded to the card">
          <Money value={{ amount: -payment.amountRefunded, currency }} />
        </DescriptionItem>
      ) : null}
      {takenBack > 0n ? (
        <DescriptionItem
          term="Taken back by refunds"
          hint="From the contractor’s share, less returned commission."
        >
          <Money value={{ amount: -takenBack, currency }} />
        </DescriptionItem>
      ) : null}
      {payment.amountRecovered > 0n && reader !== 'EMPLOYER' ? (
        <DescriptionItem
          term={reader === 'CONTRACTOR' ? 'Taken back from you' : 'Recovered from the contractor'}
        >
          <Money value={{ amount: -payment.amountRecovered, currency }} />
        </DescriptionItem>
      ) : null}
      {payment.availableOn && reader === 'ADMIN' ? (
        <DescriptionItem term="Available from">
          <Moment at={payment.availableOn} style="day" />
        </DescriptionItem>
      ) : null}
    </>
  )
}
