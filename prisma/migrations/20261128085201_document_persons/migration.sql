-- AlterTable
ALTER TABLE "identity_documents" ADD COLUMN     "stripe_person_id" TEXT;
