-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "viewed_id" TEXT,
ADD COLUMN     "viewing_until" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "sessions_viewed_id_idx" ON "sessions"("viewed_id");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_viewed_id_fkey" FOREIGN KEY ("viewed_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever is looked at is looked at until some time.
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_viewing_check" CHECK (("viewed_id" IS NULL) = ("viewing_until" IS NULL));
