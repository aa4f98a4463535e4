export { DetailSkeleton as default } from '#components/orders/page-skeleton.tsx'
