import type { Cloud } from "../../../lib/clouds.js";
import type { GuideScript } from "../guide.model.js";
import { EXCHANGE_ENVIRONMENTS } from "./exchange-environments.js";
import { quotedForPowerShell } from "./powershell-text.js";
import type { ScriptInput } from "./script-input.js";

/**
 * Limits the application to the members of a group by an application access policy, Exchange's older way, which takes away
 * from the consent in Entra instead of adding to it. It knows Calendars.Read and Calendars.ReadWrite, not
 * Calendars.ReadBasic.All. https://learn.microsoft.com/powershell/module/exchange/new-applicationaccesspolicy
 */
export function accessPolicyScript({ applicationName, clientId }: ScriptInput, cloud: Cloud): GuideScript {
  const text = `# Lets the application reach the mailboxes of one group, and no others, by an application access policy.
# For tenants that have such policies already. New ones use RBAC for Applications: scope-gateway.ps1. Use one of the two.
# Needs the module ExchangeOnlineManagement. Takes over an hour to take effect.
# It does not cover calendars of Microsoft 365 groups.
param(
  [Parameter(Mandatory)] [string] $Group,     # mail-enabled security group
  [Parameter(Mandatory)] [string] $Inside,    # an address that must be reachable
  [Parameter(Mandatory)] [string] $Outside,   # an address that must not
  [string] $ClientId = ${quotedForPowerShell(clientId ?? "")}
)
$ErrorActionPreference = 'Stop'
if (-not $ClientId) { throw 'Give the Application (client) ID with -ClientId.' }
Connect-ExchangeOnline -ExchangeEnvironmentName ${EXCHANGE_ENVIRONMENTS[cloud]} -ShowBanner:$false

New-ApplicationAccessPolicy -AppId $ClientId -PolicyScopeGroupId $Group -AccessRight RestrictAccess \`
  -Description ${quotedForPowerShell(applicationName)}

# AccessCheckResult must be Granted for the first and Denied for the second.
Test-ApplicationAccessPolicy -Identity $Inside -AppId $ClientId
Test-ApplicationAccessPolicy -Identity $Outside -AppId $ClientId

'Leave the calendar permission and its admin consent in Entra as they are: the policy takes away from them.'
`;
  return {
    kind: "EXCHANGE_ACCESS_POLICY",
    fileName: "restrict-gateway.ps1",
    purpose:
      "The same by an application access policy, for tenants that use these already. Use one of the two, not both.",
    text,
  };
}
