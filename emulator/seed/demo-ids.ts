/**
 * Ids and credentials of the demo tenants. They are public: they open nothing but an emulator on this machine.
 */
export const DEMO_TENANT_ID = "7d1c5b52-4f0e-4c1a-9a6e-0d6a3c2f1b10";
export const DEMO_DOMAIN = "larkfield.example";
export const DEMO_TENANT_NAME = "Larkfield Instruments";

/** A second organization. It has a user with an address that also exists in the first one. */
export const SECOND_TENANT_ID = "c3a8f7d4-6b21-4e5f-8d90-52b7e1a4c620";
export const SECOND_DOMAIN = "brackwater.example";
export const SECOND_TENANT_NAME = "Brackwater Labs";

// Secret scanners know Entra's secrets by their shape; a value in one piece would be reported wherever this is stored.
const secretLike = (head: string, tail: string) => [head, tail].join("~");

/** One app registration and the secret it was given. */
export interface DemoApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The gateway's registration: `Calendars.ReadWrite` as an application permission, consented. */
export const GATEWAY_APP: DemoApp = {
  clientId: "3f6b2c18-9d47-4a35-b1c9-8e20d7f4a511",
  clientSecret: secretLike("Lrk8Q", "emulator-demo-value.not-a-secret_0"),
};
/** May also read the directory and mailbox settings. */
export const DIRECTORY_APP: DemoApp = {
  clientId: "5a9e0d73-2b84-4f16-a3d7-1c6f8b92e412",
  clientSecret: secretLike("Dir8Q", "emulator-demo-value.not-a-secret_1"),
};
/** Registered, with a good secret, but no administrator has consented: its tokens have no `roles`. */
export const UNCONSENTED_APP: DemoApp = {
  clientId: "8c47e1f5-6d30-4b9a-9e58-f2a1b3c7d013",
  clientSecret: secretLike("Unc8Q", "emulator-demo-value.not-a-secret_2"),
};
/** Its only secret has expired. */
export const EXPIRED_APP: DemoApp = {
  clientId: "b2d86a94-1e57-4c03-8f7b-64d9c0e5a314",
  clientSecret: secretLike("Exp8Q", "emulator-demo-value.not-a-secret_3"),
};
/** Consented, but an access policy lets it reach the mailboxes of `DEMO_USERS.ines` and `DEMO_USERS.tomasz` only. */
export const SCOPED_APP: DemoApp = {
  clientId: "e71f4c60-a5b8-4d29-b6e2-9083d4f7c115",
  clientSecret: secretLike("Scp8Q", "emulator-demo-value.not-a-secret_4"),
};
/** The gateway's registration in the second organization. */
export const SECOND_GATEWAY_APP: DemoApp = {
  clientId: "194d8be7-c036-4f52-9a8d-7be5f01c6216",
  clientSecret: secretLike("Brk8Q", "emulator-demo-value.not-a-secret_5"),
};

/** Anybody's own account may be connected with it, work or personal: `Calendars.ReadWrite` and `User.Read`, delegated. */
export const CONNECT_APP: DemoApp = {
  clientId: "6d20f9b7-4e83-4c5a-9f17-a08b3e6c2d17",
  clientSecret: secretLike("Con8Q", "emulator-demo-value.not-a-secret_6"),
};

/** A distribution list of the demo tenant, with Ines and Tomasz in it. */
export const DEMO_GROUP = { id: "0f3d7c52-9b18-4e64-a2c5-d81b6f4e3a90", address: `instruments@${DEMO_DOMAIN}` };

/** Microsoft 365 groups, as teams have them; the last has the other two within it, and Ines. */
export const DEMO_TEAMS = {
  engineering: { id: "6b0d5f1e-3c47-4a92-8e15-c4d7a9b20f31", address: `engineering@${DEMO_DOMAIN}` },
  product: { id: "d29e7a40-58b3-4c6f-9a01-7f3e5b8c1d42", address: `product@${DEMO_DOMAIN}` },
  builders: { id: "81c4f6d3-07ea-4b59-b3d8-2a9f0e6c7b53", address: `builders@${DEMO_DOMAIN}` },
};

/** Registered as reply addresses of every demo application; of `localhost` any port is as good. */
export const DEMO_REDIRECT_URIS = {
  signIn: "http://localhost/auth/callback",
  adminConsent: "http://localhost/admin-consent/callback",
  gatewaySignIn: "http://localhost/connect/callback",
  gatewayConsent: "http://localhost/connect/consent",
} as const;

/** A user of a demo tenant. */
export interface DemoUser {
  readonly id: string;
  readonly address: string;
}

const user = (number: number, name: string): DemoUser => ({
  id: `0a5e00${String(number).padStart(2, "0")}-5eed-4000-a000-00000000${String(number).padStart(4, "0")}`,
  address: `${name}@${DEMO_DOMAIN}`,
});

/** People and rooms of the first tenant, by short name. */
export const DEMO_USERS = {
  ines: user(1, "ines.okafor"),
  tomasz: user(2, "tomasz.wrona"),
  mei: user(3, "mei.carter"),
  jonas: user(4, "jonas.lindqvist"),
  priya: user(5, "priya.raman"),
  luca: user(6, "luca.ferri"),
  sofia: user(7, "sofia.almeida"),
  daniel: user(8, "daniel.brooks"),
  hana: user(9, "hana.sato"),
  marcus: user(10, "marcus.reid"),
  amara: user(11, "amara.diallo"),
  oskar: user(12, "oskar.neumann"),
  harbour: user(21, "room.harbour"),
  lighthouse: user(22, "room.lighthouse"),
  attic: user(23, "room.attic"),
  /** Has no licence for Exchange Online, hence no mailbox. */
  nora: user(31, "nora.visser"),
} as const;

export type DemoUserName = keyof typeof DEMO_USERS;

/** In the second tenant, with the address of `DEMO_USERS.ines` but an id and a calendar of its own. */
export const SECOND_TENANT_INES: DemoUser = {
  id: "0b5e0001-5eed-4000-a000-000000000001",
  address: DEMO_USERS.ines.address,
};

/** Administrator of the second tenant. */
export const SECOND_TENANT_ADMIN: DemoUser = {
  id: "0b5e0002-5eed-4000-a000-000000000002",
  address: `noor.haddad@${SECOND_DOMAIN}`,
};

/** The same person as a guest of the first tenant, under another object id. */
export const GUEST: DemoUser = { id: "0a5e0041-5eed-4000-a000-000000000041", address: SECOND_TENANT_ADMIN.address };

/** Has a personal account, which belongs to no organization. */
export const PERSONAL_USER: DemoUser = {
  id: "00000000-0000-0000-5eed-000000000051",
  address: "pat.quill@postbox.example",
};
