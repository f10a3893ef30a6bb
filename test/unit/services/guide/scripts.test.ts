import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import { Language, Parser } from "web-tree-sitter";
import type { GuideAnswers, ScriptKind } from "../../../../src/services/guide/guide.model.js";
import { GuideService } from "../../../../src/services/guide/guide.service.js";
import { answersOf } from "./answers.js";

/** Graph's permission ids, as Microsoft's permissions reference lists them. */
const IDS = {
  "Calendars.ReadWrite": "ef54d2bf-783f-4e0f-bca1-3210c0444d99",
  "Calendars.Read": "798ee544-9d2d-430c-a058-570e29e34338",
  "Calendars.ReadBasic.All": "8ba4a692-bc31-4128-9094-475872af8a53",
  delegatedReadWrite: "1ec239c2-d7c9-4623-a91a-a9775856bb36",
};

// Required and not imported: its types would bring a browser's into every file.
const { parse: parseHcl } = createRequire(import.meta.url)("@cdktf/hcl2json") as {
  parse(fileName: string, text: string): Promise<unknown>;
};

/** Names that would break out of a text that is written carelessly. */
const NASTY_NAMES = [
  `O'Neill's "calendars"`,
  "$(touch pwned) `touch pwned` $HOME",
  `back\\slash \${var.x} %{ if true }`,
  "‘typographic’ apostrophe's",
];

const VARIANTS: readonly Partial<GuideAnswers>[] = [
  {},
  { use: "READ", cloud: "US_GOV_L5" },
  { use: "FREE_BUSY", mailboxes: "SOME_MAILBOXES", directorySearch: true },
  { mailboxes: "SOME_MAILBOXES", clientId: "3b1c1f6e-9a52-4d43-8f5a-6f1d0e2c7b11", cloud: "CHINA" },
  { mailboxes: "EACH_PERSON_CONNECTS", personalAccounts: true },
  { mailboxes: "SOME_MAILBOXES", settings: "READ_WRITE", rooms: true },
  { mailboxes: "EACH_PERSON_CONNECTS", settings: "READ" },
  ...NASTY_NAMES.map((applicationName) => ({ applicationName, mailboxes: "SOME_MAILBOXES" as const })),
  ...NASTY_NAMES.map((applicationName) => ({ applicationName, mailboxes: "EACH_PERSON_CONNECTS" as const })),
];

const service = new GuideService({ publicUrl: "https://calendars.larkfield.example" });

function scriptOf(answers: Partial<GuideAnswers>, kind: ScriptKind): string | undefined {
  return service.guide(answersOf(answers)).scripts.find((script) => script.kind === kind)?.text;
}

function scriptsOf(kind: ScriptKind): readonly string[] {
  return VARIANTS.flatMap((answers) => scriptOf(answers, kind) ?? []);
}

describe("the Azure CLI script", () => {
  test("is good bash, whatever the application is called", () => {
    for (const text of scriptsOf("AZURE_CLI")) {
      const { status, stderr } = spawnSync("bash", ["-n"], { input: text, encoding: "utf8" });
      expect(stderr).toBe("");
      expect(status).toBe(0);
    }
  });

  test("hands the CLI exactly the name, the permission and the redirect URIs, and prints what to paste (user-demands 16)", () => {
    for (const applicationName of NASTY_NAMES) {
      const text = scriptOf({ applicationName, mailboxes: "EACH_PERSON_CONNECTS" }, "AZURE_CLI") ?? "";
      // The script runs with a CLI of our own that only repeats its arguments, one a line.
      const fake = `az() { printf '%s\\n' "$@" >&2; echo answer; }; sleep() { :; }\n`;
      const { stderr, stdout, status } = spawnSync("bash", ["-s"], { input: fake + text, encoding: "utf8" });
      expect(status).toBe(0);
      const words = stderr.split("\n");
      expect(words).toContain(applicationName);
      expect(words).toContain("https://calendars.larkfield.example/connect/callback");
      expect(words).toContain(`${IDS.delegatedReadWrite}=Scope`);
      expect(stdout).toMatch(/Tenant ID: +answer\nClient ID: +answer\nClient secret: +answer\n/);
    }
  });

  test("keeps secrets that the application has already: it appends", () => {
    expect(scriptOf({}, "AZURE_CLI")).toContain('credential reset --id "$client_id" --append');
  });
});

