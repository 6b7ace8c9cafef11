import {
  Button,
  ButtonIcon,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Menu,
  MenuItem,
  MenuSection,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import { RiBookmarkLine, RiDeleteBinLine } from '@remixicon/react';
import { useState } from 'react';
import { RecordLines } from '../actions/OutcomeList';
import { useWrite } from '../loading';
import { useTexts } from '../translation';
import { FormDialog, FormText } from '../ui';
import formStyles from '../ui/FormDialog.module.css';
import { useSavedFilters } from './useSavedFilters';

const NAME_AT_MOST = 60;

/**
 * Opens, keeps and deletes the reader's own views of the register.
 */
export function SavedFilters(props: {
  /** The view at hand, as the address's parameters. */
  search: string;
  onOpen(search: string): void;
}) {
  const { search, onOpen } = props;
  const t = useTexts();
  const { filters, save, remove } = useSavedFilters();
  const [open, setOpen] = useState<'save' | 'manage'>();
  return (
    <>
      <MenuTrigger>
        <Button
          variant="secondary"
          iconStart={<RiBookmarkLine aria-hidden="true" />}
        >
          {t('saved.title')}
        </Button>
        <Menu aria-label={t('saved.title')}>
          {filters.length > 0 ? (
            <MenuSection title={t('saved.open')}>
              {filters.map(filter => (
                <MenuItem
                  key={filter.name}
                  id={`open ${filter.name}`}
                  onAction={() => onOpen(filter.search)}
                >
                  {filter.name}
                </MenuItem>
              ))}
            </MenuSection>
          ) : null}
          {filters.length > 0 ? <MenuSeparator /> : null}
          <MenuItem id="save" onAction={() => setOpen('save')}>
            {t('saved.save')}
          </MenuItem>
          {filters.length > 0 ? (
            <MenuItem id="manage" onAction={() => setOpen('manage')}>
              {t('saved.manage')}
            </MenuItem>
          ) : null}
        </Menu>
      </MenuTrigger>
      {open === 'save' && (
        <SaveDialog
          taken={filters.map(({ name }) => name)}
          onSave={name => save({ name, search })}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'manage' && (
        <Dialog
          isOpen
          isDismissable
          onOpenChange={isOpen => !isOpen && setOpen(undefined)}
          width="min(28rem, calc(100vw - 2rem))"
        >
          <DialogHeader>{t('saved.manageTitle')}</DialogHeader>
          <DialogBody>
            <div className={formStyles.form}>
              {filters.length === 0 ? (
                <p>{t('saved.none')}</p>
              ) : (
                <RecordLines
                  label={t('saved.title')}
                  lines={filters.map(({ name }) => ({
                    key: name,
                    title: name,
                    detail: (
                      <ButtonIcon
                        variant="tertiary"
                        size="small"
                        aria-label={t('saved.delete', { name })}
                        icon={<RiDeleteBinLine />}
                        onPress={() => remove(name)}
                      />
                    ),
                  }))}
                />
              )}
            </div>
          </DialogBody>
          <DialogFooter>
            <Button variant="primary" onPress={() => setOpen(undefined)}>
              {t('bulk.close')}
            </Button>
          </DialogFooter>
        </Dialog>
      )}
    </>
  );
}

function SaveDialog(props: {
  taken: readonly string[];
  onSave(name: string): Promise<void>;
  onClose(): void;
}) {
  const { taken, onSave, onClose } = props;
  const t = useTexts();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const writing = useWrite();
  const given = name.trim().slice(0, NAME_AT_MOST);
  return (
    <FormDialog
      title={t('saved.saveTitle')}
      submit={t('saved.submit')}
      pending={writing.pending}
      problem={writing.problem}
      onClose={onClose}
      onSubmit={async () => {
        setTried(true);
        if (given !== '' && (await writing.send(() => onSave(given)))) {
          onClose();
        }
      }}
    >
      <FormText
        label={t('saved.name')}
        isRequired
        value={name}
        description={taken.includes(given) ? t('saved.replaces') : undefined}
        problem={tried && given === '' ? t('actions.needed') : undefined}
        onChange={setName}
      />
    </FormDialog>
  );
}
