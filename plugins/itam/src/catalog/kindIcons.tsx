import type { IconComponent } from '@backstage/core-plugin-api';
import {
  RiFileTextLine,
  RiHardDrive2Line,
  RiKey2Line,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { ComponentProps } from 'react';

/** MUI-style icon sizes the catalog asks for, in pixels. */
const SIZES = { inherit: '1em', small: 20, medium: 24, large: 35 } as const;

/**
 * Icons of the three kinds, for portals that build their own entity
 * presentation or icon set.
 * @public
 */
export const itamKindIcons: Record<
  'asset' | 'license' | 'contract',
  IconComponent
> = {
  asset: iconOf(RiHardDrive2Line),
  license: iconOf(RiKey2Line),
  contract: iconOf(RiFileTextLine),
};

type KindIconProps = {
  fontSize?: keyof typeof SIZES;
} & Omit<ComponentProps<RemixiconComponentType>, 'fontSize' | 'size'>;

function iconOf(Icon: RemixiconComponentType): IconComponent {
  // The catalog graph places and colours icons with plain SVG attributes.
  return function KindIcon({
    fontSize = 'medium',
    ...attributes
  }: KindIconProps) {
    return <Icon size={SIZES[fontSize]} aria-hidden="true" {...attributes} />;
  };
}
