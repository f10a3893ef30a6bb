/** The Microsoft clouds a connection may live in; EMULATOR is the local tenant emulator. */
export const CLOUDS = ["GLOBAL", "US_GOV_L4", "US_GOV_L5", "CHINA", "EMULATOR"] as const;
export type Cloud = (typeof CLOUDS)[number];

/** Clouds apart from the global service, in which personal Microsoft accounts do not exist. */
const NATIONAL_CLOUDS: ReadonlySet<Cloud> = new Set(["US_GOV_L4", "US_GOV_L5", "CHINA"]);

export function isNationalCloud(cloud: Cloud): boolean {
  return NATIONAL_CLOUDS.has(cloud);
}

/** Hosts of one cloud. All are roots without a trailing slash. */
export interface CloudEndpoints {
  /** Entra's sign-in root, for example `https://login.microsoftonline.com`. */
  readonly loginUrl: string;
  /** Graph's root without version, for example `https://graph.microsoft.com`. */
  readonly graphUrl: string;
  /** The scope of an app-only token for Graph in this cloud. */
  readonly graphScope: string;
}

/**
 * National cloud roots as published on Microsoft's "National cloud deployments" page.
 * China's sign-in host is the current `login.partner.microsoftonline.cn`.
 */
const PUBLIC_CLOUDS: Readonly<Record<Exclude<Cloud, "EMULATOR">, CloudEndpoints>> = {
  GLOBAL: cloud("https://login.microsoftonline.com", "https://graph.microsoft.com"),
  US_GOV_L4: cloud("https://login.microsoftonline.us", "https://graph.microsoft.us"),
  US_GOV_L5: cloud("https://login.microsoftonline.us", "https://dod-graph.microsoft.us"),
  CHINA: cloud("https://login.partner.microsoftonline.cn", "https://microsoftgraph.chinacloudapi.cn"),
};

/** Where the EMULATOR cloud lives, or undefined when this gateway has none. */
export type EmulatorUrls = { readonly loginUrl: string; readonly graphUrl: string } | undefined;

/** Endpoints of a cloud; undefined for EMULATOR when no emulator is configured. */
export function cloudEndpoints(name: Cloud, emulator: EmulatorUrls): CloudEndpoints | undefined {
  if (name !== "EMULATOR") return PUBLIC_CLOUDS[name];
  // The emulator plays the global cloud, whose scope its token endpoint knows.
  return emulator && { ...emulator, graphScope: PUBLIC_CLOUDS.GLOBAL.graphScope };
}

function cloud(loginUrl: string, graphUrl: string): CloudEndpoints {
  return { loginUrl, graphUrl, graphScope: `${graphUrl}/.default` };
}
