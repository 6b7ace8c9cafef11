/** Reads the code in front of a camera. */
export interface BarcodeReader {
  /** The first code in the picture. */
  read(picture: HTMLVideoElement): Promise<string | undefined>;
}

/** What browsers that read codes have; it is in no standard library yet. */
interface Detector {
  detect(picture: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type DetectorClass = new () => Detector;

/**
 * The browser's own reader of codes; undefined where there is none, or no
 * camera.
 */
export function barcodeReader(): BarcodeReader | undefined {
  const BarcodeDetector: unknown = Reflect.get(window, 'BarcodeDetector');
  const hasCamera = Boolean(navigator.mediaDevices?.getUserMedia);
  if (!isDetectorClass(BarcodeDetector) || !hasCamera) {
    return undefined;
  }
  const detector = new BarcodeDetector();
  return {
    read: async picture => (await detector.detect(picture)).at(0)?.rawValue,
  };
}

function isDetectorClass(found: unknown): found is DetectorClass {
  return typeof found === 'function';
}
