import { Button } from '@backstage/ui';
import { RiCameraLine } from '@remixicon/react';
import { useEffect, useRef, useState } from 'react';
import { useSectionTexts } from '../../translation';
import { barcodeReader, type BarcodeReader } from './barcodeReader';
import styles from './ScanField.module.css';

const LOOK_EVERY_MS = 250;
/** The same label in front of the camera is one scan. */
const SAME_AGAIN_MS = 3_000;

/**
 * Reads labels with the camera of the device; nothing in browsers that cannot
 * read codes.
 */
export function CameraScan(props: { onCode(code: string): void }) {
  const t = useSectionTexts();
  const [reader] = useState(barcodeReader);
  const [on, setOn] = useState(false);
  const [problem, setProblem] = useState(false);
  if (!reader) {
    return null;
  }
  return (
    <div className={styles.camera}>
      {on && (
        <CameraView
          reader={reader}
          onCode={props.onCode}
          onProblem={() => {
            setOn(false);
            setProblem(true);
          }}
        />
      )}
      {problem && <span role="alert">{t('audits.scan.noCamera')}</span>}
      <div>
        <Button
          variant="secondary"
          iconStart={<RiCameraLine aria-hidden="true" />}
          onPress={() => {
            setProblem(false);
            setOn(before => !before);
          }}
        >
          {on ? t('audits.scan.cameraOff') : t('audits.scan.camera')}
        </Button>
      </div>
    </div>
  );
}

function CameraView(props: {
  reader: BarcodeReader;
  onCode(code: string): void;
  onProblem(): void;
}) {
  const { reader } = props;
  const t = useSectionTexts();
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const element = video.current;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout>;
    let ended = false;
    let last = { code: '', at: 0 };
    const look = async () => {
      try {
        const code = element && (await reader.read(element));
        const now = Date.now();
        if (
          code &&
          !ended &&
          (code !== last.code || now - last.at > SAME_AGAIN_MS)
        ) {
          latest.current.onCode(code);
        }
        if (code) {
          last = { code, at: now };
        }
      } catch {
        // No picture yet, or one that cannot be read: the next one may be.
      }
      if (!ended) {
        timer = setTimeout(look, LOOK_EVERY_MS);
      }
    };
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment' },
      });
      if (ended) {
        stop(stream);
      } else if (element) {
        element.srcObject = stream;
        await element.play();
        look();
      }
    };
    start().catch(() => !ended && latest.current.onProblem());
    return () => {
      ended = true;
      clearTimeout(timer);
      stop(stream);
    };
  }, [reader]);

  return (
    <video
      ref={video}
      className={styles.video}
      muted
      playsInline
      aria-label={t('audits.scan.picture')}
    />
  );
}

function stop(stream: MediaStream | undefined): void {
  stream?.getTracks().forEach(track => track.stop());
}
