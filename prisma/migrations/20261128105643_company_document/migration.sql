-- AlterEnum
ALTER TYPE "DocumentKind" ADD VALUE 'company';

-- AlterEnum
ALTER TYPE "DocumentType" ADD VALUE 'company_document';
