-- AlterEnum
ALTER TYPE "RecoveryStatus" ADD VALUE 'returned';

-- DropForeignKey
ALTER TABLE "recoveries" DROP CONSTRAINT "recoveries_created_by_id_fkey";

-- DropForeignKey
ALTER TABLE "retransfers" DROP CONSTRAINT "retransfers_refund_id_fkey";

-- AlterTable
ALTER TABLE "recoveries" ADD COLUMN     "dispute_id" TEXT,
ADD COLUMN     "return_requested_at" TIMESTAMP(3),
ALTER COLUMN "created_by_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "retransfers" ADD COLUMN     "order_id" TEXT,
ADD COLUMN     "recovery_id" TEXT,
ALTER COLUMN "refund_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "disputes" (
    "id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "payment_id" TEXT NOT NULL,
    "stripe_dispute_id" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "evidence_due_at" TIMESTAMP(3),
    "is_charge_refundable" BOOLEAN NOT NULL,
    "amount_withdrawn" BIGINT NOT NULL DEFAULT 0,
    "fee_withdrawn" BIGINT NOT NULL DEFAULT 0,
    "amount_reinstated" BIGINT NOT NULL DEFAULT 0,
    "fee_returned" BIGINT NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMP(3) NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "disputes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "disputes_payment_id_idx" ON "disputes"("payment_id");

-- CreateIndex
CREATE INDEX "disputes_livemode_opened_at_idx" ON "disputes"("livemode", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "disputes_livemode_stripe_dispute_id_key" ON "disputes"("livemode", "stripe_dispute_id");

-- CreateIndex
CREATE UNIQUE INDEX "recoveries_dispute_id_key" ON "recoveries"("dispute_id");

-- CreateIndex
CREATE UNIQUE INDEX "retransfers_recovery_id_key" ON "retransfers"("recovery_id");

-- AddForeignKey
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_dispute_id_fkey" FOREIGN KEY ("dispute_id") REFERENCES "disputes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retransfers" ADD CONSTRAINT "retransfers_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retransfers" ADD CONSTRAINT "retransfers_recovery_id_fkey" FOREIGN KEY ("recovery_id") REFERENCES "recoveries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retransfers" ADD CONSTRAINT "retransfers_refund_id_fkey" FOREIGN KEY ("refund_id") REFERENCES "refunds"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "disputes" ADD CONSTRAINT "disputes_amounts_within"
  CHECK ("amount" > 0 AND "amount_withdrawn" >= 0 AND "amount_reinstated" >= 0);

UPDATE "retransfers" r SET "order_id" = p."order_id"
  FROM "refunds" f JOIN "payments" p ON p."id" = f."payment_id" WHERE f."id" = r."refund_id";

ALTER TABLE "retransfers" ADD CONSTRAINT "retransfers_one_cause" CHECK (num_nonnulls("refund_id", "recovery_id") = 1);

ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_by_somebody" CHECK (num_nonnulls("created_by_id", "dispute_id") > 0);
