-- CreateEnum
CREATE TYPE "CollectionStatus" AS ENUM ('requested', 'succeeded', 'failed');

-- AlterEnum
ALTER TYPE "RecoveryInstrument" ADD VALUE 'receivable';

-- AlterEnum
ALTER TYPE "RecoveryStatus" ADD VALUE 'owed';

-- AlterTable
ALTER TABLE "recoveries" ADD COLUMN     "amount_collected" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "owed_if_refused" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "collections" (
    "id" TEXT NOT NULL,
    "recovery_id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "instrument" "RecoveryInstrument" NOT NULL,
    "status" "CollectionStatus" NOT NULL DEFAULT 'requested',
    "stripe_object_id" TEXT,
    "failure_code" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "collections_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "collections_recovery_id_idx" ON "collections"("recovery_id");

-- CreateIndex
CREATE INDEX "collections_status_updated_at_idx" ON "collections"("status", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "collections_livemode_stripe_object_id_key" ON "collections"("livemode", "stripe_object_id");

-- AddForeignKey
ALTER TABLE "collections" ADD CONSTRAINT "collections_recovery_id_fkey" FOREIGN KEY ("recovery_id") REFERENCES "recoveries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

UPDATE "recoveries" SET "amount_collected" = "amount" WHERE "status" = 'succeeded';

ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_collected_within"
  CHECK ("amount_collected" >= 0 AND "amount_collected" <= "amount");

-- Compared as text: a value that was added to an enum cannot be used before its transaction ends.
ALTER TABLE "collections"
  ADD CONSTRAINT "collections_amount_positive" CHECK ("amount" > 0),
  ADD CONSTRAINT "collections_take_money" CHECK ("instrument"::text <> 'receivable');

-- Two takings at once of one receivable could be more than is owed.
CREATE UNIQUE INDEX collections_one_open ON "collections" ("recovery_id") WHERE "status" = 'requested';
