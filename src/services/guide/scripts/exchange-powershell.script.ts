import type { Cloud } from "../../../lib/clouds.js";
import type { CalendarUse, GuideScript, SettingsUse } from "../guide.model.js";
import { EXCHANGE_ENVIRONMENTS } from "./exchange-environments.js";
import { quotedForPowerShell } from "./powershell-text.js";
import type { ScriptInput } from "./script-input.js";

/** Exchange has no role for free/busy alone. */
const ROLES: Readonly<Record<CalendarUse, string>> = {
  READ_WRITE: "Application Calendars.ReadWrite",
  READ: "Application Calendars.Read",
  FREE_BUSY: "Application Calendars.Read",
};

const SETTINGS_ROLES: Readonly<Record<Exclude<SettingsUse, "NONE">, string>> = {
  READ: "Application MailboxSettings.Read",
  READ_WRITE: "Application MailboxSettings.ReadWrite",
};

/** Limits the application to the members of a group, by Exchange's RBAC for Applications. */
export function exchangePowerShellScript(
  { applicationName, clientId }: ScriptInput,
  cloud: Cloud,
  use: CalendarUse,
  settings: SettingsUse = "NONE",
): GuideScript {
  const roles = [ROLES[use], ...(settings === "NONE" ? [] : [SETTINGS_ROLES[settings]])];
  const assignments = roles.map(
    (role) =>
      `New-ManagementRoleAssignment -App $entra.Id -Role '${role}' -CustomResourceScope 'AddSync Gateway mailboxes'`,
  );
  const [permissions, reach] =
    settings === "NONE"
      ? ["the calendar permission and its admin consent", "it reaches every mailbox and adds"]
      : [
          "the permissions on calendars and mailbox settings and their admin consent",
          "they reach every mailbox and add",
        ];
  const text = `# Lets the application reach the mailboxes of one group, and no others.
# Needs the module ExchangeOnlineManagement and Microsoft.Graph.Applications. Takes 30 minutes to 2 hours to take effect.
param(
  [Parameter(Mandatory)] [string] $Group,     # mail-enabled security group; members of nested groups do not count
  [Parameter(Mandatory)] [string] $Inside,    # an address that must be reachable
  [Parameter(Mandatory)] [string] $Outside,   # an address that must not
  [string] $ClientId = ${quotedForPowerShell(clientId ?? "")}
)
$ErrorActionPreference = 'Stop'
if (-not $ClientId) { throw 'Give the Application (client) ID with -ClientId.' }
Connect-ExchangeOnline -ExchangeEnvironmentName ${EXCHANGE_ENVIRONMENTS[cloud]} -ShowBanner:$false
Connect-MgGraph -NoWelcome -Scopes 'Application.Read.All'

# The object ID of the enterprise application, which is not that of the registration.
$entra = Get-MgServicePrincipal -Filter "appId eq '$ClientId'"
if (-not (Get-ServicePrincipal -Identity $entra.Id -ErrorAction SilentlyContinue)) {
  New-ServicePrincipal -AppId $ClientId -ObjectId $entra.Id -DisplayName ${quotedForPowerShell(applicationName)}
}
$members = (Get-Group -Identity $Group).DistinguishedName
New-ManagementScope -Name 'AddSync Gateway mailboxes' -RecipientRestrictionFilter "MemberOfGroup -eq '$members'"
${assignments.join("\n")}

# InScope must be True for the first and False for the second.
Test-ServicePrincipalAuthorization -Identity $entra.Id -Resource $Inside
Test-ServicePrincipalAuthorization -Identity $entra.Id -Resource $Outside

'Now remove ${permissions} in Entra (API permissions): ${reach} to this grant.'
`;
  return {
    kind: "EXCHANGE_POWERSHELL",
    fileName: "scope-gateway.ps1",
    purpose: "Limits the application to the mailboxes of one group, and tests one mailbox inside and one outside.",
    text,
  };
}
