import type { Cloud } from "../../../lib/clouds.js";
import { GRAPH_APP_ID } from "../graph-permissions.js";
import type { GuideScript } from "../guide.model.js";
import { accessTypeOf, type ScriptInput } from "./script-input.js";

/** Names by which the Azure CLI knows clouds (`az cloud list`). */
const CLI_CLOUDS: Readonly<Record<Cloud, string>> = {
  GLOBAL: "AzureCloud",
  US_GOV_L4: "AzureUSGovernment",
  US_GOV_L5: "AzureUSGovernment",
  CHINA: "AzureChinaCloud",
  EMULATOR: "AzureCloud",
};

/** The registration with the Azure CLI, for bash. */
export function azureCliScript(input: ScriptInput): GuideScript {
  const { applicationName, signInAudience, permissions, redirectUris, cloud } = input;
  const wanted = permissions.map((permission) => `"${permission.id}=${accessTypeOf(permission)}"`).join(" ");
  const redirects = redirectUris.length === 0 ? "" : ` \\\n  --web-redirect-uris ${redirectUris.map(quoted).join(" ")}`;
  const text = `#!/usr/bin/env bash
# Registers the application and prints the three values that the gateway asks for.
# Needs the Azure CLI. Sign in first: az cloud set --name ${CLI_CLOUDS[cloud]} && az login --allow-no-subscriptions
set -euo pipefail

client_id=$(az ad app create --display-name ${quoted(applicationName)} \\
  --sign-in-audience ${signInAudience}${redirects} --query appId --output tsv)

# The portal creates the service principal by itself, the CLI does not.
az ad sp create --id "$client_id" --output none

# ${permissions.map(({ name }) => name).join(", ")}
az ad app permission add --id "$client_id" --api ${GRAPH_APP_ID} \\
  --api-permissions ${wanted} --output none

client_secret=$(az ad app credential reset --id "$client_id" --append --display-name "AddSync Gateway" --years 1 \\
  --query password --output tsv)
tenant_id=$(az account show --query tenantId --output tsv)

# Entra needs a moment before it knows the new service principal everywhere.
sleep 30
if ! az ad app permission admin-consent --id "$client_id"; then
  echo "Consent was refused: send the approval request to an administrator." >&2
fi

printf 'Tenant ID:     %s\\nClient ID:     %s\\nClient secret: %s\\n' "$tenant_id" "$client_id" "$client_secret"
`;
  return {
    kind: "AZURE_CLI",
    fileName: "register-gateway.sh",
    purpose: "Registers the application, asks for consent, and prints the three values. For bash with the Azure CLI.",
    text,
  };
}

/** A word for a POSIX shell. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
