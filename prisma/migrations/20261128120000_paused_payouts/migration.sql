-- AlterTable
ALTER TABLE "connected_accounts" ADD COLUMN     "payouts_paused_at" TIMESTAMP(3);
