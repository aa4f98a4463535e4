-- CreateEnum
CREATE TYPE "RetransferStatus" AS ENUM ('requested', 'succeeded');

-- CreateTable
CREATE TABLE "retransfers" (
    "id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "connected_account_id" TEXT NOT NULL,
    "refund_id" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "commission_kept" BIGINT NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL,
    "status" "RetransferStatus" NOT NULL DEFAULT 'requested',
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "attempted_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_try_at" TIMESTAMP(3),
    "failure_code" TEXT,
    "stripe_transfer_id" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "retransfers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "retransfers_refund_id_key" ON "retransfers"("refund_id");

-- CreateIndex
CREATE INDEX "retransfers_status_updated_at_idx" ON "retransfers"("status", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "retransfers_livemode_stripe_transfer_id_key" ON "retransfers"("livemode", "stripe_transfer_id");

-- AddForeignKey
ALTER TABLE "retransfers" ADD CONSTRAINT "retransfers_connected_account_id_fkey" FOREIGN KEY ("connected_account_id") REFERENCES "connected_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retransfers" ADD CONSTRAINT "retransfers_refund_id_fkey" FOREIGN KEY ("refund_id") REFERENCES "refunds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "retransfers"
  ADD CONSTRAINT "retransfers_amount_positive" CHECK ("amount" > 0 AND "commission_kept" >= 0),
  ADD CONSTRAINT "retransfers_named_when_made" CHECK ("status" = 'requested' OR "stripe_transfer_id" IS NOT NULL);
