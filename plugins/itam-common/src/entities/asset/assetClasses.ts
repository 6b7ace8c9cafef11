import type { AssetClass } from '../types';

/**
 * All classes of assets.
 * @public
 */
export const ASSET_CLASSES: readonly AssetClass[] = [
  'hardware',
  'fixed',
  'software',
  'cloud',
  'digital',
];

/**
 * Types suggested for each class; others are allowed.
 * @public
 */
export const SUGGESTED_ASSET_TYPES: Readonly<
  Record<AssetClass, readonly string[]>
> = {
  hardware: [
    'laptop',
    'desktop',
    'workstation',
    'server',
    'storage',
    'phone',
    'tablet',
    'monitor',
    'printer',
    'switch',
    'router',
    'firewall',
    'access-point',
    'peripheral',
  ],
  fixed: ['rack', 'cabinet', 'cabling', 'ups', 'generator', 'cooling', 'pdu'],
  software: ['application', 'operating-system', 'database', 'middleware'],
  cloud: ['cloud-account', 'cluster', 'managed-database', 'object-storage'],
  digital: [
    'document',
    'image',
    'video',
    'audio',
    'font',
    'data-set',
    'domain',
  ],
};

const TYPES_STORING_DATA: ReadonlySet<string> = new Set([
  'laptop',
  'notebook',
  'desktop',
  'workstation',
  'server',
  'storage',
  'storage-array',
  'nas',
  'san',
  'disk',
  'hard-disk',
  'ssd',
  'usb-stick',
  'tape',
  'phone',
  'smartphone',
  'tablet',
  'printer',
  'copier',
  'router',
  'firewall',
  'object-storage',
  'database',
  'managed-database',
  'cloud-account',
]);

/**
 * Whether assets of the type hold data that has to be erased before they
 * leave. Printers and copiers count: they have disks.
 * @public
 */
export function storesData(type: string): boolean {
  return TYPES_STORING_DATA.has(type.toLowerCase());
}

/**
 * Whether the class can be touched, so that it has a place.
 * @public
 */
export function isTangible(assetClass: AssetClass): boolean {
  return assetClass === 'hardware' || assetClass === 'fixed';
}
