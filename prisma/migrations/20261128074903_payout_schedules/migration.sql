-- CreateEnum
CREATE TYPE "PayoutScheduleStatus" AS ENUM ('requested', 'succeeded', 'failed');

-- AlterTable
ALTER TABLE "connected_accounts" ADD COLUMN     "payout_interval" TEXT NOT NULL DEFAULT 'manual',
ADD COLUMN     "payout_month_day" INTEGER,
ADD COLUMN     "payout_weekday" TEXT;

-- CreateTable
CREATE TABLE "payout_schedule_changes" (
    "id" TEXT NOT NULL,
    "request_key" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "connected_account_id" TEXT NOT NULL,
    "interval" TEXT NOT NULL,
    "weekday" TEXT,
    "month_day" INTEGER,
    "status" "PayoutScheduleStatus" NOT NULL DEFAULT 'requested',
    "failure_code" TEXT,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "payout_schedule_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "payout_schedule_changes_status_updated_at_idx" ON "payout_schedule_changes"("status", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "payout_schedule_changes_connected_account_id_request_key_key" ON "payout_schedule_changes"("connected_account_id", "request_key");

-- AddForeignKey
ALTER TABLE "payout_schedule_changes" ADD CONSTRAINT "payout_schedule_changes_connected_account_id_fkey" FOREIGN KEY ("connected_account_id") REFERENCES "connected_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_schedule_changes" ADD CONSTRAINT "payout_schedule_changes_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- One change of an account at a time, so that none that is sent late undoes a later one.
CREATE UNIQUE INDEX "payout_schedule_changes_one_open" ON "payout_schedule_changes"("connected_account_id")
  WHERE status = 'requested';

ALTER TABLE "payout_schedule_changes"
  ADD CONSTRAINT payout_schedule_changes_day CHECK (
    interval IN ('manual', 'daily', 'weekly', 'monthly')
    AND (weekday IS NOT NULL) = (interval = 'weekly')
    AND (month_day IS NOT NULL) = (interval = 'monthly')
    AND month_day BETWEEN 1 AND 31);
