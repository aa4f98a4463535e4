-- AlterTable
ALTER TABLE "stripe_platforms" ADD COLUMN     "country" TEXT;
