import { z } from 'zod'
import { flag, id, optional, reader, sum, text, written } from './metadata.ts'

// The same for money that is taken from contractors, and sent to them again.

/** The terms of the recovery that money is taken for. */
export type ToldRecovery = {
  recoveryId: string
  requestKey: string
  connectedAccountId: string
  contractorId: string
  orderId: string | null
  paymentId: string | null
  /** Our dispute and Stripe's that it follows from. */
  disputeId: string | null
  stripeDisputeId: string | null
  /** All that is to be recovered, in minor units; a collection takes a part of it. */
  recoveryAmount: bigint
  reason: string
  note: string
  owedIfRefused: boolean
  createdById: string | null
}

/** What took money: a recovery itself, or one of its collections. */
export type ToldTaking = { collectionId: string | null; recovery: ToldRecovery }

/** A collection's object names its recovery by another key than a recovery's own object: by that one those are looked for. */
export const writeTaking = ({ collectionId, recovery }: ToldTaking): Record<string, string> =>
  written({
    ...(collectionId
      ? { collection_id: collectionId, of_recovery_id: recovery.recoveryId }
      : { recovery_id: recovery.recoveryId }),
    request_key: recovery.requestKey,
    connected_account_id: recovery.connectedAccountId,
    contractor_id: recovery.contractorId,
    order_id: recovery.orderId,
    payment_id: recovery.paymentId,
    dispute_id: recovery.disputeId,
    stripe_dispute_id: recovery.stripeDisputeId,
    recovery_amount: recovery.recoveryAmount,
    reason: recovery.reason,
    note: recovery.note,
    owed_if_refused: recovery.owedIfRefused,
    created_by: recovery.createdById,
  })

const taking = z
  .object({
    recovery_id: optional,
    collection_id: optional,
    of_recovery_id: optional,
    request_key: id,
    connected_account_id: id,
    contractor_id: id,
    order_id: optional,
    payment_id: optional,
    dispute_id: optional,
    stripe_dispute_id: optional,
    recovery_amount: sum,
    reason: id,
    note: text,
    owed_if_refused: flag,
    created_by: optional,
  })
  .refine(told => told.recovery_id ?? (told.collection_id && told.of_recovery_id))
  .transform(
    (told): ToldTaking => ({
      collectionId: told.collection_id,
      recovery: {
        recoveryId: told.recovery_id ?? told.of_recovery_id ?? '',
        requestKey: told.request_key,
        connectedAccountId: told.connected_account_id,
        contractorId: told.contractor_id,
        orderId: told.order_id,
        paymentId: told.payment_id,
        disputeId: told.dispute_id,
        stripeDisputeId: told.stripe_dispute_id,
        recoveryAmount: told.recovery_amount,
        reason: told.reason,
        note: told.note,
        owedIfRefused: told.owed_if_refused,
        createdById: told.created_by,
      },
    }),
  )

/** Why money is sent to a contractor again: a refund that failed, or a recovery that is returned. */
export type ToldRetransfer = {
  retransferId: string
  connectedAccountId: string
  orderId: string | null
  refundId: string | null
  recoveryId: string | null
  commissionKept: bigint
}

export const writeRetransfer = (retransfer: ToldRetransfer): Record<string, string> =>
  written({
    retransfer_id: retransfer.retransferId,
    connected_account_id: retransfer.connectedAccountId,
    order_id: retransfer.orderId,
    for_refund_id: retransfer.refundId,
    for_recovery_id: retransfer.recoveryId,
    commission_kept: retransfer.commissionKept,
  })

const retransfer = z
  .object({
    retransfer_id: id,
    connected_account_id: id,
    order_id: optional,
    for_refund_id: optional,
    for_recovery_id: optional,
    commission_kept: sum,
  })
  .transform(
    (told): ToldRetransfer => ({
      retransferId: told.retransfer_id,
      connectedAccountId: told.connected_account_id,
      orderId: told.order_id,
      refundId: told.for_refund_id,
      recoveryId: told.for_recovery_id,
      commissionKept: told.commission_kept,
    }),
  )

/** Null for what is not ours, or was made before Stripe was told all of it. */
export const readTaking = reader(taking)
export const readRetransfer = reader(retransfer)
