export { ListSkeleton as default } from '#components/orders/page-skeleton.tsx'
