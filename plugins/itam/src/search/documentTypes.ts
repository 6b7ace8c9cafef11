/** Types of search documents that hold records of the register. */
export const RECORD_DOCUMENT_TYPES = ['itam-records', 'itam-contracts'];
