-- CreateTable
CREATE TABLE "account_mails" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" TEXT,
    "address" TEXT NOT NULL,
    "token_hash" TEXT,
    "expires_at" TIMESTAMP(3),
    "used_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMP(3),

    CONSTRAINT "account_mails_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_mails_token_hash_key" ON "account_mails"("token_hash");

-- CreateIndex
CREATE INDEX "account_mails_user_id_kind_idx" ON "account_mails"("user_id", "kind");

-- CreateIndex
CREATE INDEX "account_mails_created_at_idx" ON "account_mails"("created_at");

-- AddForeignKey
ALTER TABLE "account_mails" ADD CONSTRAINT "account_mails_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
