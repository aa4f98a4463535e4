/** `requested` until Stripe has made the transfer, however often it refuses: the money stays the contractor's. */
export type RetransferStatus = 'requested' | 'succeeded'

/** What is sent to a contractor again, in minor units, and whether it has gone. */
export type RetransferView = { amount: bigint; status: RetransferStatus }
