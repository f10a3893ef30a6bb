import type { Cloud } from "../../lib/clouds.js";

/**
 * Roots of the Microsoft Entra admin center by cloud, as its FAQ lists them for firewalls
 * (https://learn.microsoft.com/entra/fundamentals/faq). The emulator has none.
 */
const ADMIN_CENTERS: Readonly<Record<Cloud, string | null>> = {
  GLOBAL: "https://entra.microsoft.com",
  US_GOV_L4: "https://entra.microsoft.us",
  US_GOV_L5: "https://entra.microsoft.us",
  CHINA: "https://entra.microsoftonline.cn",
  EMULATOR: null,
};

type RegistrationPage = "Overview" | "CallAnAPI" | "Credentials" | "Authentication" | "Manifest";

/** The list of registrations. */
export function registrationsLink(cloud: Cloud): string | null {
  return view(cloud, "Microsoft_AAD_RegisteredApps/ApplicationsListBlade");
}

/** A page of one registration, or the list of registrations while its client ID is not known. */
export function registrationPageLink(cloud: Cloud, page: RegistrationPage, clientId: string | null): string | null {
  if (clientId === null) return registrationsLink(cloud);
  return view(cloud, `Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/${page}/appId/${clientId}`);
}

function view(cloud: Cloud, path: string): string | null {
  const root = ADMIN_CENTERS[cloud];
  return root === null ? null : `${root}/#view/${path}`;
}
