import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Money } from '#components/ui/money.tsx'
import type { OrderDetail } from '#lib/orders/model.ts'
import type { PaymentView } from '#lib/payments/model.ts'
import type { Role } from '#lib/users/model.ts'
import { useWords } from '#words'
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
  const t = useWords()
  const { currency } = order
  const taken = payment?.status === 'succeeded'
  const total = taken ? payment.amountCaptured : order.amount
  const commission = taken ? payment.commissionCaptured : order.commissionAmount
  const rate = commissionWords(t, { bps: order.commissionBps, fixed: order.commissionFixed }, currency)
  return (
    <DescriptionList>
      {taken && total !== order.amount ? (
        <DescriptionItem term={t('orders.agreed')}>
          <Money value={order} />
        </DescriptionItem>
      ) : null}
      <DescriptionItem term={taken ? t('orders.takenFromTheCard') : t('orders.total')}>
        <Money value={{ amount: total, currency }} />
      </DescriptionItem>
      <DescriptionItem term={t('orders.commission')} hint={t('orders.rateOfTheTotal', { rate })}>
        <Money value={{ amount: -commission, currency }} />
      </DescriptionItem>
      <DescriptionItem
        term={reader === 'CONTRACTOR' ? t('orders.youReceive') : t('orders.theContractorReceives')}
        strong
      >
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
  const t = useWords()
  const { currency } = payment
  return (
    <>
      {payment.amountRefunded > 0n ? (
        <DescriptionItem term={t('orders.refundedToTheCard')}>
          <Money value={{ amount: -payment.amountRefunded, currency }} />
        </DescriptionItem>
      ) : null}
      {takenBack > 0n ? (
        <DescriptionItem term={t('orders.takenBackByRefunds')} hint={t('orders.fromTheContractorsShareLess')}>
          <Money value={{ amount: -takenBack, currency }} />
        </DescriptionItem>
      ) : null}
      {payment.amountRecovered > 0n && reader !== 'EMPLOYER' ? (
        <DescriptionItem
          term={
            reader === 'CONTRACTOR' ? t('orders.takenBackFromYou') : t('orders.recoveredFromTheContractor')
          }
        >
          <Money value={{ amount: -payment.amountRecovered, currency }} />
        </DescriptionItem>
      ) : null}
      {payment.availableOn && reader === 'ADMIN' ? (
        <DescriptionItem term={t('orders.availableFrom')}>
          <Moment at={payment.availableOn} style="day" />
        </DescriptionItem>
      ) : null}
    </>
  )
}
