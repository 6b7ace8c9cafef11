/**
 * The German of `menu.ts`.
 */
export default {
  openRecord: 'Im IT-Bestand öffnen',
  registerForService: 'Asset für diesen Service erfassen',
};
