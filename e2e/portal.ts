import {
  type APIRequestContext,
  expect,
  type Page,
  request,
} from '@playwright/test';

/** The personas of the example organisation, as the sign-in page names them. */
export type Persona = 'Erin' | 'Max' | 'Fiona' | 'Amir' | 'Otto';

/** Opens the portal and signs in through the persona picker. */
export async function signIn(page: Page, persona: Persona) {
  await page.goto('/');
  await page.getByRole('button', { name: new RegExp(persona) }).click();
  await expect(page.getByRole('link', { name: 'IT Assets' })).toBeVisible();
}

/** Opens a page of the portal and waits until our cards have their figures. */
export async function open(page: Page, path: string) {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** A client of the portal's API with a persona's own token. */
export async function apiAs(
  baseURL: string,
  persona?: Persona,
): Promise<APIRequestContext> {
  if (!persona) return request.newContext({ baseURL });
  const anonymous = await request.newContext({ baseURL });
  const response = await anonymous.get('/api/auth/persona/refresh', {
    headers: {
      'x-itam-persona': persona.toLowerCase(),
      'X-Requested-With': 'XMLHttpRequest',
    },
  });
  const { backstageIdentity } = await response.json();
  return request.newContext({
    baseURL,
    extraHTTPHeaders: { Authorization: `Bearer ${backstageIdentity.token}` },
  });
}

/** A client of the portal's API with the token of a program. */
export async function apiAsService(
  baseURL: string,
  plugins: string,
): Promise<APIRequestContext> {
  const tokens = JSON.parse(process.env.SERVICE_TOKENS ?? '{}');
  return request.newContext({
    baseURL,
    extraHTTPHeaders: { Authorization: `Bearer ${tokens[plugins]}` },
  });
}

/** The base address; the test command sets it. */
export const portalUrl = process.env.PORTAL_URL ?? 'http://localhost:7007';
