import type { Cloud } from "../../../lib/clouds.js";
import { GRAPH_APP_ID } from "../graph-permissions.js";
import type { GuideScript } from "../guide.model.js";
import { accessTypeOf, type ScriptInput } from "./script-input.js";

/** Names by which the azuread provider knows clouds. */
const ENVIRONMENTS: Readonly<Record<Cloud, string>> = {
  GLOBAL: "global",
  US_GOV_L4: "usgovernmentl4",
  US_GOV_L5: "usgovernmentl5",
  CHINA: "china",
  EMULATOR: "global",
};

/** The registration for Terraform's azuread provider. */
export function terraformScript(input: ScriptInput): GuideScript {
  const { applicationName, signInAudience, permissions, redirectUris, cloud } = input;
  const access = permissions
    .map(
      (permission) => `    resource_access {
      id   = "${permission.id}" # ${permission.name}
      type = "${accessTypeOf(permission)}"
    }`,
    )
    .join("\n");
  const web =
    redirectUris.length === 0
      ? ""
      : `
  web {
    redirect_uris = [${redirectUris.map(quoted).join(", ")}]
  }
`;
  const roles = permissions.filter(({ kind }) => kind === "APPLICATION").map(({ id }) => `"${id}"`);
  const consent =
    roles.length === 0
      ? ""
      : `
data "azuread_service_principal" "graph" {
  client_id = "${GRAPH_APP_ID}"
}

# The assignment of an application permission is the admin consent itself.
resource "azuread_app_role_assignment" "gateway" {
  for_each            = toset([${roles.join(", ")}])
  app_role_id         = each.value
  principal_object_id = azuread_service_principal.gateway.object_id
  resource_object_id  = data.azuread_service_principal.graph.object_id
}
`;
  const text = `# Registers the application. The three values: terraform output, and terraform output -raw client_secret.
terraform {
  required_providers {
    azuread = {
      source  = "hashicorp/azuread"
      version = "~> 3.0"
    }
  }
}

provider "azuread" {
  environment = "${ENVIRONMENTS[cloud]}"
}

data "azuread_client_config" "current" {}

resource "azuread_application" "gateway" {
  display_name     = ${quoted(applicationName)}
  sign_in_audience = "${signInAudience}"

  required_resource_access {
    resource_app_id = "${GRAPH_APP_ID}"
${access}
  }
${web}}

resource "azuread_service_principal" "gateway" {
  client_id = azuread_application.gateway.client_id
}

resource "azuread_application_password" "gateway" {
  application_id = azuread_application.gateway.id
  display_name   = "AddSync Gateway"
  end_date       = timeadd(plantimestamp(), "4320h")

  lifecycle {
    ignore_changes = [end_date]
  }
}
${consent}
output "tenant_id" {
  value = data.azuread_client_config.current.tenant_id
}

output "client_id" {
  value = azuread_application.gateway.client_id
}

output "client_secret" {
  value     = azuread_application_password.gateway.value
  sensitive = true
}
`;
  return {
    kind: "TERRAFORM",
    fileName: "gateway.tf",
    purpose:
      "Registers the application as code; the state file then holds the secret. The three values are its outputs.",
    text,
  };
}

/** A text of HCL, in which `\${` and `%{` would begin a template. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("${", "$${").replaceAll("%{", "%%{");
}
