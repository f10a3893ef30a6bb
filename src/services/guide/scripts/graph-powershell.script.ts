import type { Cloud } from "../../../lib/clouds.js";
import { GRAPH_APP_ID } from "../graph-permissions.js";
import type { GuideScript } from "../guide.model.js";
import { quotedForPowerShell } from "./powershell-text.js";
import { accessTypeOf, type ScriptInput } from "./script-input.js";

/** Names by which `Connect-MgGraph` knows clouds. */
const GRAPH_ENVIRONMENTS: Readonly<Record<Cloud, string>> = {
  GLOBAL: "Global",
  US_GOV_L4: "USGov",
  US_GOV_L5: "USGovDoD",
  CHINA: "China",
  EMULATOR: "Global",
};

/** The registration with Microsoft Graph PowerShell. */
export function graphPowerShellScript(input: ScriptInput): GuideScript {
  const { applicationName, signInAudience, permissions, redirectUris, cloud } = input;
  const access = permissions
    .map((permission) => `    @{ id = '${permission.id}'; type = '${accessTypeOf(permission)}' } # ${permission.name}`)
    .join("\n");
  const web =
    redirectUris.length === 0
      ? ""
      : ` \`\n  -Web @{ redirectUris = @(${redirectUris.map(quotedForPowerShell).join(", ")}) }`;
  const text = `# Registers the application and prints the three values that the gateway asks for.
# Needs the modules Microsoft.Graph.Authentication and Microsoft.Graph.Applications.
$ErrorActionPreference = 'Stop'
Connect-MgGraph -Environment ${GRAPH_ENVIRONMENTS[cloud]} -NoWelcome -Scopes 'Application.ReadWrite.All', 'AppRoleAssignment.ReadWrite.All'

$required = @{
  resourceAppId  = '${GRAPH_APP_ID}'
  resourceAccess = @(
${access}
  )
}
$app = New-MgApplication -DisplayName ${quotedForPowerShell(applicationName)} -SignInAudience '${signInAudience}' \`
  -RequiredResourceAccess @($required)${web}
$principal = New-MgServicePrincipal -AppId $app.AppId
$graph = Get-MgServicePrincipal -Filter "appId eq '${GRAPH_APP_ID}'"

# An assignment of an application permission is the admin consent itself; there is no review page.
foreach ($permission in $required.resourceAccess | Where-Object { $_.type -eq 'Role' }) {
  New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $principal.Id -PrincipalId $principal.Id \`
    -ResourceId $graph.Id -AppRoleId $permission.id | Out-Null
}

$secret = Add-MgApplicationPassword -ApplicationId $app.Id -PasswordCredential @{
  displayName = 'AddSync Gateway'
  endDateTime = (Get-Date).ToUniversalTime().AddDays(180)
}

"Tenant ID:     $((Get-MgContext).TenantId)"
"Client ID:     $($app.AppId)"
"Client secret: $($secret.SecretText)"
"Expires:       $($secret.EndDateTime.ToString('u'))"
`;
  return {
    kind: "GRAPH_POWERSHELL",
    fileName: "register-gateway.ps1",
    purpose: "Registers the application, consents to application permissions, and prints the three values.",
    text,
  };
}
