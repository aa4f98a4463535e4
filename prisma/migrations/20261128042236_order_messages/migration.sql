-- CreateTable
CREATE TABLE "order_messages" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "request_key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "order_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_files" (
    "id" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime_type" TEXT NOT NULL,
    "byte_count" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "order_files_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "order_messages_order_id_id_idx" ON "order_messages"("order_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "order_messages_author_id_request_key_key" ON "order_messages"("author_id", "request_key");

-- CreateIndex
CREATE INDEX "order_files_message_id_idx" ON "order_files"("message_id");

-- AddForeignKey
ALTER TABLE "order_messages" ADD CONSTRAINT "order_messages_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_messages" ADD CONSTRAINT "order_messages_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_files" ADD CONSTRAINT "order_files_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "order_messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE order_messages ADD CONSTRAINT order_messages_text_within CHECK (char_length(text) BETWEEN 1 AND 4000);
CREATE TRIGGER order_messages_append_only BEFORE UPDATE OR DELETE ON order_messages
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER order_files_append_only BEFORE UPDATE OR DELETE ON order_files
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