describe("the PowerShell scripts", () => {
  let parser: Parser;
  beforeAll(async () => {
    await Parser.init();
    const wasm = createRequire(import.meta.url).resolve("tree-sitter-powershell/tree-sitter-powershell.wasm");
    parser = new Parser();
    parser.setLanguage(await Language.load(wasm));
  });

  test.each(["GRAPH_POWERSHELL", "EXCHANGE_POWERSHELL", "EXCHANGE_ACCESS_POLICY"] as const)(
    "%s is good PowerShell",
    (kind) => {
      const texts = scriptsOf(kind);
      expect(texts.length).toBeGreaterThan(3);
      for (const text of texts) expect(parser.parse(text)?.rootNode.hasError).toBe(false);
    },
  );

  test("the parser finds what is wrong in a broken one", () => {
    const broken = (scriptOf({}, "GRAPH_POWERSHELL") ?? "").replace("foreach (", "foreach (((");
    expect(parser.parse(broken)?.rootNode.hasError).toBe(true);
  });

  test("double the apostrophes of a name, typographic ones too", () => {
    const text = scriptOf({ applicationName: "O'Neill ’s" }, "GRAPH_POWERSHELL");
    expect(text).toContain("-DisplayName 'O''Neill ’’s'");
  });

  test("name the cloud as each module knows it", () => {
    const answers = { cloud: "US_GOV_L5", mailboxes: "SOME_MAILBOXES" } as const;
    expect(scriptOf(answers, "GRAPH_POWERSHELL")).toContain("-Environment USGovDoD");
    expect(scriptOf(answers, "EXCHANGE_POWERSHELL")).toContain("-ExchangeEnvironmentName O365USGovDoD");
  });

  test("the scope is tested with one mailbox inside and one outside (user-demands 20)", () => {
    const text = scriptOf({ mailboxes: "SOME_MAILBOXES" }, "EXCHANGE_POWERSHELL") ?? "";
    expect(text.match(/Test-ServicePrincipalAuthorization/g)).toHaveLength(2);
    const policy = scriptOf({ mailboxes: "SOME_MAILBOXES" }, "EXCHANGE_ACCESS_POLICY") ?? "";
    expect(policy.match(/^Test-ApplicationAccessPolicy/gm)).toHaveLength(2);
  });

  test("settings get a role of their own in Exchange, and what to remove from Entra says so", () => {
    const script = (settings: "NONE" | "READ" | "READ_WRITE") =>
      scriptOf({ mailboxes: "SOME_MAILBOXES", settings }, "EXCHANGE_POWERSHELL") ?? "";
    const rolesIn = (text: string) => [...text.matchAll(/-Role '([^']+)'/g)].map(([, role]) => role);
    expect(rolesIn(script("NONE"))).toEqual(["Application Calendars.ReadWrite"]);
    expect(rolesIn(script("READ"))).toEqual(["Application Calendars.ReadWrite", "Application MailboxSettings.Read"]);
    expect(rolesIn(script("READ_WRITE"))).toContain("Application MailboxSettings.ReadWrite");
    expect(script("READ")).toContain("Now remove the permissions on calendars and mailbox settings");
    expect(script("NONE")).toContain("Now remove the calendar permission");
  });

  test("an access policy is not offered for free and busy times, which it cannot limit (user-demands 20)", () => {
    expect(scriptOf({ mailboxes: "SOME_MAILBOXES", use: "FREE_BUSY" }, "EXCHANGE_ACCESS_POLICY")).toBeUndefined();
    expect(scriptOf({ mailboxes: "SOME_MAILBOXES", use: "FREE_BUSY" }, "EXCHANGE_POWERSHELL")).toBeDefined();
  });
});

describe("the Terraform configuration", () => {
  test("is good HCL with the name as it was given", async () => {
    for (const answers of VARIANTS) {
      const { resource, output } = (await parseHcl("gateway.tf", scriptOf(answers, "TERRAFORM") ?? "")) as Hcl;
      expect(Object.keys(output).sort()).toEqual(["client_id", "client_secret", "tenant_id"]);
      const application = resource.azuread_application?.gateway?.[0];
      const name = answersOf(answers).applicationName;
      // The parser gives a template as it is written: doubled where it must not begin.
      expect(application?.display_name).toBe(name.replaceAll("${", "$${").replaceAll("%{", "%%{"));
    }
  });

  test("assigns application permissions and leaves delegated ones to their consent", async () => {
    const application = (await parseHcl("a.tf", scriptOf({}, "TERRAFORM") ?? "")) as Hcl;
    expect(application.resource.azuread_app_role_assignment).toBeDefined();
    const delegated = (await parseHcl(
      "b.tf",
      scriptOf({ mailboxes: "EACH_PERSON_CONNECTS" }, "TERRAFORM") ?? "",
    )) as Hcl;
    expect(delegated.resource.azuread_app_role_assignment).toBeUndefined();
  });
});

describe("permissions beside those on calendars", () => {
  const IDS_BESIDE = ["6931bccd-447a-43d1-b442-00a195474933", "913b9306-0ce1-42b8-9137-6a7df690a760"];
  test.each(["AZURE_CLI", "GRAPH_POWERSHELL", "TERRAFORM", "MANIFEST"] as const)(
    "are in %s where asked for",
    (kind) => {
      const [asked, without] = [scriptOf({ settings: "READ_WRITE", rooms: true }, kind), scriptOf({}, kind)];
      for (const id of IDS_BESIDE) {
        expect(asked).toContain(id);
        expect(without).not.toContain(id);
      }
    },
  );
});

describe("the manifest", () => {
  test.each(["READ_WRITE", "READ", "FREE_BUSY"] as const)("for %s holds Microsoft's id of the permission", (use) => {
    const manifest = JSON.parse(scriptOf({ use }, "MANIFEST") ?? "");
    const name = { READ_WRITE: "Calendars.ReadWrite", READ: "Calendars.Read", FREE_BUSY: "Calendars.ReadBasic.All" }[
      use
    ];
    expect(manifest).toEqual({
      displayName: "AddSync Gateway",
      signInAudience: "AzureADMyOrg",
      web: { redirectUris: ["https://calendars.larkfield.example/connect/consent"] },
      requiredResourceAccess: [
        {
          resourceAppId: "00000003-0000-0000-c000-000000000000",
          resourceAccess: [{ id: IDS[name as keyof typeof IDS], type: "Role" }],
        },
      ],
    });
  });
});

type Hcl = {
  readonly resource: Readonly<Record<string, Readonly<Record<string, readonly Record<string, unknown>[]>>>>;
  readonly output: Readonly<Record<string, unknown>>;
};
