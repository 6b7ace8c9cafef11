export * from './isPublishable';
export * from './publishedEntity';
