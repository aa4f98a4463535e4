-- CreateEnum
CREATE TYPE "PayoutStatus" AS ENUM ('requested', 'pending', 'in_transit', 'paid', 'failed', 'canceled');

-- CreateTable
CREATE TABLE "payouts" (
    "id" TEXT NOT NULL,
    "request_key" TEXT,
    "livemode" BOOLEAN NOT NULL,
    "connected_account_id" TEXT,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "status" "PayoutStatus" NOT NULL DEFAULT 'requested',
    "stripe_payout_id" TEXT,
    "is_automatic" BOOLEAN NOT NULL DEFAULT false,
    "method" TEXT NOT NULL DEFAULT 'standard',
    "amount_left" BIGINT NOT NULL DEFAULT 0,
    "amount_returned" BIGINT NOT NULL DEFAULT 0,
    "arrival_on" TIMESTAMP(3),
    "bank_name" TEXT,
    "bank_last4" TEXT,
    "trace_id" TEXT,
    "failure_code" TEXT,
    "created_by_id" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "payouts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "payouts_connected_account_id_created_at_idx" ON "payouts"("connected_account_id", "created_at");

-- CreateIndex
CREATE INDEX "payouts_status_updated_at_idx" ON "payouts"("status", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "payouts_connected_account_id_request_key_key" ON "payouts"("connected_account_id", "request_key");

-- CreateIndex
CREATE UNIQUE INDEX "payouts_livemode_stripe_payout_id_key" ON "payouts"("livemode", "stripe_payout_id");

-- AddForeignKey
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_connected_account_id_fkey" FOREIGN KEY ("connected_account_id") REFERENCES "connected_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

ALTER TABLE "payouts"
  ADD CONSTRAINT payouts_amount_not_zero CHECK (amount <> 0),
  -- Nobody asks for money from a bank here, and nobody asks for the platform.
  ADD CONSTRAINT payouts_asked_for
    CHECK (request_key IS NULL OR (amount > 0 AND connected_account_id IS NOT NULL AND created_by_id IS NOT NULL)),
  ADD CONSTRAINT payouts_known_to_stripe_or_asked_for CHECK (request_key IS NOT NULL OR stripe_payout_id IS NOT NULL),
  ADD CONSTRAINT payouts_nothing_moves_before_stripe
    CHECK (stripe_payout_id IS NOT NULL OR (amount_left = 0 AND amount_returned = 0));
