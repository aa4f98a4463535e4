-- CreateEnum
CREATE TYPE "HoldEnd" AS ENUM ('ask', 'approve', 'release');

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "hold_end" "HoldEnd" NOT NULL DEFAULT 'ask';
