import { startCompanyOf } from "../support/start-company";

/** Serves a company large enough for a picture. */
export default async function startCompany(): Promise<() => Promise<void>> {
  return await startCompanyOf(0.2);
}
