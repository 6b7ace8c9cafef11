import { auditsMessages } from './audits';
import { calendar } from './calendar';
import { discoveries } from './discoveries';
import { finance } from './finance';
import { health } from './health';
import { imports } from './imports';
import { organisation } from './organisation';
import { policies } from './policies';
import { suppliers } from './suppliers';

/**
 * The texts in English that only tabs of IT Assets need; no other page loads
 * them. The first part of a key tells them from `messages`.
 */
export const sectionMessages = {
  ...auditsMessages,
  calendar,
  discoveries,
  finance,
  health,
  imports,
  organisation,
  policies,
  suppliers,
} as const;
