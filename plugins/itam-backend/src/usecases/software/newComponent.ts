import {
  cpeProduct,
  isProductComponent,
  normalisedProduct,
  normalisedSupplier,
} from '@backstage-itam/plugin-itam-common';
import type { NewComponent } from '../../stores/software/serviceSoftware';
import type { BomComponent } from './readBom';
import { storedLicenses } from './statedLicenses';

/** A component as it is kept, with what products are matched by. */
export function newComponent(component: BomComponent): NewComponent {
  const { name, version, purl, publisher, productName, cpe } = component;
  const productKey = normalisedProduct(productName);
  const named = cpe === null ? undefined : cpeProduct(cpe);
  const vendor = named?.vendor ?? publisher;
  return {
    name,
    version,
    purl,
    publisher,
    licenses: storedLicenses(component.licenses),
    productName,
    productKey,
    publisherKey: normalisedSupplier(publisher ?? ''),
    cpeProductKey: named ? normalisedProduct(named.product) : null,
    cpeVendorKey: named ? normalisedSupplier(named.vendor) : null,
    isProduct:
      productKey !== '' &&
      isProductComponent({
        type: component.type,
        licenses: component.licenses,
        isLicensed: component.isLicensed,
        isNamed: version !== null || vendor !== null,
      }),
  };
}
