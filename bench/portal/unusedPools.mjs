// Licences with twelve seats, ten of which nobody used for 90 days.

const SEATS = 12;
const UNUSED = 10;
const DAY_MS = 86_400_000;

const day = ago =>
  new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10);
const holder = index => `user:default/user-${index}`;
const holders = Array.from({ length: SEATS }, (_, index) => holder(index));

/** Makes as many as asked for, and answers the names of their products. */
export async function makeUnusedPools(ask, count) {
  const products = [];
  for (let index = 0; index < count; index++) {
    const product = `Whiteboard ${Date.now().toString(36)} ${index}`;
    const { record } = await ask('POST', '/records', {
      kind: 'License',
      title: product,
      spec: {
        type: 'subscription',
        product,
        metric: 'named-user',
        owner: 'group:default/team-0',
        quantity: SEATS,
        term: { start: day(300) },
        financials: {
          price: {
            amount: '8.00',
            currency: 'EUR',
            per: 'unit',
            every: 'month',
          },
        },
      },
    });
    const path = `/records/${record.ref.replace(':', '/')}`;
    await ask(
      'POST',
      `${path}/assignments`,
      { to: holders, from: day(200) },
      record.version,
    );
    await ask('POST', `${path}/usage`, {
      measurements: holders.map((who, seat) => ({
        kind: 'seat',
        date: day(seat < UNUSED ? 120 : 3),
        holder: who,
      })),
    });
    products.push(product);
  }
  return products;
}
