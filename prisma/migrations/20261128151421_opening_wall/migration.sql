-- AlterTable
ALTER TABLE "connected_accounts" ADD COLUMN     "opening_attempt" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "opening_wall" TEXT;
