/**
 * The German of `menu.ts`.
 */
export default {
  'menu.openRecord': 'Im IT-Bestand öffnen',
  'menu.registerForService': 'Asset für diesen Service erfassen',
};
