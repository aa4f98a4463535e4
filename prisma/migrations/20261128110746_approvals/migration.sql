-- CreateEnum
CREATE TYPE "ApprovalKind" AS ENUM ('refund', 'recovery');

-- CreateEnum
CREATE TYPE "ApprovalStatus" AS ENUM ('open', 'approved', 'declined', 'withdrawn', 'outdated');

-- CreateTable
CREATE TABLE "approvals" (
    "id" TEXT NOT NULL,
    "kind" "ApprovalKind" NOT NULL,
    "request_key" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "order_id" TEXT,
    "contractor_id" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "status" "ApprovalStatus" NOT NULL DEFAULT 'open',
    "requested_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMP(3),
    "answer" TEXT NOT NULL DEFAULT '',
    "refund_id" TEXT,
    "recovery_id" TEXT,

    CONSTRAINT "approvals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "approvals_refund_id_key" ON "approvals"("refund_id");

-- CreateIndex
CREATE UNIQUE INDEX "approvals_recovery_id_key" ON "approvals"("recovery_id");

-- CreateIndex
CREATE INDEX "approvals_status_id_idx" ON "approvals"("status", "id");

-- CreateIndex
CREATE INDEX "approvals_order_id_idx" ON "approvals"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "approvals_requested_by_id_request_key_key" ON "approvals"("requested_by_id", "request_key");

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_contractor_id_fkey" FOREIGN KEY ("contractor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_refund_id_fkey" FOREIGN KEY ("refund_id") REFERENCES "refunds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_recovery_id_fkey" FOREIGN KEY ("recovery_id") REFERENCES "recoveries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever asks never approves, and what is approved says by whom and what came of it.
ALTER TABLE approvals
  ADD CONSTRAINT approvals_by_another CHECK (status <> 'approved' OR decided_by_id <> requested_by_id),
  ADD CONSTRAINT approvals_amount_positive CHECK (amount > 0),
  ADD CONSTRAINT approvals_with_outcome
    CHECK (status <> 'approved' OR (decided_by_id IS NOT NULL AND num_nonnulls(refund_id, recovery_id) = 1));
