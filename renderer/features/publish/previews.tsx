import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { StoryId } from '#core/base/ids.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import type { IconName } from '#renderer/ui/icon-names.ts';
import styles from './previews.module.css';

const devices: readonly { readonly width: 360 | 768 | 1200; readonly icon: IconName; readonly label: MessageKey }[] = [
  { width: 360, icon: 'smartphone', label: 'publish.preview.phone' },
  { width: 768, icon: 'tablet', label: 'publish.preview.tablet' },
  { width: 1200, icon: 'monitor', label: 'publish.preview.wide' },
];

/** The exported page itself, three times, made smaller: no script can run in it and nothing can be fetched. */
export function Previews({ id, seq }: { readonly id: StoryId; readonly seq: number }): ReactElement {
  const { t } = useWords();
  return (
    <div className={styles.previews} role="group" aria-label={t('publish.preview')}>
      {devices.map((device) => <Preview key={device.width} id={id} seq={seq} {...device} />)}
    </div>
  );
}

interface PreviewProps {
  readonly id: StoryId;
  readonly seq: number;
  readonly width: 360 | 768 | 1200;
  readonly icon: IconName;
  readonly label: MessageKey;
}

function Preview({ id, seq, width, icon, label }: PreviewProps): ReactElement {
  const { t } = useWords();
  const { addresses } = useApp();
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ readonly scale: number; readonly height: number } | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => {
      const scale = element.clientWidth / width;
      setSize({ scale, height: Math.ceil(element.clientHeight / scale) });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [width]);
  return (
    <figure className={styles.preview}>
      <figcaption className={styles.name}>
        <Icon name={icon} size={14} />
        {t(label)}
        <span>{t('publish.preview.px', { width })}</span>
      </figcaption>
      <div ref={frame} className={styles.frame}>
        {size !== null && (
          <iframe
            className={styles.page}
            title={t('publish.preview.title', { device: t(label) })}
            src={addresses.preview(id, seq)}
            sandbox=""
            loading="lazy"
            style={{ inlineSize: width, blockSize: size.height, transform: `scale(${size.scale})` }}
          />
        )}
      </div>
    </figure>
  );
}
