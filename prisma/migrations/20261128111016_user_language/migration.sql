-- CreateEnum
CREATE TYPE "Language" AS ENUM ('en', 'pl', 'de');

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "language" "Language";
