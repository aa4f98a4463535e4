-- CreateEnum
CREATE TYPE "DiscrepancyKind" AS ENUM ('missing_in_ledger', 'missing_at_stripe', 'other_amount', 'other_balance');

-- CreateTable
CREATE TABLE "discrepancies" (
    "id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "kind" "DiscrepancyKind" NOT NULL,
    "subject" TEXT NOT NULL,
    "account" TEXT NOT NULL DEFAULT '',
    "currency" TEXT NOT NULL,
    "ledger_amount" BIGINT NOT NULL,
    "stripe_amount" BIGINT NOT NULL,
    "proposal" TEXT NOT NULL,
    "first_seen_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMP(3),

    CONSTRAINT "discrepancies_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "discrepancies_livemode_resolved_at_idx" ON "discrepancies"("livemode", "resolved_at");

-- One open row for each difference; closed ones stay as its history.
CREATE UNIQUE INDEX discrepancies_one_open ON discrepancies (livemode, kind, subject, currency) WHERE resolved_at IS NULL;
