import { costsOf } from './__testUtils__/costAnswers';
import { describeShop } from './__testUtils__/shopRegister';
import type { Persona } from './__testUtils__/startRegister';

describeShop('a request for costs', [], shop => {
  const costs = async (persona: Persona, query: string) =>
    await costsOf(shop, persona, query);

  it.each(['1900-01', '9999-11'])('answers for %s', async month => {
    const answer = await costs(
      'finance',
      `of=all&from=${month}&to=${month}&by=service&currency=JPY`,
    );
    expect(answer.months).toEqual([month]);
  });

  it.each([
    ['of=all&from=1899-12&to=1899-12', 400],
    ['of=', 400],
    ['', 400],
    ['of=all&from=2026-13', 400],
    ['of=all&to=0001-01', 400],
    ['of=all&to=9999-12', 400],
    ['of=all&from=2026-10&to=2026-09', 400],
    ['of=all&from=2016-01&to=2026-10', 400],
    ['of=all&by=salary', 400],
    ['of=all&view=paid', 400],
    ['of=all&basis=leased', 400],
    ['of=all&currency=eur', 400],
    ['of=all&currency=XXX', 400],
    ['of=all&of=all', 400],
    ['of=all&limit=3', 400],
    ['of=component:default/web&basis=owned', 400],
    ['of=location:default/x', 400],
    ['of=nonsense', 400],
    ['of=supplier:', 400],
    ['of=%00', 400],
    [`of=${'a'.repeat(201)}`, 400],
  ])('answers GET /costs?%s with %s', async (query, status) => {
    const response = await shop.register.get('finance', `/costs?${query}`);
    expect({ status: response.status, text: response.text }).toMatchObject({
      status,
    });
    expect(response.body.error.name).toBe('InputError');
  });

  it('answers 120 months', async () => {
    const { months } = await costs('finance', 'of=all&from=2016-11&to=2026-10');
    expect(months).toHaveLength(120);
  });

  it.each<[string | object, string, number]>([
    [{ of: [] }, 'application/json', 400],
    [{ of: new Array(201).fill('a') }, 'application/json', 400],
    [{ of: ['all'], to: 'now' }, 'application/json', 400],
    [{ of: ['all'], extra: 1 }, 'application/json', 400],
    [{ of: 'all' }, 'application/json', 400],
    ['{"of":["all"],"__proto__":{}}', 'application/json', 400],
    ['{"of":["a\\u0000"]}', 'application/json', 400],
    ['{"of":', 'application/json', 400],
    ['of=all', 'application/x-www-form-urlencoded', 415],
    ['{"of":["all"]}', 'text/plain', 415],
  ])('refuses the body %j as %s with %s', async (body, type, status) => {
    const response = await shop.register
      .post('finance', '/costs/query')
      .set('Content-Type', type)
      .send(body);
    expect({ status: response.status, text: response.text }).toMatchObject({
      status,
    });
    expect(response.body.error.name).toBeDefined();
  });

  it('refuses a body over the cap with 413', async () => {
    const response = await shop.register
      .post('finance', '/costs/query')
      .send({ of: ['a'.repeat(1_200_000)] });
    expect(response.status).toBe(413);
    expect(response.body.error.message).toBe('request entity too large');
  });
});
