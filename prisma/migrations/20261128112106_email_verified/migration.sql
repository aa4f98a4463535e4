-- AlterTable
ALTER TABLE "users" ADD COLUMN     "email_verified_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "user_profiles" ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT '';

-- Whoever is there already has been written to: they are taken as verified.
UPDATE "users" SET "email_verified_at" = "created_at";
