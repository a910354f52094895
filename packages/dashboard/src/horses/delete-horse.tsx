import type { Horse } from '@piaffe/client';
import { api } from '../app/api.ts';
import { DeleteForGood } from '../pieces/delete-for-good.tsx';
import { words } from './words.ts';

/** Deletes a horse with all its rides for good. */
export function DeleteHorse({
  horse,
  onDone,
  onClose,
}: {
  horse: Horse;
  onDone: () => void;
  onClose: () => void;
}) {
  const remove = async () => {
    await api.delete('/horses/{horse}', { params: { path: { horse: horse.id } } });
    onDone();
  };
  return (
    <DeleteForGood
      title={words.deleteTitle(horse.name)}
      text={words.deleteText}
      name={horse.name}
      nameLabel={words.typeName(horse.name)}
      button={words.deleteForGood}
      onDelete={remove}
      onClose={onClose}
    />
  );
}
