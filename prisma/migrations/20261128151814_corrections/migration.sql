-- CreateEnum
CREATE TYPE "CorrectionStatus" AS ENUM ('asked', 'applied', 'declined');

-- CreateTable
CREATE TABLE "corrections" (
    "id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "discrepancy_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "connected_account_id" TEXT,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "CorrectionStatus" NOT NULL,
    "needs_second" BOOLEAN NOT NULL,
    "requested_by_id" TEXT NOT NULL,
    "decided_by_id" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL,
    "decided_at" TIMESTAMP(3),

    CONSTRAINT "corrections_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "corrections_discrepancy_id_idx" ON "corrections"("discrepancy_id");

-- CreateIndex
CREATE INDEX "corrections_requested_by_id_created_at_idx" ON "corrections"("requested_by_id", "created_at");

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_discrepancy_id_fkey" FOREIGN KEY ("discrepancy_id") REFERENCES "discrepancies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_connected_account_id_fkey" FOREIGN KEY ("connected_account_id") REFERENCES "connected_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "corrections"
  ADD CONSTRAINT corrections_of_something CHECK ("amount" <> 0),
  ADD CONSTRAINT corrections_with_reason CHECK (length(trim("reason")) > 0),
  ADD CONSTRAINT corrections_by_another
    CHECK ("status" <> 'applied' OR NOT "needs_second" OR ("decided_by_id" IS NOT NULL AND "decided_by_id" <> "requested_by_id"));
-- A difference is corrected once: what was declined can be asked for anew.
CREATE UNIQUE INDEX "corrections_once" ON "corrections"("discrepancy_id") WHERE "status" <> 'declined';
