import {
  RiFileList3Line,
  RiFileTextLine,
  RiHardDrive2Line,
  RiKey2Line,
  type RemixiconComponentType,
} from '@remixicon/react';

const ICONS: Record<string, RemixiconComponentType> = {
  asset: RiHardDrive2Line,
  license: RiKey2Line,
  contract: RiFileTextLine,
};

/**
 * The icon of a record's kind; decoration beside its name.
 */
export function KindIcon(props: { kind: string; size?: number }) {
  const Icon = ICONS[props.kind.toLocaleLowerCase('en')] ?? RiFileList3Line;
  return <Icon size={props.size ?? 16} aria-hidden="true" />;
}
