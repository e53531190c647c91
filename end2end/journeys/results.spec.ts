// The ranking: open to all as a monthly result, and live for officials; never a rank without its uncertainty.
import { expect, test } from "../scene.ts";
import { signIn } from "../staff.ts";

const HEADER =
  "service,name,class,period,n1,n2,n3,n4,n5,n,index,index_lo,index_hi,satisfied,satisfied_lo,satisfied_hi,good,bad,invited,active_rate," +
  "posterior,posterior_lo,posterior_hi,rank,rank_lo,rank_hi,verdict,status,assisted_share,imported_share,formula";

test("anyone reads the results", async ({ page, at }) => {
  expect((await page.goto(at("results")))?.status()).toBe(200);
  await expect(page.getByRole("table").first()).toBeVisible();
  expect(await page.getByRole("row").count()).toBeGreaterThan(5);
  expect((await page.goto(at("methods")))?.status()).toBe(200);
});

test("the ranking is for officials", async ({ page, person, at }) => {
  const guest = await page.goto(at("insight"));
  expect(guest?.status() === 404 || page.url().includes("/sign-in"), "a guest sees no insight").toBe(true);

  const worker = await person();
  await signIn(worker, at, "worker");
  const refused = await worker.goto(at("insight"));
  expect(refused?.status() === 404 || worker.url().includes("/sign-in"), "a worker sees no insight").toBe(true);

  const official = await person();
  await signIn(official, at, "official");
  expect((await official.goto(at("insight")))?.status()).toBe(200);
  await expect(official.getByRole("table").first()).toBeVisible();
  const service = official.locator(`a[href*="${at("insight/service/")}"]`).first();
  await service.click();
  await expect(official).toHaveURL(/\/insight\/service\//);
});

test("the file says what the contract says", async ({ person, at, server }) => {
  const official = await person();
  await signIn(official, at, "official");
  const file = await official.request.get(`${server.url}/insight.csv?period=90d`);
  expect(file.status()).toBe(200);
  const [header, ...rows] = (await file.text()).replace(/^\ufeff/, "").trim().split(/\r?\n/);
  expect(header).toBe(HEADER);
  expect(rows.length, "the demonstration city has at least 20 services").toBeGreaterThanOrEqual(20);

  const stranger = await (await person()).request.get(`${server.url}/insight.csv`, { maxRedirects: 0 });
  expect([303, 302, 401, 403, 404]).toContain(stranger.status());
});
