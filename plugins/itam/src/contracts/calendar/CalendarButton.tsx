import { Button } from '@backstage/ui';
import { RiCalendarEventLine } from '@remixicon/react';
import { useState } from 'react';
import { useSectionTexts } from '../../translation';
import { CalendarDialog } from './CalendarDialog';

/**
 * Opens the addresses under which a calendar program reads deadlines.
 */
export function CalendarButton() {
  const t = useSectionTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="secondary"
        iconStart={<RiCalendarEventLine aria-hidden="true" />}
        onPress={() => setOpen(true)}
      >
        {t('calendar.subscribe.open')}
      </Button>
      {open && <CalendarDialog onClose={() => setOpen(false)} />}
    </>
  );
}
