/**
 * Annotation with the revision the register gave to the entity's declaration.
 * The register takes a declaration as valid once the catalog shows its
 * revision here.
 * @public
 */
export const DECLARATION_REVISION_ANNOTATION = 'itam/declaration-revision';
