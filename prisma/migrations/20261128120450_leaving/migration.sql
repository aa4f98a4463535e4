-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "gone_at" TIMESTAMP(3),
ADD COLUMN     "removed_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "user_profiles" ADD COLUMN     "receipt_name" TEXT;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "deleted_at" TIMESTAMP(3);
