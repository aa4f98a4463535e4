-- AlterTable
ALTER TABLE "payments" ADD COLUMN     "replaces_payment_id" TEXT,
ADD COLUMN     "surplus_at" TIMESTAMP(3);

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_replaces_payment_id_fkey" FOREIGN KEY ("replaces_payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- One payment of an order holds or has taken its money. A renewal that does not hold yet stands beside the hold that it is to
-- replace, and what is let go because another one stands in its place does not count any more.
DROP INDEX payments_one_live_per_order;
CREATE UNIQUE INDEX payments_one_live_per_order ON payments (order_id)
  WHERE surplus_at IS NULL
    AND (status IN ('requires_capture', 'succeeded') OR (status IN ('pending', 'requires_action') AND replaces_payment_id IS NULL));
CREATE UNIQUE INDEX payments_one_renewal_per_order ON payments (order_id)
  WHERE surplus_at IS NULL AND status IN ('pending', 'requires_action') AND replaces_payment_id IS NOT NULL;

ALTER TABLE payments
  ADD CONSTRAINT payments_surplus_is_let_go CHECK (surplus_at IS NULL OR release_requested_at IS NOT NULL),
  ADD CONSTRAINT payments_replace_another CHECK (replaces_payment_id <> id);
