export { personaSignInModule as default } from './module';
