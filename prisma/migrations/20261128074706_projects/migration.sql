-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "milestone" INTEGER,
ADD COLUMN     "project_id" TEXT;

-- CreateTable
CREATE TABLE "projects" (
    "id" TEXT NOT NULL,
    "request_key" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "employer_id" TEXT NOT NULL,
    "contractor_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "projects_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "projects_employer_id_request_key_key" ON "projects"("employer_id", "request_key");

-- CreateIndex
CREATE UNIQUE INDEX "orders_project_id_milestone_key" ON "orders"("project_id", "milestone");

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_contractor_id_fkey" FOREIGN KEY ("contractor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
